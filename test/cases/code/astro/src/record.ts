import posthog from "posthog-js";
export const record = (name: string, payload?: object) => posthog.capture(name, payload);
