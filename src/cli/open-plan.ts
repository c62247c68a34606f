// Finds and loads the plan that a command is about.
import { findPlan, type LoadedPlan, loadPlan, type PlanLocation, plansBelow } from "../plan/load.js";
import type { Sharing } from "../plan/sharing.js";
import { expectPlan, planIsLoaded } from "./engine.js";
import { UsageError } from "./exit-codes.js";
import type { GlobalOptions } from "./options.js";
import { shellWord } from "./shell-word.js";
import type { Terminal } from "./terminal.js";

/** Finds the plan that the command is about; throws a UsageError where there is none. */
export function locatePlan(terminal: Terminal, globals: GlobalOptions): PlanLocation {
  const location = findPlan(terminal.cwd, globals.plan);
  if (location !== undefined) return location;
  const [below] = plansBelow(terminal.cwd);
  throw new UsageError(
    globals.plan === undefined
      ? `no plan found: there is no tracking-plan/plan.yaml in "${terminal.cwd}" or the folders above it. ` +
          (below === undefined
            ? "Run `trackwright init` to start one, or name its folder with --plan."
            : `There is one in "${below}": go there, or add \`--plan ${shellWord(below)}\`.`)
      : `no plan found: there is no plan.yaml in "${globals.plan}". Name the folder that holds it with --plan.`,
  );
}

/** Loads a plan; throws where nothing at all can be said about it. */
export function openPlan(
  location: PlanLocation,
  seen?: (path: string, bytes: Uint8Array) => void,
  sharing?: Sharing,
): LoadedPlan {
  let size = 0;
  const sized = (bytes: number): void => {
    size = bytes;
    expectPlan(size);
  };
  // The commands only read it, which their tests with frozen plans hold.
  const loaded = loadPlan(location, seen, { frozen: false, sharing, sized });
  planIsLoaded(size);
  if (loaded.value === undefined && loaded.diagnostics.length === 0) {
    throw new Error(`the plan in "${location.folder}" gave neither a plan nor a finding`);
  }
  return loaded;
}
