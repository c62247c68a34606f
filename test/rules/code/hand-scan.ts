// Emissions made by hand, for the tests of what happens to findings about code whatever the scanner is.
import type { CodeScan, Emission } from "../../../src/code/emission.js";
import { assemblePlan } from "../../../src/plan/assemble.js";
import type { Plan } from "../../../src/plan/plan.js";
import { exampleHead } from "../../../src/rules/examples.js";

/** A plan of what stands in plan.yaml below its first two lines. */
export function planOf(body: string): Plan {
  const files = [{ path: "tracking-plan/plan.yaml", text: exampleHead + body }];
  const { plan, diagnostics } = assemblePlan(files, "tracking-plan", "tracking-plan/plan.yaml");
  if (diagnostics[0] !== undefined) throw new Error(diagnostics[0].message);
  return plan;
}

/** Each `send("Name")` of the texts as an emission without a payload that is known. */
export function handScan(texts: Readonly<Record<string, string>>): CodeScan {
  const emissions = Object.entries(texts).flatMap(([file, text]) =>
    [...text.matchAll(/send\(\s*"(?<name>[^"]*)"\s*\)/g)].map((match): Emission => {
      const name = match.groups?.name ?? "";
      const at = match.index + match[0].indexOf('"');
      const span = { file, start: at, end: at + name.length + 2 };
      const call = { file, start: match.index, end: match.index + match[0].length };
      return {
        language: "typescript",
        call: "send",
        preset: "segment",
        method: "track",
        name: {
          kind: "literal",
          names: [{ name, span, replaceable: true }],
          patterns: [],
          complete: true,
          span,
        },
        properties: { kind: "unknown", span: call },
        identities: [],
        needsIdentity: false,
        eventId: "unknown",
        timestamp: undefined,
        typed: false,
        test: false,
        span: call,
      };
    }),
  );
  const files = Object.keys(texts).length;
  return {
    emissions,
    problems: [],
    skipped: [],
    files,
    parsed: files,
    texts: new Map(Object.entries(texts)),
    sourcesOf: () => [],
  };
}
