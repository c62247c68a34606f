// The rule suppression-expired: a comment that sets a finding aside until a day does so up to that day.
import { engineRule } from "../rule.js";

export const suppressionExpired = engineRule({
  id: "suppression-expired",
  summary: "The day has passed until which a comment sets a finding aside",
  why: "Somebody promised to mend it by then. From the day after, the finding is reported again, together with this reminder of the promise.",
  fix: "Mend what the finding is about and remove the comment, or agree on a new day.",
  severity: "warning",
  examples: {
    bad: `
events:
  # trackwright-ignore event-name-casing until 2026-03-31: renamed with the new app
  order_completed:
    description: An order is paid.
`,
    good: `
events:
  # trackwright-ignore event-name-casing until 2026-12-31: renamed with the new app
  order_completed:
    description: An order is paid.
`,
  },
});
