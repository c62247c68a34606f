// The words of a file, taken from its bytes in one pass: most searches are answered by them alone, so that each file is
// read and searched once and not for each name that turns out to emit.

/** What a search asks first; where it says no, the file need not be looked at. */
export type FileWords = {
  /** The marks of the words in it. */
  readonly marks: number;
  /** False where the file does not hold the word; true nearly always means that it does. */
  has(word: Sought): boolean;
};

/** The words of a file that has none. */
export const noWords: FileWords = { marks: 0, has: () => false };

/** A name that is searched for as a whole word, and words of which one must stand in the same file. */
export type Word = {
  readonly word: string;
  readonly beside: readonly string[];
  /** True for a key under which a function is handed to what has one of the names beside it. */
  readonly isHanded?: true;
  /** True for a component: who spreads what it gives it need not say any of the words. */
  readonly isElement?: true;
  /** The one file in which it means what is sought. */
  readonly within?: string;
};

/** A text that is sought as a whole word: the hashes of its parts. */
export type Sought = readonly number[];

/** A word with its marks; `place` says where it has to stand for them to count. */
export type Mark = { readonly word: string; readonly marks: number; readonly place?: "path" | "method" };

export type Marks = {
  readonly words: Iterable<Mark>;
  /** For words of at least eight letters that end like one of these, whose marks are told by looking at them. */
  readonly endings: readonly string[];
  readonly markOf: (word: string) => number;
  /** The marks of a file with a `$` within a name, which other searches take for the end of one. */
  readonly dollar: number;
};

/** The parts of a text that are words by themselves; `$` and digits belong to words. */
export function sought(word: string): Sought {
  const bytes = Buffer.from(word, "utf8");
  const parts: number[] = [];
  let hash = start;
  let length = 0;
  for (let at = 0; at <= bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (isWord[byte] === 1) {
      hash = Math.imul(hash ^ byte, prime);
      length++;
    } else if (length > 0) {
      parts.push(mixed(hash));
      hash = start;
      length = 0;
    }
  }
  return parts;
}

export type WordReader = (bytes: Uint8Array) => FileWords;

/** The marks of a word: wherever it stands, in a path, as a method. */
export type Marked = { marks: number; path: number; method: number };

/** The marks of words by their hashes, and those of every file. */
export function markedWords(words: Marks["words"]): {
  readonly marked: ReadonlyMap<number, Readonly<Marked>>;
  readonly always: number;
} {
  const marked = new Map<number, Marked>();
  let always = 0;
  for (const { word, marks, place } of words) {
    const [hash] = sought(word);
    if (hash === undefined) {
      always |= marks;
      continue;
    }
    const known = marked.get(hash) ?? { marks: 0, path: 0, method: 0 };
    known[place ?? "marks"] |= marks;
    marked.set(hash, known);
  }
  return { marked, always };
}

/** Makes the function that takes words from bytes. `openWordReader` gives a faster one that does the same. */
export function wordReader({ words, endings, markOf, dollar }: Marks): WordReader {
  const { marked, always } = markedWords(words);
  // Most words are told by it to have no mark.
  const mayBeMarked = new Uint8Array(1 << 16);
  for (const hash of marked.keys()) mayBeMarked[hash & 0xffff] = 1;
  const tails = new Set(endings.map(tailOf));
  const mayEnd = new Uint8Array(256);
  for (const ending of endings) mayEnd[ending.charCodeAt(ending.length - 1)] = 1;
  const roomFor = openBits();
  return (bytes) => {
    const { length } = bytes;
    const size = sizeFor(length);
    const { bits, from } = roomFor(size);
    const mask = size * 32 - 1;
    let marks = always;
    let at = 0;
    while (at < length) {
      let byte = bytes[at] ?? 0;
      if (isWord[byte] !== 1) {
        at++;
        continue;
      }
      const begin = at;
      let hash = start;
      let tail = 0;
      let hasDollar = 0;
      do {
        hash = Math.imul(hash ^ byte, prime);
        tail = (tail << 8) | byte;
        if (byte === 0x24) hasDollar = 1;
        at++;
        byte = bytes[at] ?? 0;
      } while (isWord[byte] === 1 && at < length);
      const full = mixed(hash);
      const one = from + (full & mask);
      const two = from + ((full >>> 9) & mask);
      const three = from + ((Math.imul(full, 0x9e3779b1) >>> 7) & mask);
      bits[one >>> 5] = (bits[one >>> 5] ?? 0) | (1 << (one & 31));
      bits[two >>> 5] = (bits[two >>> 5] ?? 0) | (1 << (two & 31));
      bits[three >>> 5] = (bits[three >>> 5] ?? 0) | (1 << (three & 31));
      if (mayBeMarked[full & 0xffff] === 1) {
        const known = marked.get(full);
        if (known !== undefined) {
          marks |= known.marks;
          const before = bytes[begin - 1];
          if (before === 0x2f) marks |= known.path;
          if (known.method !== 0 && isMethodBefore(before) && isMethodAfter(byte)) marks |= known.method;
        }
      }
      const letters = at - begin;
      if (hasDollar === 1 && letters > 1) marks |= dollar;
      if (letters > 7 && mayEnd[tail & 0xff] === 1 && tails.has(tail))
        marks |= markOf(Buffer.from(bytes.buffer, bytes.byteOffset + begin, letters).toString("latin1"));
    }
    return wordsIn(marks, bits, from, mask);
  };
}

/** How many times 32 bits are held together. */
const chunk = 64 * 1024;

/**
 * Gives room for so many times 32 bits, and the first of its bits. The bits of many files lie in one array: an array of
 * its own costs each file about as much as its bits.
 */
export function openBits(): (size: number) => { readonly bits: Uint32Array; readonly from: number } {
  let bits = new Uint32Array(0);
  let used = 0;
  return (size) => {
    if (used + size > bits.length) {
      bits = new Uint32Array(Math.max(size, chunk));
      used = 0;
    }
    const from = used * 32;
    used += size;
    return { bits, from };
  };
}

/** A file's words by their bits in an array that others share. Held for each file of a project, and so no closure. */
class WordBits implements FileWords {
  readonly marks: number;
  readonly #bits: Uint32Array;
  readonly #from: number;
  readonly #mask: number;

  constructor(marks: number, bits: Uint32Array, from: number, mask: number) {
    this.marks = marks;
    this.#bits = bits;
    this.#from = from;
    this.#mask = mask;
  }

  has(word: Sought): boolean {
    const bits = this.#bits;
    const from = this.#from;
    const mask = this.#mask;
    for (const hash of word)
      if (
        isUnset(bits, from + (hash & mask)) ||
        isUnset(bits, from + ((hash >>> 9) & mask)) ||
        isUnset(bits, from + ((Math.imul(hash, 0x9e3779b1) >>> 7) & mask))
      )
        return false;
    return true;
  }
}

export function wordsIn(marks: number, bits: Uint32Array, from: number, mask: number): FileWords {
  return new WordBits(marks, bits, from, mask);
}

function isUnset(bits: Uint32Array, at: number): boolean {
  return ((bits[at >>> 5] ?? 0) & (1 << (at & 31))) === 0;
}

/**
 * How many times 32 bits a file of so many bytes gets: about every fortieth begins a word that is new in it. Three bits
 * for each word among about ten times as many leave one wrong answer in some hundreds.
 */
export function sizeFor(bytes: number): number {
  let size = 8;
  while (size * 64 < bytes && size < mostBits) size *= 2;
  return size;
}

/** No file gets more times 32 bits. */
export const mostBits = 4096;

export function isMethodBefore(byte: number | undefined): boolean {
  return byte === 0x2e || isSpace(byte);
}

export function isMethodAfter(byte: number): boolean {
  return byte === 0x28 || byte === 0x3f || isSpace(byte);
}

/** Whatever a pattern may take for a space, and more: bytes above ASCII may be one. */
function isSpace(byte: number | undefined): boolean {
  return byte !== undefined && (byte <= 0x20 || byte >= 0x80);
}

/** The last four bytes of a word, as the loop has them. */
function tailOf(ending: string): number {
  let tail = 0;
  for (const byte of Buffer.from(ending, "latin1")) tail = (tail << 8) | byte;
  return tail;
}

function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (once ^ (once >>> 13)) >>> 0;
}

const start = 0x811c9dc5;
const prime = 0x01000193;

/** The bytes that words are made of, as the patterns of searches have it: `[\w$]`. */
export const isWord = Uint8Array.from({ length: 256 }, (_, byte) =>
  /[\w$]/.test(String.fromCharCode(byte)) ? 1 : 0,
);
