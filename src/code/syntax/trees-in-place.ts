// Reads syntax trees where oxc laid them on Node 20, for which oxc itself leaves that out: it takes that Node to have no
// room for it. What reads them is oxc's own, and what stands in the way of it is told by exceptions.
import { createRequire } from "node:module";
import { type ParseResult, parseSync } from "oxc-parser";
import type { ParseOptions, Parser } from "./parse.js";

/** Memory that oxc lays trees into, with its views as oxc's reader wants them. */
type Room = Uint8Array & { int32: Int32Array; float64: Float64Array };

/** The parts of oxc that this takes. */
type Oxc = {
  readonly supported: () => boolean;
  readonly offset: (memory: Uint8Array) => number;
  readonly parse: (
    name: string,
    block: Uint8Array,
    start: number,
    length: number,
    options: ParseOptions | undefined,
  ) => void;
  readonly read: (room: Room, text: string, start: number, length: number) => ParseResult;
  readonly sizes: {
    readonly block: number;
    readonly align: number;
    readonly room: number;
    readonly active: number;
  };
};

/** A text of many kinds of nodes, read both ways before anything else is. */
const probe = `import a, { type B } from "b"; export const é = (x?: B): x is B => !(x?.["y"] ?? [, ...z, \`\${1n}\`]);
@d() class C<T> extends a { #p: T = 1.5; static async *m(...[q = /r/g]: unknown[]) { yield* await import(q); } }
for (const k in <div {...p}>text</div>) { try { if (k) continue; } catch { throw new C(); } } export * from "t";`;

/** Gives the parser that reads trees in place; throws where this runtime has none, or one that reads other trees. */
export function openTreesInPlace(): Parser {
  const parser = openUnproved();
  const options = { lang: "tsx", astType: "ts", preserveParens: false } as const;
  const [here, known] = [parser, parseSync].map((parse) => asText(parse("code.tsx", probe, options)));
  if (here !== known) throw new Error("oxc lays out trees in another way than it reads them");
  return parser;
}

function asText({ program, errors }: ParseResult): string {
  const plain = (_key: string, value: unknown): unknown =>
    typeof value === "bigint" || value instanceof RegExp ? String(value) : value;
  return JSON.stringify({ program, errors }, plain);
}

function openUnproved(): Parser {
  const { supported, offset, parse, read, sizes } = loadOxc();
  if (!supported()) throw new Error("this processor lays out trees in another way");
  // Of its 6 GB no more is ever touched than the largest tree takes, and so no more is taken from the system.
  const memory = new ArrayBuffer(sizes.block + sizes.align);
  const begin = offset(new Uint8Array(memory, 0, 1));
  const block = new Uint8Array(memory, begin, sizes.block);
  const room: Room = Object.assign(new Uint8Array(memory, begin, sizes.room), {
    int32: new Int32Array(memory, begin, Math.floor(sizes.room / 4)),
    float64: new Float64Array(memory, begin, Math.floor(sizes.room / 8)),
  });
  const encoder = new TextEncoder();
  return (name, text, options) => {
    if (options?.astType !== "ts") throw new Error("trees of TypeScript alone are read");
    // Texts lie at the end, and no character takes more than three bytes.
    const start = sizes.active - text.length * 3;
    const { read: taken, written } = encoder.encodeInto(text, room.subarray(start, sizes.active));
    if (taken !== text.length) throw new Error(`${name} is too long`);
    parse(name, block, start, written, options);
    return read(room, text, start, written);
  };
}

/** Takes the parts from the package, each of which another version of it may not have. */
function loadOxc(): Oxc {
  const load = createRequire(import.meta.url);
  const bindings: unknown = load("oxc-parser/src-js/bindings.js");
  const constants: unknown = load("oxc-parser/src-js/generated/constants.js");
  const reader: unknown = load("oxc-parser/src-js/generated/deserialize/ts.js");
  const sizeOf = (name: string): number => {
    const size = memberOf(constants, name);
    if (typeof size !== "number") throw new Error(`oxc has no ${name}`);
    return size;
  };
  return {
    supported: functionOf(bindings, "rawTransferSupported") as Oxc["supported"],
    offset: functionOf(bindings, "getBufferOffset") as Oxc["offset"],
    parse: functionOf(bindings, "parseRawSync") as Oxc["parse"],
    read: functionOf(reader, "deserialize") as Oxc["read"],
    sizes: {
      block: sizeOf("BLOCK_SIZE"),
      align: sizeOf("BLOCK_ALIGN"),
      room: sizeOf("BUFFER_SIZE"),
      active: sizeOf("ACTIVE_SIZE"),
    },
  };
}

function functionOf(module: unknown, name: string): unknown {
  const one = memberOf(module, name);
  if (typeof one !== "function") throw new Error(`oxc has no ${name}`);
  return one;
}

function memberOf(module: unknown, name: string): unknown {
  return typeof module === "object" && module !== null ? Reflect.get(module, name) : undefined;
}
