// A name that is assigned again is what a condition says as long as nothing is assigned to it since.
import { AnalyticsBrowser } from "@segment/analytics-next";

const analytics = AnalyticsBrowser.load({ writeKey: "x" });
declare function read(): string;

export function referred() {
  let code: string | null = null;
  try {
    code = read();
  } catch {
    // None was kept.
  }
  analytics.track("Referred", { ...(code && { code }), raw: code });
  if (code === null) return;
  analytics.track("Referred With Code", { code });
}

export function lost(isDone: boolean) {
  let step: "first" | null = null;
  if (isDone) step = "first";
  if (step) {
    analytics.track("Kept", { step });
    if (isDone) step = null;
    analytics.track("Lost", { step });
  }
}

export function later(isDone: boolean) {
  let step: "first" | null = null;
  if (isDone) step = "first";
  if (step) window.setTimeout(() => analytics.track("Later", { step }));
  step = null;
}
