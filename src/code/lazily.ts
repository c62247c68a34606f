// Values that are worked out when they are asked for, once in each look.
import type { Lazy, Value } from "./values.js";

/** What was worked out lazily in the look that is going on. */
let made = new Map<Lazy, Value>();

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

/** Does work in which nothing counts as worked out that was before, and of which nothing counts so after. */
export function freshly<T>(work: () => T): T {
  const before = made;
  made = new Map();
  try {
    return work();
  } finally {
    made = before;
  }
}
