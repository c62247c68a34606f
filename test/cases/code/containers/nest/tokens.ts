export const POSTHOG = "POSTHOG";
