// Patterns over the letters and numbers of every script. V8 takes milliseconds to get one of them ready, and nearly
// all names are ASCII, for which the same pattern over ASCII says the same.

/**
 * A pattern for a text, made when it is first asked for. Its source writes the classes `\p{L}`, `\p{Lu}`, `\p{Ll}`,
 * `\p{Lo}` and `\p{N}`, and others not at all, and those between brackets alone.
 */
export function letterPattern(source: string, flags = ""): (text: string) => RegExp {
  let forAscii: RegExp | undefined;
  let forAll: RegExp | undefined;
  return (text) => {
    if (/^[\0-\x7f]*$/.test(text)) {
      forAscii ??= new RegExp(inAscii(source), flags);
      return forAscii;
    }
    forAll ??= new RegExp(source, `${flags}u`);
    return forAll;
  };
}

/** The source of the pattern that says the same of a text in ASCII. */
function inAscii(source: string): string {
  return source.replace(/\\p\{(\w+)\}/g, (_, name: string) => {
    const range = ranges.get(name);
    if (range === undefined) throw new Error(`no ASCII range for "${name}"`);
    return range;
  });
}

const ranges: ReadonlyMap<string, string> = new Map([
  ["L", "A-Za-z"],
  ["Lu", "A-Z"],
  ["Ll", "a-z"],
  ["Lo", ""],
  ["N", "0-9"],
]);
