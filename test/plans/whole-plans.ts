// The two whole plans that the tests hold to everything, and what the tests do with a plan.
import { fileURLToPath } from "node:url";
import { resolveTargets } from "../../src/generators/registry.js";
import { type LoadedPlan, loadPlan } from "../../src/plan/load.js";
import type { Plan } from "../../src/plan/plan.js";

/** A path from this folder. */
export const root = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
export const plans = [
  { name: "the store", root: root("../../"), events: 43 },
  { name: "the B2B company", root: root("./saas/"), events: 33 },
];

export type Tree = { readonly [key: string]: unknown };

export function load(projectRoot: string): LoadedPlan & { readonly value: Plan } {
  const loaded = loadPlan({ root: projectRoot, folder: "tracking-plan" });
  if (loaded.value === undefined) throw new Error(`no plan could be read in ${projectRoot}`);
  return { ...loaded, value: loaded.value };
}

/** Everything that the plan's targets generate, by path, and what they find. */
export function generate(plan: Plan): { files: Map<string, string>; findings: string[] } {
  const files = new Map<string, string>();
  const resolved = resolveTargets(plan);
  const findings = resolved.diagnostics.map(({ rule, message }) => `${rule}: ${message}`);
  for (const { generator, out, options } of resolved.targets) {
    const result = generator.generate(plan, options);
    for (const file of result.files) files.set(`${out}/${file.path}`, file.content);
    findings.push(...result.diagnostics.map(({ rule, message }) => `${rule}: ${message}`));
  }
  return { files, findings };
}

export function asTree(value: unknown): Tree {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Error("a mapping is expected");
  return Object.fromEntries(Object.entries(value));
}
