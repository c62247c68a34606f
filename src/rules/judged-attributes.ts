// Holds the attributes that calls set of people to those that the plan declares.
import type { ValueShape } from "../code/emission.js";
import { customerio } from "../destinations/customerio.js";
import type { Plan } from "../plan/plan.js";
import type { CodeCall } from "./code-index.js";
import { isLibrarys } from "./code-presets.js";
import type { PlanIndex } from "./plan-index.js";
import { placeKey } from "./right-keys.js";
import { payloadIssues, type ShapeIssue } from "./shape-issues.js";

/** What is wrong with the attributes that a call sets. */
export type JudgedAttributes = { readonly call: CodeCall; readonly issues: readonly ShapeIssue[] };

/** The attributes that are not as the plan says; none where the plan declares no attributes. */
export function judgedAttributes(
  calls: readonly CodeCall[],
  plan: Plan,
  index: PlanIndex,
): readonly JudgedAttributes[] {
  const { attributes } = plan.people;
  if (attributes.length === 0) return [];
  const reserved = customerio.reservedAttributes;
  const issuesOf = (call: CodeCall, shape: ValueShape): readonly ShapeIssue[] =>
    payloadIssues(
      shape,
      { properties: attributes, open: false },
      { lookup: index.lookup, sources: [], complete: false },
    ).filter(
      (issue) =>
        issue.kind !== "unknown" ||
        issue.path.length > 1 ||
        !(
          isLibrarys(call.emission, issue.written.name) ||
          reserved.has(issue.written.name) ||
          issue.written.name.startsWith(customerio.internalPrefix) ||
          issue.written.name === plan.identity.anonymous.value
        ),
    );
  // What a wrapper sets beside every event is one mistake.
  const told = new Set<string>();
  const isNew = ({ kind, path, span }: ShapeIssue): boolean => {
    const key = [kind, ...path, placeKey(span)].join("\0");
    return !told.has(key) && told.add(key).size > 0;
  };
  return calls.flatMap((call) => {
    const { method, properties, sets = [] } = call.emission;
    if (method === "identify" && properties !== undefined)
      return [{ call, issues: issuesOf(call, properties) }];
    const issues = sets.flatMap((shape) => issuesOf(call, shape).filter(isNew));
    return issues.length === 0 ? [] : [{ call, issues }];
  });
}
