// Reads a plan folder: the first stage of every command. (Signature only, until the parser lands.)
import type { Diagnostic, SourceFile } from "../diagnostics/diagnostic.js";
import type { Plan } from "./plan.js";

/** Where a plan lies. */
export type PlanLocation = {
  /** The project root: an absolute path. All relative paths of the plan start here. */
  readonly root: string;
  /** The plan folder, relative to the root, with `/`. */
  readonly folder: string;
};

export type LoadedPlan = {
  /** Undefined where nothing can be made of the files, such as a plan.yaml that is missing. */
  readonly value: Plan | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Every file that was read, also when there is no plan. */
  readonly files: readonly SourceFile[];
};

/** What can't be read at all: no such folder, no permission. Exit code 2. */
export class UnreadablePlanError extends Error {
  override readonly name: string = "UnreadablePlanError";
}

/**
 * The plan folder that is named (`--plan DIR`, resolved against `from`) or found by walking up from `from` to a
 * folder that holds `tracking-plan/plan.yaml`, or is itself a plan folder. Undefined where there is none.
 */
export function findPlan(from: string, named?: string): PlanLocation | undefined {
  throw new Error(`not there yet: ${from} ${named ?? ""}`);
}

/** Loads a plan: all mistakes of all files, and the plan as far as it can be understood. */
export function loadPlan(location: PlanLocation): LoadedPlan {
  throw new Error(`not there yet: ${location.folder}`);
}
