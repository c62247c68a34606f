// Keeps the memory of a run on a large plan in bounds.
import { setFlagsFromString } from "node:v8";
import type { SourceFile } from "../diagnostics/diagnostic.js";

/** A plan of a few thousand events: characters of all its files. */
const largePlan = 2_000_000;

/**
 * Lets the heap grow by less than double before it is collected, where a plan is large. Left to itself, V8 holds
 * three times what 10,000 events need, which is more than a CI container may have.
 */
export function boundHeap(files: readonly SourceFile[]): void {
  const size = files.reduce((sum, file) => sum + file.text.length, 0);
  // A flag of V8's own, no promise of Node's: used where it is known to be, since another V8 would complain.
  const isKnown = Number(process.versions.node.split(".")[0]) <= 24;
  if (size > largePlan && isKnown) setFlagsFromString("--heap-growing-percent=80");
}
