// Functions are made around others, in ways that are not followed.
type Any = (...args: any[]) => any;
const settings: Record<string, (fn: Any) => Any> = {};

export function quietly(fn: Any): Any {
  const wrapped = settings[fn.name]?.(fn) ?? fn;
  return (...args: any[]) => {
    try {
      return wrapped(...args);
    } catch {}
  };
}
