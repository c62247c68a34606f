import posthog from "posthog-js";

export const track = (name: string, properties?: object) => posthog.capture(name, properties);
