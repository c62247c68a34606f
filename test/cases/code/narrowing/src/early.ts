// What conditions rule out is not sent behind them; what they do not rule out is.
import { AnalyticsBrowser } from "@segment/analytics-next";

const analytics = AnalyticsBrowser.load({ writeKey: "x" });

type Severity = "error" | "warning" | "silent";

export function failed(severity: Severity) {
  if (severity === "silent") return;
  analytics.track("Failed", { severity });
}

export function failedToo(severity: Severity) {
  if (severity === "silent") console.log(severity);
  analytics.track("Failed Too", { severity });
}

export function inContext(context?: { severity?: Severity | null }) {
  if (!context?.severity || context.severity === "silent") return;
  analytics.track("In Context", { severity: context.severity });
}

export function switched(severity: Severity) {
  switch (severity) {
    case "silent":
      break;
    case "error":
    case "warning":
      analytics.track("Switched", { severity });
      break;
    default:
      analytics.track("Never", { severity });
  }
}

function payload(query: { get(key: string): string | null }) {
  const source = query.get("source");
  if (!source) return null;
  return { source };
}

export function done(query: { get(key: string): string | null }) {
  const properties = payload(query);
  if (properties) analytics.track("Done", properties);
}

export function asked(user: { id: string; plan: "free" | "paid" | null } | null, names: (string | undefined)[]) {
  const isPaying = user !== null && user.plan === "paid";
  if (isPaying) analytics.track("Paying", { plan: user.plan });
  if (user?.plan == null) throw new Error("no plan");
  analytics.track("Planned", { plan: user.plan });
  for (const name of names) {
    if (typeof name !== "string") continue;
    analytics.track("Named", { name });
  }
}

export function asserted(plan: "free" | null) {
  invariant(plan, "a plan");
  analytics.track("Asserted", { plan });
  const tell = () => analytics.track("Told", { plan });
  tell();
}

/** It is another one by then. */
export function changed(plan: "free" | "paid" | null) {
  let own: "free" | "paid" | null = plan;
  if (own === null) return;
  own = null;
  analytics.track("Changed", { plan: own });
  if (plan === null) {
    const plan = "paid";
    analytics.track("Another", { plan });
  }
}

declare function invariant(value: unknown, message: string): asserts value;
