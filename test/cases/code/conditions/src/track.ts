// A wrapper that tells several libraries is one emission, and compares names only with what can be them.
import posthog from "posthog-js";
import { AnalyticsBrowser } from "@segment/analytics-next";

const segment = AnalyticsBrowser.load({ writeKey: "x" });

export function track(name: string, properties?: object) {
  posthog.capture(name, properties);
  segment.track(name === "Page View" ? "page-load" : name, properties);
}

export const trackReport = (action: "create" | "delete") => track(`Report: ${action}`);
export const trackAny = (action: string) => track(`Report: ${action}`);
