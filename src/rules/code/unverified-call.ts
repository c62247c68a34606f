// The rule unverified-call: what may be an event is told apart from what is one.
import { keptBack } from "../../code/emission.js";
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
    for (const { emission } of code.doubtfulCalls) {
      // What certainly sends nothing, as far as it can be seen, may not.
      if (emission.doubt === undefined || emission.doubt === keptBack) continue;
      const does = emission.method === "identify" ? "tell who somebody is" : "send an event";
      report(emission.name?.span ?? emission.span, `This may ${does}: ${emission.doubt}.`, {
        help: "Declare the function under `code.calls`, or set this aside.",
      });
    }
  },
});
