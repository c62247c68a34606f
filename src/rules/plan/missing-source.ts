// The rule missing-source: every event says which system sends it.
import { planRule } from "../rule.js";

export const missingSource = planRule({
  id: "missing-source",
  summary: "An event does not say which system sends it",
  why:
    "An event that could come from anywhere comes from two places sooner or later: the browser and the server both " +
    "report the order, people get the message twice, and no check can tell which of the two is wrong.",
  fix: "Name the one system that knows best: `source: backend`. Systems are declared under `sources` in the head.",
  severity: "warning",
  needs: "plan",
  examples: {
    bad: `
sources:
  backend: { kind: server }
events:
  Order Delivered:
    description: A parcel is in the customer's hands.
`,
    good: `
sources:
  backend: { kind: server }
events:
  Order Delivered:
    description: A parcel is in the customer's hands.
    source: backend
`,
  },
  check({ plan, index }, report) {
    // What is planned may not be decided yet; what is deprecated is on its way out.
    const active = index.liveEvents.filter((event) => event.status === "active");
    if (plan.sources.length === 0) {
      if (active.length > 0)
        report(plan.name.span, "The plan does not say which systems send its events.", {
          help: 'Declare them, such as "sources: { backend: { kind: server } }", and name one in each event.',
        });
      return;
    }
    for (const event of active) {
      if (event.sources.length > 0) continue;
      const name = event.name.value;
      report(event.name.span, `The event "${name}" does not say which system sends it.`, {
        event: name,
        help: `Write "source: NAME". The plan's sources: ${shown(plan.sources.map((one) => one.name.value))}.`,
      });
    }
  },
});

function shown(names: readonly string[]): string {
  return names.length > 8 ? `${names.slice(0, 8).join(", ")}, …` : names.join(", ");
}
