// The rule identifier-type-mismatch: an identifier of a person has one type, wherever it stands.
import type { Type } from "../../plan/plan.js";
import { resolved } from "../../plan/property-path.js";
import { identifierNamed, placeKey, repeatedIdentifiers } from "../person-data.js";
import { describeProperty, type PlanIndex } from "../plan-index.js";
import { planRule } from "../rule.js";

export const identifierTypeMismatch = planRule({
  id: "identifier-type-mismatch",
  summary: "An identifier of a person has another type than the plan's identity",
  why:
    "Where one system calls a customer 42 and another 7f3c-…, the two never meet: the friend who was recommended is not " +
    "found, the reward goes to nobody, and Customer.io keeps two profiles of one person.",
  fix: "Give the property the type of `identity.type`, or correct that one.",
  severity: "error",
  examples: {
    bad: `
identity:
  primary: id
  type: uuid
events:
  Referral Completed:
    description: A friend paid a first order.
    properties:
      friend_id: { type: integer, person: true }
`,
    good: `
identity:
  primary: id
  type: uuid
events:
  Referral Completed:
    description: A friend paid a first order.
    properties:
      friend_id: { type: uuid, person: true }
`,
  },
  check({ plan, index }, report) {
    const id = plan.people.attributes.find(({ name, status }) => name.value === "id" && status !== "retired");
    const identity = plan.identity.primary === "id" ? plan.identity.type : id?.type;
    if (identity === undefined) return;
    const wanted = formsOf(identity, index);
    const repeated = repeatedIdentifiers(index);
    for (const declared of index.declaredProperties) {
      const { property, owner, within } = declared;
      if (property.status === "retired" || property.status === "deprecated") continue;
      const isId = owner.kind === "person" && within.length === 0 && property === id;
      const isPersons =
        property.person ||
        (owner.kind !== "type" && within.length === 0 && identifierNamed(property, plan) === "identifier") ||
        isId;
      // What repeats the call's own identifier has to go, whatever its type.
      if (!isPersons || repeated.has(placeKey(property.name.span))) continue;
      const found = formsOf(property.type, index);
      // An address or a number may stand for a person as well.
      if (found.has("email") || found.has("phone") || found.has("any") || wanted.has("any")) continue;
      if ([...found].some((form) => fits(form, wanted)) || found.size === 0 || wanted.size === 0) continue;
      const what = describeProperty(declared);
      report(
        property.type.span,
        `${what.charAt(0).toUpperCase()}${what.slice(1)} is ${inWords(found)}, and people are identified by ${inWords(wanted)}.`,
        {
          ...(owner.kind === "event" && { event: owner.name }),
          property: property.name.value,
          help: property.person
            ? `Make it ${inWords(wanted)}, take "person: true" away if it identifies nobody, or correct the plan's identity.`
            : `Make it ${inWords(wanted)}, or correct the plan's identity.`,
          related: [{ message: "the identity of people", span: identity.span }],
        },
      );
    }
  },
});

/** The forms that an identifier of the type can have; those of the items of a list or a map. */
function formsOf(type: Type, index: PlanIndex): ReadonlySet<string> {
  const forms = new Set<string>();
  for (const member of resolved(type, index.lookup)) {
    switch (member.kind) {
      case "array":
        for (const form of formsOf(member.items, index)) forms.add(form);
        break;
      case "object":
        if (typeof member.open === "object") for (const form of formsOf(member.open, index)) forms.add(form);
        break;
      case "string":
        forms.add(member.format ?? "text");
        break;
      case "number":
        forms.add("a number");
        break;
      case "any":
        forms.add("any");
        break;
      case "enum":
      case "const":
      case "boolean":
        forms.add(member.kind === "boolean" ? "true or false" : "a fixed value");
        break;
    }
  }
  return forms;
}

/** Free text may hold any text; two formats, or a text and a number, are never the same. */
function fits(form: string, wanted: ReadonlySet<string>): boolean {
  if (wanted.has(form)) return true;
  const isText = (one: string): boolean => one !== "a number" && one !== "true or false";
  return isText(form) && (form === "text" ? [...wanted].some(isText) : wanted.has("text"));
}

function inWords(forms: ReadonlySet<string>): string {
  return [...forms]
    .map((form) =>
      /^(?:a |true|text)/.test(form) ? form : /^[aeio]/.test(form) ? `an ${form}` : `a ${form}`,
    )
    .join(" or ");
}
