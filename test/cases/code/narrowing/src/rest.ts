// A rest pattern leaves out what was taken, also of what is spread or stands in for it.
import { AnalyticsBrowser } from "@segment/analytics-next";

const analytics = AnalyticsBrowser.load({ writeKey: "x" });

export function rest(own: { a: number; b: string }, wide: boolean) {
  const all = { ...own, c: true, d: 1 };
  const { a, c, ...others } = all;
  analytics.track("Rest", others);
  const either = wide ? { a: 1, e: 2 } : { e: 3 };
  const { e, ...left } = either;
  analytics.track("Left", { ...left, taken: a ?? c ?? e });
}

function send(name: string, props: { a?: number; b?: string } = {}) {
  const { a, ...more } = props;
  analytics.track(name, { ...more, first: a });
}

send("Sent", { a: 1, b: "x" });
send("Sent Bare");
