import type { Mixpanel } from "mixpanel-browser";

/** A client that is loaded when it is needed. */
export async function load(): Promise<Mixpanel> {
  const { default: mixpanel } = await import("mixpanel-browser");
  mixpanel.init("token");
  return mixpanel;
}

export const ready = new Promise((resolve) => {
  import("posthog-js").then(({ default: posthog }) => resolve(posthog));
});

let capture: typeof import("posthog-js").default.capture | undefined;
let lazy;

export const begun = import("posthog-js").then(({ default: posthog }) => {
  capture = posthog.capture;
});

export async function begin() {
  ({ default: lazy } = await import("posthog-js"));
}

export function track(name: string, props?: object) {
  if (capture) capture(name, props);
  else void begun.then(() => capture?.(name, props));
}

export const lazily = (name: string) => lazy.capture(name);
