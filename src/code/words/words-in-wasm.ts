// Takes the words of files by a module of WebAssembly, words.wat: V8 needs no time to warm up to it.
import {
  isMethodAfter,
  isMethodBefore,
  isWord,
  type Marks,
  markedWords,
  mostBits,
  openBits,
  sizeFor,
  type WordReader,
  wordReader,
  wordsIn,
} from "./words.js";
import { wordsCode } from "./words-code.js";

// Where words.wat looks for what.
const endingsAt = 256;
const bitsAt = 512;
const markedAt = bitsAt + mostBits * 4;
const textAt = 65_537;

/** There is room for as many endings and slots. */
const mostEndings = (bitsAt - endingsAt) / 4;
const mostSlots = 2048;

/** A larger file is no source: it is not worth memory that is never given back. */
const mostBytes = 8 * 1024 * 1024;

/** Makes the function that takes words from bytes, the fastest that this runtime has. */
export function openWordReader(marks: Marks): WordReader {
  const plain = wordReader(marks);
  return fastReader(marks, plain) ?? plain;
}

/** Undefined where there is no WebAssembly, or the marked words don't fit. `plain` takes files that are too large. */
export function fastReader(given: Marks, plain: WordReader): WordReader | undefined {
  const { endings, markOf, dollar } = given;
  const { marked, always } = markedWords(given.words);
  const slots = slotsFor([...marked.keys()]);
  if (slots === undefined || endings.length > mostEndings) return undefined;
  let bytes = new Uint8Array(0);
  const ending = (begin: number, letters: number): number =>
    markOf(Buffer.from(bytes.buffer, begin, letters).toString("latin1"));
  const exports = instantiate(ending);
  if (exports === undefined) return undefined;
  const { memory, read } = exports;
  bytes = new Uint8Array(memory.buffer);

  const { buffer } = memory;
  for (let byte = 0; byte < 256; byte++)
    bytes[byte] =
      (isWord[byte] === 1 ? 1 : 0) |
      (byte === 0x24 ? 2 : 0) |
      (isMethodBefore(byte) ? 8 : 0) |
      (isMethodAfter(byte) ? 16 : 0);
  for (const [index, text] of endings.entries()) {
    const last = Buffer.from(text, "latin1").subarray(-4);
    bytes.set(last, endingsAt + index * 4 + 4 - last.length);
    const end = last.at(-1) ?? 0;
    bytes[end] = (bytes[end] ?? 0) | 4;
  }
  const table = new Uint32Array(buffer, markedAt, slots.count * 4);
  // An empty slot has a hash that lies in another.
  table[0] = 0xffffffff;
  for (const [hash, { marks, path, method }] of marked)
    table.set([hash, marks, path, method], slotOf(slots, hash) * 4);
  // Before the file's first byte: a letter, which is nothing that marks hang on.
  bytes[textAt - 1] = 0x61;

  const roomFor = openBits();
  return (file) => {
    const { length } = file;
    if (length > mostBytes) return plain(file);
    const missing = textAt + length + 1 - bytes.length;
    if (missing > 0) {
      memory.grow(Math.ceil(missing / 65_536));
      bytes = new Uint8Array(memory.buffer);
    }
    const size = sizeFor(length);
    bytes.fill(0, bitsAt, bitsAt + size * 4);
    bytes.set(file, textAt);
    bytes[textAt + length] = 0;
    const marks = read(length, size * 32 - 1, slots.shift, slots.count - 1, endings.length, dollar);
    const { bits, from } = roomFor(size);
    bits.set(new Uint32Array(bytes.buffer, bitsAt, size), from / 32);
    return wordsIn(always | marks, bits, from, size * 32 - 1);
  };
}

/** How many slots there are, a power of two, and from which of its bits on a hash tells its own. */
type Slots = { readonly count: number; readonly shift: number };

/** Slots of which each hash has one of its own. */
function slotsFor(hashes: readonly number[]): Slots | undefined {
  for (let count = 64; count <= mostSlots; count *= 2)
    for (let shift = 0; shift < 22; shift++) {
      const slots = { count, shift };
      if (new Set(hashes.map((hash) => slotOf(slots, hash))).size === hashes.length) return slots;
    }
  return undefined;
}

function slotOf({ count, shift }: Slots, hash: number): number {
  return (hash >>> shift) & (count - 1);
}

/** What words.wat exports. */
type Exports = {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  readonly read: (
    length: number,
    bits: number,
    shift: number,
    slots: number,
    endings: number,
    dollar: number,
  ) => number;
};

/** What of WebAssembly is needed; Node's types leave it to those of browsers. */
type Wasm = {
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
};

function instantiate(ending: (begin: number, letters: number) => number): Exports | undefined {
  const wasm: unknown = Reflect.get(globalThis, "WebAssembly");
  if (!isWasm(wasm)) return undefined;
  try {
    const { exports } = new wasm.Instance(new wasm.Module(Buffer.from(wordsCode, "base64")), {
      words: { ending },
    });
    return isExports(exports) ? exports : undefined;
  } catch {
    // A runtime that compiles none.
    return undefined;
  }
}

function isWasm(value: unknown): value is Wasm {
  return isObject(value) && typeof value.Module === "function" && typeof value.Instance === "function";
}

function isExports(value: unknown): value is Exports {
  return isObject(value) && typeof value.read === "function" && isObject(value.memory);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
