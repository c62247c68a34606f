export function compose(...functions: ((one?: unknown) => unknown)[]): (one: unknown) => unknown {
  if (functions.length === 1) return functions[0];
  return functions.reduce((outer, inner) => (...args) => outer(inner(...args)));
}
