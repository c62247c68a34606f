// Keeps texts away from the parser that would overflow its stack, which ends the process and can't be caught.

/** Brackets within brackets; source code that people write stays far below. */
const deepest = 900;
/** Operators in a row without a separator. */
const longestChain = 6000;
const mostElse = 4000;

/**
 * Whether a text nests too deeply to be parsed. It reads brackets and operators alone, in strings and comments too,
 * so a text of strange strings may be refused that would have been fine.
 */
export function nestsTooDeep(text: string): boolean {
  return isDeep(text) && isDeep(text.replace(listOfNames, "="));
}

/**
 * A type that is one of many texts, as the names of icons are: a list, however long. No expression can stand there, for
 * the operators of expressions nest.
 */
const listOfNames =
  /(?<=\btype[ \t]+\w+[ \t]*)=\s*(?:\|\s*)?(?:"[^"\\\n]*"|'[^'\\\n]*')(?:\s*\|\s*(?:"[^"\\\n]*"|'[^'\\\n]*'))+/g;

function isDeep(text: string): boolean {
  let depth = 0;
  let round = 0;
  let chain = 0;
  for (let index = 0; index < text.length; index++) {
    switch (text.charCodeAt(index)) {
      case 0x28: // (
        round++;
        depth++;
        chain++;
        break;
      case 0x5b: // [
      case 0x3c: // <
        chain++;
        if (text.charCodeAt(index) === 0x5b) depth++;
        break;
      case 0x7b: // {
        depth++;
        if (round === 0) chain = 0;
        break;
      case 0x29: // )
        if (round > 0) round--;
        if (depth > 0) depth--;
        break;
      case 0x5d: // ]
        if (depth > 0) depth--;
        break;
      case 0x7d: // }
        if (depth > 0) depth--;
        if (round === 0) chain = 0;
        break;
      case 0x3b: // ;
      case 0x2c: // ,
        if (round === 0 || text.charCodeAt(index) === 0x2c) chain = 0;
        break;
      case 0x21: // !
      case 0x25: // %
      case 0x26: // &
      case 0x2a: // *
      case 0x2b: // +
      case 0x2d: // -
      case 0x2e: // .
      case 0x3a: // :
      case 0x3d: // =
      case 0x3e: // >
      case 0x3f: // ?
      case 0x40: // @
      case 0x5e: // ^
      case 0x7c: // |
      case 0x7e: // ~
        chain++;
        break;
      default:
        continue;
    }
    if (depth > deepest || chain > longestChain) return true;
  }
  return nestings.some((pattern) => pattern.test(text)) || text.split("else", mostElse + 1).length > mostElse;
}

/** Types within types, elements within elements, and words that take what follows. */
const nestings: readonly RegExp[] = [
  /(?:<\s*[\w.]+\s*){400}/,
  /(?:<[\w.]+>\s*){400}/,
  /(?:\b(?:typeof|await|void|new|yield|delete|keyof|readonly|infer)\s+){400}/,
];
