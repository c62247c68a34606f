// A type sends nothing, and nobody imports Segment's library.
import type { PostHog } from "posthog-js";

export type Client = PostHog;
export const library = "@segment/analytics-node";
