// The parser as this Node can have it: syntax trees are read where oxc laid them, if they can be, and else from JSON.
import { parseSync } from "oxc-parser";
import type { Parser } from "./parse.js";
import { openPlacedTrees } from "./placed-trees.js";

/**
 * A parser that reads trees where they lie, if `open` gives one, and takes a text that this one fails on to `json`, which
 * holds deeper trees.
 */
export function reading(json: Parser, open: () => Parser): Parser {
  let placed: Parser | undefined;
  let isOpened = false;
  return (name, text, options) => {
    try {
      if (!isOpened) {
        isOpened = true;
        placed = open();
      }
      if (placed !== undefined) return placed(name, text, options);
    } catch {}
    return json(name, text, options);
  };
}

export const parser: Parser = reading(parseSync, openPlacedTrees);
