// A proxy stands for as many functions as it is asked for.
import posthog from "posthog-js";

export const events = new Proxy({} as Record<string, (more?: object) => void>, {
  get: (_target, name: string) => (more?: object) => posthog.capture(name, more),
});
