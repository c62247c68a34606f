// A function that is made around another one, and gives back what that gives.
export function quietly<T extends (...args: any[]) => any>(fn: T, other?: ReturnType<T>) {
  return (...args: Parameters<T>): ReturnType<T> | undefined => {
    try {
      const result = fn(...args);
      if (result instanceof Promise) return other;
      return result;
    } catch {
      return other;
    }
  };
}
