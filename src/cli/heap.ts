// Keeps the memory of a run on a large plan in bounds.

/** A plan of a few thousand events: bytes of all its files. */
const largePlan = 2_000_000;

/**
 * Lets the heap grow by less than double before it is collected, where a plan is large: `size` is the bytes of its
 * files. Left to itself, V8 holds three times what 10,000 events need, which is more than a CI container may have. Has
 * to be said before the plan is loaded: later it has no effect.
 */
export function boundHeap(size: number): void {
  // A flag of V8's own, no promise of Node's: used where it is known to be, since another V8 would complain.
  if (size <= largePlan || Number(process.versions.node.split(".")[0]) > 24) return;
  // Loading the module takes a while, which small plans need not wait for.
  process.getBuiltinModule("node:v8").setFlagsFromString("--heap-growing-percent=80");
}
