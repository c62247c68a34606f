// The parser as this Node can have it: syntax trees are read where oxc laid them, if they can be, and else from JSON.
import { parseSync, rawTransferSupported } from "oxc-parser";
import { once } from "../once.js";
import type { Parser } from "./parse.js";
import { openTreesInPlace } from "./trees-in-place.js";

/**
 * The same parser, which asks for trees as they lie in memory while that works: from Node 22 on, and where so large a
 * buffer as oxc wants (6 GB, of which it touches what it needs) may be had.
 */
export function reading(parse: Parser, isSupported: boolean): Parser {
  let isRaw = isSupported;
  return (name, text, options) => {
    if (isRaw) {
      try {
        return parse(name, text, { ...options, experimentalRawTransfer: true });
      } catch {
        isRaw = false;
      }
    }
    return parse(name, text, options);
  };
}

export const parser: Parser = reading(parseSync, rawTransferSupported());

/**
 * With fewer files, what reads their trees in place takes about as long to get fast as it saves, and JSON is faster from the
 * start.
 */
const manyFiles = 10_000;

/** The parser for a scan of so many files. */
export function parserFor(files: number): Parser {
  return rawTransferSupported() || files < manyFiles ? parser : inPlace();
}

/** Reads trees in place on Node 20, while that works. */
const inPlace = once((): Parser => {
  const open = once(openTreesInPlace);
  return reading(
    (name, text, options) =>
      options?.experimentalRawTransfer === true
        ? open()(name, text, options)
        : parseSync(name, text, options),
    true,
  );
});
