// The rule missing-property: what an event always carries is there at every call.
import type { Emission } from "../../code/emission.js";
import type { Span } from "../../diagnostics/diagnostic.js";
import type { CodeCall } from "../code-index.js";
import { isInside, sentAt } from "../code-places.js";
import { codeRule } from "../code-rule.js";
import type { JudgedPayload } from "../judged-payloads.js";
import { lackedThroughout } from "../lacked-throughout.js";
import { withLeftOut } from "../left-out-arguments.js";
import { onlyEvent, type SharedIssue, sharedIssues, someNames } from "../same-place.js";
import type { ShapeIssue } from "../shape-issues.js";
import { Suggestions } from "../suggestions.js";

type Missing = Extract<ShapeIssue, { kind: "missing" }>;

export const missingProperty = codeRule({
  id: "missing-property",
  summary: "The code sends an event without a property that the plan requires",
  why:
    "A message that reads a property fails to render where it is missing, and is not sent: an automation can be silent for " +
    "months without an error that anybody sees. A condition on it is never true.",
  fix: "Send the property. Where there are calls that can't know it, write a `?` behind its name in the plan, and a fallback into the templates.",
  severity: "error",
  examples: {
    bad: {
      body: `
events:
  Started Checkout:
    description: The checkout is open.
    properties:
      cart_id: string
      cart_value: number
`,
      beside: {
        "web/checkout.ts": `
analytics.track("Started Checkout", { cart_id: cart.id });
`,
      },
    },
    good: {
      body: `
events:
  Started Checkout:
    description: The checkout is open.
    properties:
      cart_id: string
      cart_value: number
`,
      beside: {
        "web/checkout.ts": `
analytics.track("Started Checkout", { cart_id: cart.id, cart_value: cart.total });
`,
      },
    },
  },
  check({ code }, report) {
    const whole = new Set<Missing>();
    const payloads = withLeftOut(code, withoutMeant(code.payloads));
    const ofWrappers = lackedThroughout(code, payloads);
    for (const { call, event, issues } of payloads) {
      const name = event.name.value;
      // What a call lacks altogether is one mistake, however much it is.
      const absent = issues.filter(
        (issue): issue is Missing =>
          issue.kind === "missing" &&
          issue.certainty === "absent" &&
          issue.path.length === 1 &&
          !ofWrappers.has(issue),
      );
      // Each payload of several may lack the same.
      const lacks = new Map(absent.map((issue) => [issue.path.join("."), issue]));
      if (lacks.size < 2) continue;
      for (const issue of absent) whole.add(issue);
      const names = [...lacks.keys()];
      report(placeOf(call), `"${name}" is sent without ${someNames(names, 6)}.`, {
        event: name,
        help: "Send what the plan requires, or make it optional there with a `?`.",
        related: [
          ...sentAt(placeOf(call), [call.emission]),
          ...[...lacks.values()].slice(0, 5).map(({ property }) => ({
            message: `"${property.name.value}" is required here`,
            span: property.name.span,
          })),
        ],
      });
    }
    const shared = sharedIssues(
      payloads,
      ({ call, issues }) =>
        issues.flatMap((issue) => {
          if (issue.kind !== "missing" || whole.has(issue)) return [];
          const isOfCall = issue.path.length === 1 && issue.certainty === "absent";
          return [isOfCall ? { ...issue, span: ofWrappers.get(issue) ?? placeOf(call) } : issue];
        }),
      ({ certainty }) => certainty,
    );
    for (const [{ issue, events, emissions }, ...more] of together(shared)) {
      const { path, property, span, certainty } = issue;
      const [one, many] = sentWithout[certainty];
      const name = path.join(".");
      const names = [name, ...more.map((other) => other.issue.path.join("."))];
      report(span, `${someNames(events)} ${events.length > 1 ? many : one} ${someNames(names, 6)}.`, {
        ...onlyEvent(events),
        ...(more.length === 0 && { property: name }),
        help: `Send ${more.length === 0 ? "it" : "them"}, or make ${more.length === 0 ? "it" : "them"} optional in the plan with a \`?\`.`,
        related: [
          ...sentAt(span, emissions),
          {
            message: more.length === 0 ? "required here" : `"${name}" is required here`,
            span: property.name.span,
          },
        ],
      });
    }
  },
});

/** What another key was probably meant to be is told beside that key: it is no second mistake. */
function withoutMeant(payloads: readonly JudgedPayload[]): readonly JudgedPayload[] {
  const suggestions = new Suggestions();
  return payloads.map((payload) => {
    if (!payload.issues.some(({ kind }) => kind === "missing")) return payload;
    const meant = new Set<string>();
    for (const issue of payload.issues) {
      if (issue.kind !== "unknown" || issue.retired !== undefined || issue.elsewhere !== undefined) continue;
      const near = suggestions.near(issue.path.at(-1) ?? "", issue.among);
      if (near !== undefined) meant.add([...issue.path.slice(0, -1), near].join("\0"));
    }
    if (meant.size === 0) return payload;
    const issues = payload.issues.filter(
      (issue) => issue.kind !== "missing" || !meant.has(issue.path.join("\0")),
    );
    return { ...payload, issues };
  });
}

/**
 * What the same calls may leave out is one mistake: often one condition decides over all of it. So is what one object
 * further inside lacks altogether, and what one call hands on no value for.
 */
function together(issues: readonly SharedIssue<Missing>[]): readonly Several[] {
  const found = new Map<string, Several>();
  const ids = new Map<Emission, number>();
  const idOf = (emission: Emission): number => {
    const known = ids.get(emission) ?? ids.size;
    ids.set(emission, known);
    return known;
  };
  for (const [index, shared] of issues.entries()) {
    const { issue, events, emissions } = shared;
    const { path, span, certainty } = issue;
    const calls = [events, emissions.map(idOf)];
    const isMaybe = certainty === "maybe" && path.length === 1;
    const isAtOnce = certainty === (path.length > 1 ? "absent" : "undefined");
    const place = [...calls, path.slice(0, -1), span.file, span.start, span.end];
    const key = isMaybe ? JSON.stringify(calls) : isAtOnce ? JSON.stringify(place) : String(index);
    const same = found.get(key);
    const isSame = (one: SharedIssue<Missing>): boolean => one.issue.path.join("\0") === path.join("\0");
    if (same === undefined) found.set(key, [shared]);
    else if (!same.some(isSame)) found.set(key, [...same, shared]);
  }
  return [...found.values()];
}

type Several = readonly [SharedIssue<Missing>, ...SharedIssue<Missing>[]];

/** For one event, and for several. */
const sentWithout = {
  absent: ["is sent without", "are sent without"],
  maybe: ["may be sent without", "may be sent without"],
  undefined: ["is sent with no value for", "are sent with no value for"],
} as const;

function placeOf({ emission }: CodeCall): Span {
  const name = emission.name?.names[0];
  const inCall =
    name !== undefined && isInside(name.span, emission.span) && emission.name?.names.length === 1;
  return inCall ? name.span : (emission.name?.span ?? emission.span);
}
