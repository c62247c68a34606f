// One function, two events whose names have holes, and a caller that does not fill them: it sends either.
import posthog from "posthog-js";

function toggle(metric: { label: string }, on: boolean) {
  if (on) posthog.capture(`Showing ${metric.label}`);
  else posthog.capture(`Hiding ${metric.label}`);
}

export const all = (metrics: { label: string }[]) => metrics.forEach((metric) => toggle(metric, metric.label !== ""));

posthog.init("key", { loaded: (client) => client.capture("Library Loaded", { at: 1 }) });
