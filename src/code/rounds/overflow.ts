// What happens to a look that leads too deep: it is given up and told, and the rest of the project is still read. Work is
// bounded by depth and by steps already; this is for the circle that nobody has thought of.

/** Does work; where that overflows the stack, gives what `otherwise` does. Anything else that is thrown goes on. */
export function unlessTooDeep<T>(work: () => T, otherwise: () => T): T {
  try {
    return work();
  } catch (thrown) {
    if (thrown instanceof RangeError && thrown.message.startsWith("Maximum call stack size"))
      return otherwise();
    throw thrown;
  }
}
