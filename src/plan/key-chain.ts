// Finds lines that nest a key in a key in a key: a parser of YAML that goes that deep ends the process.

/** No plan has so many keys behind each other in a line, without a comma or a bracket between them. */
const longest = 1000;

/**
 * Where a line begins that chains thousands of keys, `"a": "a": "a": …`. Each is inside of the one before, and where the
 * stack is nearly used up, V8 can't compile a regular expression and aborts, which nobody can catch.
 */
export function keyChain(text: string): number | undefined {
  if (text.length < longest * 3) return undefined;
  let count = 0;
  let lineStart = 0;
  for (let at = text.search(/[:\n,[\]{}]/); at >= 0 && at < text.length; at++) {
    const character = text.charAt(at);
    if (character === "\n") {
      count = 0;
      lineStart = at + 1;
    } else if (character === ":") {
      if (/\s/.test(text.charAt(at + 1)) && ++count > longest) return lineStart;
    } else if (",[]{}".includes(character)) count = 0;
  }
  return undefined;
}
