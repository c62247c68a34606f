// What V8 is told about a run: a short one has no use for optimized code, and a long one's memory is kept in bounds.

/** A plan of a few thousand events: bytes of all its files. */
const largePlan = 2_000_000;
/** A plan of a few hundred events: from here on, optimized code is worth its making, of what runs most. */
const mediumPlan = 200_000;

// Flags of V8's own, no promise of Node's: used where they are known to be, since another V8 would complain.
const node = Number(process.versions.node.split(".")[0]);
const isMeasured = node === 20;
const canGrow = node <= 24;

/**
 * How much of a function V8 runs before it thinks of optimizing it: what a few milliseconds run, what a second or two
 * do, and its default. Of a thousand events, a third of the CPU went into code that then ran no longer than it was made.
 */
const budgets = { short: 4_000_000, medium: 400_000, long: 67_584 };

/** How often a regular expression is interpreted before it is compiled to machine code: one of many, and V8's default. */
const regExpTicks = { short: 100, long: 1 };

/**
 * Has V8 wait before it optimizes: a run on a small plan ends before optimized code would have paid. Has to be said
 * before kept code is used or kept, since V8 takes that only with the flags that it was made with.
 */
export function expectShortRun(): void {
  if (!isMeasured) return;
  setFlag(`--interrupt-budget=${budgets.short}`);
  setFlag(`--regexp-tier-up-ticks=${regExpTicks.short}`);
}

/** To be said before code is kept: takes back what was said of the heap, which the next process begins without. */
export function expectNextRun(): void {
  expectShortRun();
  growHeapBy(0);
  if (!isMeasured) return;
  setFlag("--allocation-site-pretenuring");
  growYoungBy(defaultGrowth);
}

/** Takes that back, where there is more to do. */
export function expectLongRun(): void {
  expectRun("long");
}

/**
 * The same before code is searched: what a scan does with a file it does in many functions and few times, so that a
 * third of its CPU went into optimized code that did not pay, on repositories of 300 files as on those of 6,000.
 */
export function expectScan(): void {
  expectRun("medium");
}

function expectRun(length: "medium" | "long"): void {
  if (!isMeasured) return;
  setFlag(`--interrupt-budget=${budgets[length]}`);
  setFlag(`--regexp-tier-up-ticks=${regExpTicks.long}`);
}

/**
 * To be said before a plan is loaded; `size` is the bytes of its files. While it is, the heap of a large one is let
 * grow: nearly all that a load makes stays to its end, so that collecting before costs much and frees little.
 */
export function expectPlan(size: number): void {
  if (size > mediumPlan) expectRun(size > largePlan ? "long" : "medium");
  // The first collection comes at some 35 MB, whatever is said here; the next one after ten times that.
  if (size > largePlan) growHeapBy(900);
}

/**
 * To be said after it was loaded. Lets the heap grow by less than double before it is collected, where a plan is
 * large: left to itself, V8 holds three times what 10,000 events need, which is more than a CI container may have.
 */
export function planIsLoaded(size: number): void {
  if (size > largePlan) growHeapBy(80);
}

/** The files of a project from which on a scan fills the heap with syntax trees that it no longer needs. */
const manyFiles = 1_000;

/**
 * To be said before so many files of code are searched. Trees that come as much JSON count as old from the start, so that
 * nothing but a collection of the whole heap takes them away; those that are held must not teach V8 to make all others as
 * old as them. What comes back is to be called as the search goes on.
 */
export function expectCode(files: number): (() => void) | undefined {
  if (files <= manyFiles) return undefined;
  growHeapBy(40);
  if (!isMeasured) return undefined;
  setFlag("--no-allocation-site-pretenuring");
  return holdYoung();
}

/** Half of what V8 lets young objects have, in bytes: the other half, which it would come to, saves no time of a scan. */
const mostYoung = 16_000_000;

/** How many times as large V8 makes it when it is full. */
const defaultGrowth = 2;

/** How many calls lie between two looks at the heap, which take some microseconds. */
const rarely = 16;

/**
 * Gives what keeps the place for young objects from growing on when it is called often enough. V8 makes it smaller, too,
 * after a collection that left few of them: it is let grow again then, or every few hundred kilobytes would be collected.
 */
function holdYoung(): () => void {
  const { getHeapSpaceStatistics } = process.getBuiltinModule("node:v8");
  let calls = 0;
  let isHeld = false;
  return () => {
    calls++;
    if (calls % rarely !== 0) return;
    const young = getHeapSpaceStatistics().find(({ space_name: name }) => name === "new_space");
    const isLarge = young !== undefined && young.space_size >= mostYoung;
    if (isLarge === isHeld) return;
    isHeld = isLarge;
    growYoungBy(isHeld ? 1 : defaultGrowth);
  };
}

function growYoungBy(factor: number): void {
  setFlag(`--semi-space-growth-factor=${factor}`);
}

/** 0 leaves it to V8. */
function growHeapBy(percent: number): void {
  if (canGrow) setFlag(`--heap-growing-percent=${percent}`);
}

function setFlag(flag: string): void {
  process.getBuiltinModule("node:v8").setFlagsFromString(flag);
}
