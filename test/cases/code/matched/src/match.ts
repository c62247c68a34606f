// What ts-pattern hands to a handler is what its pattern says, and what a match gives is what its handlers give.
import { AnalyticsBrowser } from "@segment/analytics-next";
import { match, P } from "ts-pattern";
const analytics = AnalyticsBrowser.load({ writeKey: "x" });
type State = { kind: "a" } | { kind: "b" } | { kind: "c" };
export function f(s: State) {
  const name = match(s)
    .with({ kind: P.union("a", "b") }, () => "A" as const)
    .with({ kind: "c" }, () => "C" as const)
    .exhaustive();
  analytics.track(name);
}
export function g(s: string) {
  match(s)
    .with(P.union("A", "B"), (event) => analytics.track(event))
    .with("C", (event) => { analytics.track(event); })
    .otherwise(() => undefined);
}
export function h(s: string) {
  analytics.track(match(s).with("x", () => "A").with(P.string, () => "B").otherwise(() => "C"));
}

type Props = { eventName: "A" | "B" | "C"; plan: { tier: string } };
export function inObject(props: Props) {
  match(props)
    .with({ eventName: P.union("A", "B") }, ({ eventName, plan }) => analytics.track(eventName, { tier: plan.tier }))
    .with({ eventName: "C" }, ({ eventName }) => analytics.track(eventName))
    .otherwise(({ eventName }) => analytics.track(eventName));
}
