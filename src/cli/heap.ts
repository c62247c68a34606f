// Keeps the memory of a run on a large plan, or on much code, in bounds.

/** A plan of a few thousand events: bytes of all its files. */
const largePlan = 2_000_000;

/**
 * Lets the heap grow by less than double before it is collected, where a plan is large: `size` is the bytes of its
 * files. Left to itself, V8 holds three times what 10,000 events need, which is more than a CI container may have. Has
 * to be said before the plan is loaded: later it has no effect.
 */
export function boundHeap(size: number): void {
  if (size > largePlan) growBy(80);
}

/** The files of a project from which on a scan fills the heap with trees that it no longer needs. */
const manyFiles = 1_000;

/** The same before so many files of code are scanned. Their trees, if parsed from much JSON, count as old from the start. */
export function boundHeapForCode(files: number): void {
  if (files > manyFiles) growBy(40);
}

/** Lets the heap grow by so many percent before it is collected. */
function growBy(percent: number): void {
  // A flag of V8's own, no promise of Node's: used where it is known to be, since another V8 would complain.
  if (Number(process.versions.node.split(".")[0]) > 24) return;
  // Loading the module takes a while, which what is small need not wait for.
  process.getBuiltinModule("node:v8").setFlagsFromString(`--heap-growing-percent=${percent}`);
}
