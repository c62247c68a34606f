// Keeps the memory of a run on a large plan in bounds, and spares it collections that free nothing.

/** A plan of a few thousand events: bytes of all its files. */
const largePlan = 2_000_000;

/**
 * To be said before a plan is loaded; `size` is the bytes of its files. While it is, the heap of a large one is let
 * grow: nearly all that a load makes stays to its end, so that collecting before costs much and frees little.
 */
export function freeHeap(size: number): void {
  // The first collection comes at some 35 MB, whatever is said here; the next one after ten times that.
  if (size > largePlan) setGrowth(900);
}

/**
 * To be said after it was loaded. Lets the heap grow by less than double before it is collected, where a plan is
 * large: left to itself, V8 holds three times what 10,000 events need, which is more than a CI container may have.
 */
export function boundHeap(size: number): void {
  if (size > largePlan) setGrowth(80);
}

function setGrowth(percent: number): void {
  // A flag of V8's own, no promise of Node's: used where it is known to be, since another V8 would complain.
  if (Number(process.versions.node.split(".")[0]) > 24) return;
  // Loading the module takes a while, which small plans need not wait for.
  process.getBuiltinModule("node:v8").setFlagsFromString(`--heap-growing-percent=${percent}`);
}
