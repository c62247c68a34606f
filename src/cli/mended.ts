// What `lint --fix` mends beside the plan, each with what tells whether a text is still one of its language.
import type { Mirror } from "../diagnostics/diagnostic.js";
import type { Mended } from "./mend-code.js";

/** Those of the mirrors that are checked; what is heavy is loaded for these alone. */
export async function mendedOf(mirrors: readonly Mirror[]): Promise<readonly Mended[]> {
  const all: Mended[] = [];
  if (mirrors.includes("code")) {
    const { parses } = await import("../code/syntax/parses.js");
    all.push({ mirror: "code", what: "code", parses });
  }
  if (mirrors.includes("consumers")) {
    const { readTemplate } = await import("../consumers/template-walk.js");
    const { NearestWords } = await import("../consumers/nearest-words.js");
    const { liquidEngine } = await import("./liquid.js");
    const parses = (_: string, text: string): boolean =>
      readTemplate(text, liquidEngine(), new NearestWords()).problems.every(({ kind }) => kind !== "syntax");
    all.push({ mirror: "consumers", what: "templates", parses });
  }
  return all;
}
