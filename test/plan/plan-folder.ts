// Puts a plan of given files into a temporary folder and loads it, for the tests that build their plans in code.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { LineIndex } from "../../src/diagnostics/line-index.js";
import { type LoadedPlan, loadPlan } from "../../src/plan/load.js";

export const headText = "trackwright: 1\nname: acme-store\n";

/** Files by their path in the plan folder; `plan.yaml` is a minimal head where it is not given. */
export type PlanFiles = ReadonlyMap<string, string | Uint8Array>;

/** Writes the files below `<root>/tracking-plan`, hands the root to `use`, and removes it all. */
export function withPlanFolder<T>(files: PlanFiles, use: (root: string) => T): T {
  const root = mkdtempSync(join(tmpdir(), "trackwright-plan-"));
  try {
    for (const [path, content] of [["plan.yaml", headText] as const, ...files]) {
      const file = join(root, "tracking-plan", path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    return use(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Loads a plan of these files. */
export function loadFiles(files: PlanFiles): LoadedPlan {
  return withPlanFolder(files, (root) => loadPlan({ root, folder: "tracking-plan" }));
}

/** Loads a minimal head and one more file with this content. */
export function loadBody(content: string | Uint8Array): LoadedPlan {
  return loadFiles(new Map([["body.yaml", content]]));
}

/** The rules that a plan's findings are of, without repeats, sorted. */
export function rulesOf(loaded: LoadedPlan): string[] {
  return [...new Set(loaded.diagnostics.map((finding) => finding.rule))].sort();
}

/** Holds what is true of the findings of every plan: they have words, and ranges that lie in files that were read. */
export function expectSoundFindings(loaded: LoadedPlan): void {
  const lengths = new Map(loaded.files.map((file) => [file.path, file.text.length]));
  for (const finding of loaded.diagnostics) {
    expect(finding.message.length, finding.rule).toBeGreaterThan(0);
    expect(finding.message.length, finding.message.slice(0, 200)).toBeLessThan(2_000);
    expect(finding.help?.length ?? 0, finding.help?.slice(0, 200)).toBeLessThan(2_000);
    const edits = (finding.fixes ?? []).flatMap((fix) => fix.edits);
    for (const { span } of [finding, ...(finding.related ?? []), ...edits]) {
      const length = lengths.get(span.file);
      if (length === undefined) {
        // Only a file that could not be read, or is not there, may be named without its text.
        expect([finding.rule, span.start, span.end]).toEqual([finding.rule, 0, 0]);
        continue;
      }
      const valid = 0 <= span.start && span.start <= span.end && span.end <= length;
      expect(valid, `${finding.rule} ${span.file} ${span.start}-${span.end} of ${length}`).toBe(true);
    }
  }
}

/** The text under a finding. */
export function textUnder(loaded: LoadedPlan, index = 0): string | undefined {
  const span = loaded.diagnostics[index]?.span;
  if (span === undefined) return undefined;
  return loaded.files.find((file) => file.path === span.file)?.text.slice(span.start, span.end);
}

/** `line:column` where a finding begins. */
export function placeOf(loaded: LoadedPlan, index = 0): string | undefined {
  const span = loaded.diagnostics[index]?.span;
  const file = loaded.files.find((one) => one.path === span?.file);
  if (span === undefined || file === undefined) return undefined;
  const { line, column } = new LineIndex(file.text).position(span.start);
  return `${line}:${column}`;
}
