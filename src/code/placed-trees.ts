// Reads syntax trees where oxc laid them in memory, without JSON in between. oxc itself does that from Node 22 on alone,
// since it asks for a view of 6 GB; the 2 GB of it that are used may be had from Node 20 on, and then its parts do.
import { createRequire } from "node:module";
import type { ParseResult, ParserOptions } from "oxc-parser";
import type { Parser } from "./parse.js";

/** The parts of oxc that its own reader is made of: its binding, what it says of the memory, and what reads it. */
type Parts = {
  readonly rawTransferSupported: () => boolean;
  /** Where in a view the memory begins that a tree may lie in. */
  readonly getBufferOffset: (view: Uint8Array) => number;
  readonly parseRawSync: (
    name: string,
    block: Uint8Array,
    start: number,
    length: number,
    options: ParserOptions,
  ) => void;
  readonly deserialize: (
    memory: Memory,
    text: string,
    start: number,
    length: number,
  ) => Pick<ParseResult, "program" | "errors">;
  readonly BLOCK_SIZE: number;
  readonly BLOCK_ALIGN: number;
  readonly BUFFER_SIZE: number;
  readonly ACTIVE_SIZE: number;
};

/** One memory in the three views that oxc reads it through. */
type Memory = Uint8Array & { readonly int32: Int32Array; readonly float64: Float64Array };

/** Files of oxc-parser, which come in one package with the binding that they fit. */
const files = ["bindings.js", "generated/constants.js", "generated/deserialize/ts.js"];

/** The parser that reads trees so. Throws where this runtime, machine or oxc does not allow it. */
export function openPlacedTrees(): Parser {
  if ("Bun" in globalThis || "Deno" in globalThis)
    throw new Error("only Node has been seen to have such memory");
  const require = createRequire(import.meta.url);
  const parts: unknown = Object.assign({}, ...files.map((file) => require(`oxc-parser/src-js/${file}`)));
  if (!areParts(parts) || !parts.rawTransferSupported()) throw new Error("oxc has no such parts here");
  const { parseRawSync, deserialize, ACTIVE_SIZE } = parts;
  const { memory, block } = memoryFor(parts);
  const encoder = new TextEncoder();
  return (name, text, options = {}) => {
    // Other trees lie there in another way.
    if (options.astType !== "ts" || options.range === true)
      throw new Error("only TypeScript's trees are read");
    // The text goes to the end, with as much space as it may take.
    const most = text.length * 3;
    const start = ACTIVE_SIZE - most;
    const { written } = encoder.encodeInto(text, memory.subarray(start, ACTIVE_SIZE));
    parseRawSync(name, block, start, written, options);
    return deserialize(memory, text, start, written);
  };
}

/** Asks for much more memory than is touched: 4 GB are set aside to have 2 GB that begin where oxc wants them to. */
function memoryFor({ getBufferOffset, BLOCK_SIZE, BLOCK_ALIGN, BUFFER_SIZE }: Parts): {
  readonly memory: Memory;
  readonly block: Uint8Array;
} {
  const whole = new ArrayBuffer(BLOCK_SIZE + BLOCK_ALIGN);
  const offset = getBufferOffset(new Uint8Array(whole, 0, BUFFER_SIZE));
  const memory = Object.assign(new Uint8Array(whole, offset, BUFFER_SIZE), {
    int32: new Int32Array(whole, offset, BUFFER_SIZE / 4),
    float64: new Float64Array(whole, offset, BUFFER_SIZE / 8),
  });
  return { memory, block: new Uint8Array(whole, offset, BLOCK_SIZE) };
}

function areParts(value: unknown): value is Parts {
  if (typeof value !== "object" || value === null) return false;
  const kinds = new Map(Object.entries(value).map(([name, part]) => [name, typeof part]));
  const isEach = (kind: string, names: readonly string[]): boolean =>
    names.every((name) => kinds.get(name) === kind);
  return (
    isEach("function", ["rawTransferSupported", "getBufferOffset", "parseRawSync", "deserialize"]) &&
    isEach("number", ["BLOCK_SIZE", "BLOCK_ALIGN", "BUFFER_SIZE", "ACTIVE_SIZE"])
  );
}
