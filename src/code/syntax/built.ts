// What tells that a tool wrote a text: then it is nobody's source, and is left out.

/** Names that bundlers give to what they make, by a hash of what is in it. */
const hashedName = /[.-](?=[a-f]*\d)[\da-f]{16,}(?:\.\w+)?\.[cm]?js$/;
/** Shorter texts are read, whoever wrote them. */
const shortest = 30_000;
/** Characters of a line, on the average. */
const longestLine = 350;

/** Why a text is taken for one that a tool bundled or minified; undefined where nothing says so. */
export function builtBy(path: string, text: string): string | undefined {
  if (hashedName.test(path)) return "a bundler named it by a hash";
  if (text.length < shortest) return undefined;
  let lines = 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines++;
  if (text.length / lines > longestLine) return "its lines are as long as a tool writes them";
  if (/\.[cm]?jsx?$/.test(path) && isFormattedAgain(text))
    return "its names are as short as a tool makes them";
  return undefined;
}

/** `!0` and `!1` for what people write as a word. */
const shortBooleans = /[^\w$)\]\s]\s*![01](?![\w.])/g;
const fewestBooleans = 40;
/** The parameters of functions. */
const parameters =
  /\bfunction\b\s*[\w$]{0,40}\s*\(([^()]{0,300})\)|\(([\w$\s,]{0,200})\)\s*=>|(?<![\w$])([\w$]{1,40})\s*=>/g;
const fewestParameters = 200;

/**
 * Whether a text was minified, and formatted again: next to all parameters have one or two letters, and its booleans
 * are written with one character less.
 */
function isFormattedAgain(text: string): boolean {
  let booleans = 0;
  for (const _ of text.matchAll(shortBooleans)) if (++booleans >= fewestBooleans) break;
  if (booleans < fewestBooleans) return false;
  let all = 0;
  let short = 0;
  for (const [, first, second, third] of text.matchAll(parameters))
    for (const one of (first ?? second ?? third ?? "").split(",")) {
      const name = one.trim();
      if (!/^[\w$]+$/.test(name)) continue;
      all++;
      if (name.length <= 2) short++;
    }
  return all >= fewestParameters && short / all >= 0.95;
}
