// The parser as this Node can have it: syntax trees are read where oxc laid them, if they can be, and else from JSON.
import { parseSync } from "oxc-parser";
import type { Parser } from "./parse.js";
import { openPlacedTrees } from "./placed-trees.js";

/** A little of what scans read. */
const sample = `import { track as t } from "x";\nt?.(\`\${a}\`, { b: [1, null], ...c as D } satisfies E);\n`;
const options = { lang: "ts", astType: "ts", preserveParens: false } as const;

/**
 * A parser that reads trees where they lie, if `open` gives one and it reads a sample as `json` does, and takes a text
 * that this one fails on to `json`, which holds deeper trees.
 */
export function reading(json: Parser, open: () => Parser): Parser {
  let placed: Parser | undefined;
  let isOpened = false;
  return (name, text, options) => {
    try {
      if (!isOpened) {
        isOpened = true;
        const opened = open();
        if (treeText(opened) === treeText(json)) placed = opened;
      }
      if (placed !== undefined) return placed(name, text, options);
    } catch {}
    return json(name, text, options);
  };
}

function treeText(parse: Parser): string {
  return JSON.stringify(parse("code.ts", sample, options).program);
}

export const parser: Parser = reading(parseSync, openPlacedTrees);
