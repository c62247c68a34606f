// The rule unverified-call: what may be an event is told apart from what is one.
import { type Emission, keptBack } from "../../code/emission.js";
import { codeRule } from "../code-rule.js";

export const unverifiedCall = codeRule({
  id: "unverified-call",
  summary: "A call may send an event, and nothing shows whether it does",
  why:
    "A call that is not known to send is not held to the plan, unless it names an event of it: its name may be wrong, and " +
    "nobody hears of it. Told here, it can be looked at once.",
  fix: "Declare the function under `code.calls` in the plan if it sends events. Where it sends none, set the finding aside.",
  severity: "info",
  examples: {
    bad: {
      body: `
events:
  Signed Up:
    description: An account is opened.
`,
      beside: {
        "web/account.ts": `
export function open(analytics) {
  analytics.track("Newsletter Joined");
}
`,
      },
    },
    good: {
      body: `
code:
  calls:
    - { call: analytics.track, event: 0, properties: 1 }
events:
  Newsletter Joined:
    description: Somebody wants our letters.
`,
      beside: {
        "web/account.ts": `
export function open(analytics) {
  analytics.track("Newsletter Joined");
}
`,
      },
    },
  },
  check({ code }, report) {
    // A function of which nothing is known is one question, from however many places it is called.
    const asked = new Map<string, Emission[]>();
    for (const { emission } of code.doubtfulCalls) {
      // What certainly sends nothing, as far as it can be seen, may not.
      if (emission.doubt === undefined || emission.doubt === keptBack) continue;
      const key = JSON.stringify([emission.method === "identify", emission.call, emission.doubt]);
      const same = asked.get(key);
      if (same === undefined) asked.set(key, [emission]);
      else same.push(emission);
    }
    for (const [first, ...others] of asked.values()) {
      if (first === undefined) continue;
      const does = first.method === "identify" ? "tell who somebody is" : "send an event";
      const places =
        others.length === 0 ? "" : `, as may ${others.length} more ${others.length === 1 ? "call" : "calls"}`;
      report(first.name?.span ?? first.span, `This may ${does}${places}: ${first.doubt}.`, {
        help: "Declare the function under `code.calls`, or set this aside.",
        related: others
          .slice(0, 5)
          .map((one) => ({ message: "also here", span: one.name?.span ?? one.span })),
      });
    }
  },
});
