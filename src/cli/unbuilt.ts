// The TypeScript that a plan generates, for a scan of code where it was not built yet.
import type { SourceFile } from "../diagnostics/diagnostic.js";
import type { Plan } from "../plan/plan.js";

/** Makes those files when they are asked for, by paths relative to the project root; none without such a target. */
export function unbuiltTypeScript(plan: Plan): () => Promise<readonly SourceFile[]> {
  return async () => {
    // Nearly always the files are there.
    const { resolveTargets } = await import("../generators/registry.js");
    const target = resolveTargets(plan).targets.find(({ generator }) => generator.id === "typescript");
    if (target === undefined) return [];
    const folder = target.out.replace(/\/+$/, "");
    return target.generator
      .generate(plan, target.options)
      .files.map(({ path, content }) => ({ path: `${folder}/${path}`, text: content }));
  };
}
