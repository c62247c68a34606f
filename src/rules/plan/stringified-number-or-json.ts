// The rule stringified-number-or-json: what is a number, a yes or no, a moment or a structure is not sent as text.
import type { Json, Type } from "../../plan/plan.js";
import { lowerWordsOf, remembering } from "../names.js";
import { type DeclaredProperty, describeProperty, type PlanIndex } from "../plan-index.js";
import { planRule } from "../rule.js";

export const stringifiedNumberOrJson = planRule({
  id: "stringified-number-or-json",
  summary: "A number, a yes or no, a date or a structure is declared as text",
  why:
    'Customer.io compares text letter by letter: "9" is more than "40", and "false" counts as set. A filter for carts over ' +
    "50 lets the wrong people in, and a template can neither add up nor loop over what is one long text.",
  fix: "Declare the type that the value has, and send it without quotes. Where it is meant as text, such as a price ready to be read, show one in `examples` or give it a `pattern`.",
  severity: "warning",
  yieldsTo: ["invalid-value"],
  examples: {
    bad: `
events:
  Started Checkout:
    description: The first page of the checkout is shown.
    properties:
      total_amount: string
      is_gift: string
`,
    good: `
events:
  Started Checkout:
    description: The first page of the checkout is shown.
    properties:
      total_amount: number
      is_gift: boolean
`,
  },
  check({ index, destination }, report) {
    for (const declared of index.lastingProperties) {
      const { property, owner, within } = declared;
      const meant = meantType(declared, index);
      if (meant === undefined || index.isInConflict(declared)) continue;
      const name = property.name.value;
      // A name that the destination keeps, declared as something else, is told as that.
      if (owner.kind === "person" && within.length === 0 && destination.reservedAttributes.has(name))
        continue;
      report(
        property.type.span,
        `${describeProperty(declared).replace(/^./, (first) => first.toUpperCase())} is declared as text, and its ${meant.source} ${/s$/.test(meant.source) ? "say" : "says"} ${meant.says}.`,
        {
          property: name,
          ...(owner.kind === "event" && { event: owner.name }),
          help: `Declare it as ${meant.type}, and send it as that. If text is meant, show one in "examples".`,
        },
      );
    }
  },
});

type Meant = { readonly source: string; readonly says: string; readonly type: string };

const meanings = {
  number: { says: "that it is a number", type: '"number" or "integer"' },
  boolean: { says: "that it is true or false", type: '"boolean"' },
  moment: { says: "that it is a date or a time", type: '"timestamp"' },
  json: { says: "that it is JSON", type: "an object or a list" },
} as const;
type Meaning = keyof typeof meanings;

function meantType(declared: DeclaredProperty, index: PlanIndex): Meant | undefined {
  const { type, name } = declared.property;
  if (isYesNo(type)) return { source: "values", ...meanings.boolean };
  if (!isPlainText(type)) return undefined;
  const examples = index.examplesOf(declared).filter((value) => value !== null);
  const [first] = examples;
  const byName = meaningOfName(name.value);
  // Examples know better than the name.
  if (first === undefined) return byName === undefined ? undefined : { source: "name", ...meanings[byName] };
  const meaning = meaningOfText(first);
  if (meaning === undefined || examples.some((value) => meaningOfText(value) !== meaning)) return undefined;
  // "1001" is a number by its looks, and a price or an order's number by its name.
  if (meaning === "number" && byName !== "number") return undefined;
  return { source: examples.length === 1 ? "example" : "examples", ...meanings[meaning] };
}

/** Text without a format or a pattern, or null. Other named types are told where they are declared. */
function isPlainText(type: Type): boolean {
  if (type.kind === "union") {
    const members = type.members.filter((member) => member.kind !== "null");
    return members.length > 0 && members.every(isPlainText);
  }
  return (
    type.kind === "string" &&
    type.format === undefined &&
    type.patterns === undefined &&
    type.refines === undefined
  );
}

function isYesNo(type: Type): boolean {
  return (
    type.kind === "enum" &&
    type.values.length > 0 &&
    type.values.every(
      ({ value }) => typeof value === "string" && value.length <= 5 && /^(?:true|false)$/i.test(value),
    )
  );
}

const numbers = new Set(
  "amount price total subtotal revenue quantity qty count percent percentage cents".split(" "),
);
const moments = new Set("timestamp datetime".split(" "));
const flags = new Set("is has can should was".split(" "));
/** Words that make text of a number: `formatted_price`, `price_text`. */
const asText = new Set("formatted display label text string pretty localized printed shown html".split(" "));

const meaningOfName = remembering((name): Meaning | undefined => {
  const words = lowerWordsOf(name);
  const last = words.at(-1) ?? "";
  if (words.some((word) => asText.has(word))) return undefined;
  if (words.length > 1 && flags.has(words[0] ?? "")) return "boolean";
  if (numbers.has(last)) return "number";
  if (moments.has(last) || (words.length > 1 && last === "at")) return "moment";
  return last === "json" ? "json" : undefined;
});

function meaningOfText(value: Json): Meaning | undefined {
  if (typeof value !== "string") return undefined;
  const text = value.trim();
  if (/^(?:true|false)$/i.test(text)) return "boolean";
  if (/^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/.test(text)) return "number";
  if (/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(text)) return "moment";
  if (/^[[{]/.test(text)) {
    try {
      JSON.parse(text);
      return "json";
    } catch {
      return undefined;
    }
  }
  return undefined;
}
