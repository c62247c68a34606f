// Reads what the examples of rules hold beside a plan: the templates that consumers send, and code.

import { scanTexts } from "../code/scan-texts.js";
import type { Parser } from "../code/syntax/parse.js";
import { scanConsumers } from "../consumers/consumer-scan.js";
import type { LiquidModule } from "../consumers/liquid-reader.js";
import type { SourceFile } from "../diagnostics/diagnostic.js";
import type { Plan } from "../plan/plan.js";
import { readTemplates } from "../plan/templates.js";
import type { ExampleReader } from "./examples.js";

/** What it takes to read the mirrors; one whose reader is not there is not read. */
export type ExampleTools = { readonly liquid?: LiquidModule; readonly parser?: Parser };

/** A reader of the mirrors in examples, which are files in memory. */
export function exampleReader({ liquid, parser }: ExampleTools): ExampleReader {
  return (plan, files, beside) => ({
    ...(liquid !== undefined && {
      consumers: scanConsumers(plan, templatesOf(plan, files), liquid),
    }),
    ...(parser !== undefined && beside !== undefined && { code: scanTexts(beside, { plan, parser }) }),
  });
}

function templatesOf(plan: Plan, files: readonly SourceFile[]): ReturnType<typeof readTemplates> {
  const byPath = new Map(files.map(({ path, text }) => [`/${path}`, text]));
  return readTemplates(plan, "/", {
    kindOf: (path) => (byPath.has(path) ? "file" : undefined),
    read: (path) => Buffer.from(byPath.get(path) ?? ""),
  });
}
