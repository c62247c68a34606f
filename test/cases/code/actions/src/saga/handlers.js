import posthog from "posthog-js";

export const trackEvent = function* ({ payload }) {
  posthog.capture(payload.key, { more: payload.more });
};
