// Values that are worked out when they are asked for, once in each look.
import type { Guarded, Lazy, Value } from "./values.js";

/** What was worked out lazily in the look that is going on. */
let made = new Map<Lazy, Value>();
let madeGuards = new Map<Guarded, ReturnType<Guarded>>();
/** Conditions that are being worked out. */
let asked = new Set<Guarded>();

/** An expression to be evaluated later, once in each look: what it is hangs on what else is at work. */
export function lazily(work: Lazy): Lazy {
  const lazy: Lazy = () => {
    let value = made.get(lazy);
    if (value === undefined) {
      value = work();
      made.set(lazy, value);
    }
    return value;
  };
  return lazy;
}

/** The same for conditions. */
export function guardsLazily(work: Guarded): Guarded {
  const lazy: Guarded = () => {
    const known = madeGuards.get(lazy);
    if (known !== undefined) return known;
    // `if (!ref.current) return; ref.current = undefined;`: what is put in is asked whether it is put in.
    if (asked.has(lazy)) return [];
    asked.add(lazy);
    try {
      const guards = work();
      madeGuards.set(lazy, guards);
      return guards;
    } finally {
      asked.delete(lazy);
    }
  };
  return lazy;
}

/** Does work in which nothing counts as worked out that was before, and of which nothing counts so after. */
export function freshly<T>(work: () => T): T {
  const before = made;
  const guardsBefore = madeGuards;
  const askedBefore = asked;
  made = new Map();
  madeGuards = new Map();
  asked = new Set();
  try {
    return work();
  } finally {
    made = before;
    madeGuards = guardsBefore;
    asked = askedBefore;
  }
}
