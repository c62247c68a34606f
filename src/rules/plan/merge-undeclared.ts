// The rule merge-undeclared: a plan with anonymous events says when their trail joins the person.
import type { PlanEvent } from "../../plan/plan.js";
import { planRule } from "../rule.js";

/** How many events a finding shows. */
const shownEvents = 5;

export const mergeUndeclared = planRule({
  id: "merge-undeclared",
  summary: "Events may be anonymous, and the plan does not say when they join the person",
  why:
    "What people look at before they sign in is what tells what they want. If no system joins that trail to the person, " +
    "it is lost to every campaign after 30 days; if two systems do it, profiles are joined that can't be parted again.",
  fix: "Say it under `identity`: `merge: on-identify`, `merge: { on: Signed In }`, or `merge: never` where the trail is not wanted.",
  severity: "warning",
  needs: "plan",
  examples: {
    bad: `
identity:
  primary: id
events:
  Viewed Product:
    description: A product page is shown.
    identity: any
`,
    good: `
identity:
  primary: id
  merge: on-identify
events:
  Viewed Product:
    description: A product page is shown.
    identity: any
`,
  },
  check({ plan, index }, report) {
    if (plan.identity.merge !== undefined) return;
    const anonymous = index.liveEvents.filter((event) => event.status !== "deprecated" && isAnonymous(event));
    const [first] = anonymous;
    if (first === undefined) return;
    const others = anonymous.length - 1;
    const more = others === 0 ? "" : ` and ${others} other ${others === 1 ? "event" : "events"}`;
    report(
      first.identity.span,
      `"${first.name.value}"${more} may be anonymous, and the plan does not say when that trail joins the person.`,
      {
        event: first.name.value,
        help: 'Write "identity: { merge: on-identify }" in the head, or "{ on: EVENT }", or "never".',
        related: anonymous
          .slice(1, shownEvents)
          .map(({ name, identity }) => ({ message: `"${name.value}"`, span: identity.span })),
      },
    );
  },
});

function isAnonymous({ identity }: PlanEvent): boolean {
  return identity.kind === "identifiers"
    ? identity.identifiers.some(({ value }) => value === "anonymous")
    : identity.kind !== "known";
}
