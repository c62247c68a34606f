// What `lint` reads of a mirror beside the plan, and how: a file each in this folder, joined by readers.ts.
import type { Diagnostic, SourceFile } from "../../diagnostics/diagnostic.js";
import type { LoadedPlan, PlanLocation } from "../../plan/load.js";
import type { Plan } from "../../plan/plan.js";
import type { Sharing } from "../../plan/sharing.js";
import type { Checked } from "../../report/report.js";
import type { Facts } from "../../rules/rule.js";
import type { LintOptions } from "../commands/lint.js";
import type { GlobalOptions } from "../options.js";
import type { Recording } from "../remember.js";

/** What a reader may look at. The plan was loaded without errors that keep this mirror from being read. */
export type MirrorRequest = {
  readonly recording: Recording;
  readonly globals: GlobalOptions;
  readonly options: LintOptions;
  readonly location: PlanLocation;
  readonly loaded: LoadedPlan;
  readonly plan: Plan;
  /** What the plan was loaded with, for another version of it. */
  readonly sharing: Sharing;
};

export type MirrorRead = {
  /** What the reader found wrong itself; what rules find in its facts comes later. */
  readonly diagnostics: readonly Diagnostic[];
  /** The texts that findings may point into. */
  readonly files: readonly SourceFile[];
  /** How much was read, for the summary. */
  readonly checked: Partial<Checked>;
  /** What the rules of the mirror judge. */
  readonly facts?: Facts;
  /** True where everything that was read went through the recording, so that a clean result may be repeated. */
  readonly repeatable: boolean;
};

/** Reads a mirror. Throws a UsageError where what was asked for is not there. */
export type MirrorReader = (request: MirrorRequest) => MirrorRead | Promise<MirrorRead>;
