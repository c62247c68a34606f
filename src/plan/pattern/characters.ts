// Sets of characters, as sorted ranges of code points: what the characters and classes of a pattern stand for.

/** Pairs of first and last code point, sorted, apart: `[0x30, 0x39]` is 0 to 9. */
export type CharacterSet = readonly number[];

const lastCodePoint = 0x10ffff;

export const digits: CharacterSet = [0x30, 0x39];
export const wordCharacters: CharacterSet = [0x30, 0x39, 0x41, 0x5a, 0x5f, 0x5f, 0x61, 0x7a];
/** What RE2 calls space: JavaScript's `\s` also has the vertical tab and Unicode's spaces. */
export const spaces: CharacterSet = [0x09, 0x0a, 0x0c, 0x0d, 0x20, 0x20];
/** What RE2's `.` leaves out: JavaScript's also leaves out `\r` and Unicode's line ends. */
export const lineEnd: CharacterSet = [0x0a, 0x0a];

/** The general categories that RE2 and JavaScript know by the same short name and with the same members. */
export const categories: ReadonlySet<string> = new Set(
  "L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po S Sm Sc Sk So Z Zs Zl Zp Cc Cf Co".split(
    " ",
  ),
);

/** The set of ranges in any order, overlapping or not. */
export function union(ranges: readonly (readonly [number, number])[]): CharacterSet {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0]);
  const set: number[] = [];
  for (const [first, last] of sorted) {
    const end = set.at(-1);
    if (end !== undefined && first <= end + 1) set[set.length - 1] = Math.max(end, last);
    else set.push(first, last);
  }
  return set;
}

export function rangesOf(set: CharacterSet): (readonly [number, number])[] {
  const ranges: (readonly [number, number])[] = [];
  for (let index = 0; index < set.length; index += 2) ranges.push([set[index] ?? 0, set[index + 1] ?? 0]);
  return ranges;
}

/** Every character that is not in the set. */
export function complement(set: CharacterSet): CharacterSet {
  const rest: number[] = [];
  let next = 0;
  for (const [first, last] of rangesOf(set)) {
    if (first > next) rest.push(next, first - 1);
    next = last + 1;
  }
  if (next <= lastCodePoint) rest.push(next, lastCodePoint);
  return rest;
}

export function intersection(a: CharacterSet, b: CharacterSet): CharacterSet {
  const both: number[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const first = Math.max(a[i] ?? 0, b[j] ?? 0);
    const last = Math.min(a[i + 1] ?? 0, b[j + 1] ?? 0);
    if (first <= last) both.push(first, last);
    if ((a[i + 1] ?? 0) < (b[j + 1] ?? 0)) i += 2;
    else j += 2;
  }
  return both;
}

export function includes(set: CharacterSet, character: number): boolean {
  let low = 0;
  let high = set.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (character < (set[2 * middle] ?? 0)) high = middle;
    else if (character > (set[2 * middle + 1] ?? 0)) low = middle + 1;
    else return true;
  }
  return false;
}

const known = new Map<string, CharacterSet>();

/** The members of a general category, in the version of Unicode that this JavaScript has. */
export function categorySet(category: string): CharacterSet {
  const set = known.get(category) ?? findCategory(category);
  known.set(category, set);
  return set;
}

function findCategory(category: string): CharacterSet {
  const ranges: [number, number][] = [];
  for (const [first, text] of assigned()) {
    for (const run of text.matchAll(new RegExp(`\\p{${category}}+`, "gu"))) {
      const start = codePointOffset(first, run.index);
      ranges.push([start, codePointOffset(first, run.index + run[0].length) - 1]);
    }
  }
  if (category === "Co") ranges.push([0xf0000, 0xffffd], [0x100000, 0x10fffd]);
  return union(ranges);
}

/** The code point at an offset of a text of `assigned`: those above 0xffff take two code units. */
function codePointOffset(first: number, offset: number): number {
  return first + (first > 0xffff ? offset / 2 : offset);
}

let assignedTexts: readonly (readonly [number, string])[] | undefined;

/** All characters of the planes that have any but private ones, without the surrogates. */
function assigned(): readonly (readonly [number, string])[] {
  assignedTexts ??= [
    [0x0000, 0xd7ff] as const,
    [0xe000, 0xffff] as const,
    [0x10000, 0x3ffff] as const,
    [0xe0000, 0xe0fff] as const,
  ].map(([first, last]) => {
    const parts: string[] = [];
    for (let start = first; start <= last; start += 0x1000) {
      const length = Math.min(0x1000, last + 1 - start);
      parts.push(String.fromCodePoint(...Array.from({ length }, (_, index) => start + index)));
    }
    return [first, parts.join("")] as const;
  });
  return assignedTexts;
}
