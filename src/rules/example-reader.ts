// Reads what the examples of rules hold beside a plan: the templates that consumers send.
import { scanConsumers } from "../consumers/consumer-scan.js";
import type { LiquidModule } from "../consumers/liquid-reader.js";
import { readTemplates } from "../plan/templates.js";
import type { ExampleReader } from "./examples.js";

/** A reader of the mirror `consumers` in examples, which are files in memory. */
export function exampleReader(liquid: LiquidModule): ExampleReader {
  return (plan, files) => {
    const byPath = new Map(files.map(({ path, text }) => [`/${path}`, text]));
    const templates = readTemplates(plan, "/", {
      kindOf: (path) => (byPath.has(path) ? "file" : undefined),
      read: (path) => Buffer.from(byPath.get(path) ?? ""),
    });
    return { consumers: scanConsumers(plan, templates, liquid) };
  };
}
