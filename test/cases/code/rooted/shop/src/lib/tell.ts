// Whatever it is given, it hands on.
export const google = function google() {
  if (typeof window.ga === "function") window.ga.apply(window, arguments as any);
};
export const told = (...all: unknown[]) => Reflect.apply(window.gtag, undefined, all);
