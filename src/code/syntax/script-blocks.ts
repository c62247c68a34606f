// The scripts of Vue, Svelte and Astro files: everything else becomes blanks, so that each offset stays what it is.
import { blank } from "./blank.js";

/** What stands between two lines of dashes at the beginning of a file of Astro's. */
const frontmatter = /^\uFEFF?\s*---[^\n]*\n(?<code>[\s\S]*?)^---[ \t]*$/m;
/** What a script's opening says where it holds data, or markup. */
const noScript = /\btype\s*=(?!\s*["']?(?:module\b|(?:text|application)\/(?:java|ecma|type)script\b|ts\b))/i;

const scriptOpening = /<script\b(?:[^>"']|"[^"]*"|'[^']*')*>/gi;

/** The text of a component with its scripts alone. */
export function scriptsOf(text: string): string {
  const begin = frontmatterOf(text);
  let result =
    begin === undefined ? "" : blank(text.slice(0, begin.start)) + text.slice(begin.start, begin.end);
  let done = begin?.end ?? 0;
  scriptOpening.lastIndex = done;
  for (let match = scriptOpening.exec(text); match !== null; match = scriptOpening.exec(text)) {
    const start = match.index + match[0].length;
    const comment = text.lastIndexOf("<!--", match.index);
    if (comment >= done && !text.slice(comment, match.index).includes("-->")) continue;
    if (match[0].endsWith("/>") || noScript.test(match[0])) continue;
    const close = text.slice(start).search(/<\/script\s*>/i);
    const end = close < 0 ? text.length : start + close;
    result += blank(text.slice(done, start)) + text.slice(start, end);
    done = end;
    scriptOpening.lastIndex = end;
  }
  return result + blank(text.slice(done));
}

/** The place of the code that a file of Astro's begins with. */
export function frontmatterOf(text: string): { readonly start: number; readonly end: number } | undefined {
  if (!/^\uFEFF?\s*---/.test(text)) return undefined;
  const match = frontmatter.exec(text);
  const code = match?.groups?.code;
  if (match === null || code === undefined) return undefined;
  const end = match.index + match[0].lastIndexOf("---");
  return { start: end - code.length, end };
}
