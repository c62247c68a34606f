// The parser as this Node can have it: syntax trees are read where oxc laid them, if they can be, and else from JSON.
import { parseSync, rawTransferSupported } from "oxc-parser";
import type { Parser } from "./parse.js";

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
