// Tells where a value is that a consumer looks up in the wrong place: `customer.cart_value` is the event's.
import { tagsTakenForValues } from "../consumers/vocabulary.js";
import { didYouMean } from "../diagnostics/did-you-mean.js";
import { type Asked, carriedBy } from "./consumer-index.js";
import type { PlanIndex } from "./plan-index.js";
import { type Holder, targetOf } from "./reference-target.js";

export type Misplaced = {
  /** Why it is not there, as the end of a sentence. */
  readonly why: string;
  /** Where it is: `event.cart_value`, `{% unsubscribe_url %}`; undefined where it is nowhere. */
  readonly right: string | undefined;
};

/** Undefined for what is in its place, and for what is nowhere else either. */
export function misplaced(asked: Asked, index: PlanIndex): Misplaced | undefined {
  const { reference, target, nowhere } = asked;
  const { namespace, told } = reference;
  // What a variable stands for is told where it got its value.
  if (told > 0) return undefined;
  if (nowhere !== undefined) return { why: nowhereText(asked), right: elsewhere(asked, index) };
  if (namespace === "none") return bare(asked, index);
  if (target?.kind !== "missing" || target.depth > 0 || target.retired !== undefined) return undefined;
  const right = unwrapped(asked, index) ?? elsewhere(asked, index);
  if (right === undefined) return undefined;
  const why =
    namespace === "customer"
      ? `and people have no attribute "${target.name}"`
      : namespace === "event"
        ? `and the event${asked.event === undefined ? "" : ` "${asked.event.name.value}"`} has no property "${target.name}"`
        : `and its trigger has no property "${target.name}"`;
  return { why, right };
}

function nowhereText({ nowhere, consumer }: Asked): string {
  if (nowhere === "no-trigger") return "which only what is started by an API call or an object has";
  return consumer.triggers.length === 0
    ? `and no event starts a ${consumer.kind.value}`
    : "and no event starts it";
}

/** A name without a namespace. */
function bare(asked: Asked, index: PlanIndex): Misplaced | undefined {
  const { reference, consumer } = asked;
  const { name, path, where } = reference;
  // One that begins with an object belongs to a trigger by objects.
  if (where === "condition" && consumer.triggers.some(({ kind }) => kind === "object")) return undefined;
  if (where === "template" && path.length === 0 && tagsTakenForValues.has(name))
    return { why: "which is a tag and no value", right: `{% ${name} %}` };
  const right = elsewhere(asked, index) ?? (where === "template" ? otherRoot(asked, index) : undefined);
  // What includes a snippet may give it variables.
  if (right === undefined && reference.variable !== undefined && !reference.shared)
    return {
      why: "which nothing gives a value",
      right: [reference.variable, ...path].join("."),
    };
  return right === undefined
    ? undefined
    : { why: 'which begins with none of "event.", "customer." and "trigger."', right };
}

/** What other tools put around the values of a call: `event.properties.total`, `customer.traits.plan`. */
const wrappings: ReadonlySet<string> = new Set(
  "attributes context customer data event message params payload person profile properties props traits user".split(
    " ",
  ),
);

/** The path without what other tools put around the values, where that leads to something. */
function unwrapped({ reference, event }: Asked, index: PlanIndex): string | undefined {
  const [first, ...steps] = reference.steps;
  if (first === undefined || !("name" in first) || !wrappings.has(first.name)) return undefined;
  const holder = reference.namespace === "customer" ? attributesOf(index) : event;
  const path = [reference.namespace, ...reference.path.slice(1)].join(".");
  return holder !== undefined && leads(reference, steps, holder, index) ? path : undefined;
}

/** What starts a message in other tools, and what people are called there. */
const eventRoots: ReadonlySet<string> = new Set(
  "data event events message params payload properties props track".split(" "),
);
const personRoots: ReadonlySet<string> = new Set(
  "attributes contact customer customers lead member people person profile recipient subscriber traits user".split(
    " ",
  ),
);

/** `{{ Event.total }}`, `{{ user.first_name }}`: the path behind another word for the event or the person. */
function otherRoot({ reference, consumer }: Asked, index: PlanIndex): string | undefined {
  const { name, steps, path } = reference;
  const root = name.toLowerCase();
  const carried = carriedBy(consumer, index);
  if (carried !== undefined && (eventRoots.has(root) || didYouMean(name, [carried.root]) !== undefined))
    if (leads(reference, steps, carried.holder, index)) return [carried.root, ...path].join(".");
  const isPerson = personRoots.has(root) || didYouMean(name, ["customer"]) !== undefined;
  return isPerson && leads(reference, steps, attributesOf(index), index)
    ? ["customer", ...path].join(".")
    : undefined;
}

function attributesOf(index: PlanIndex): Holder {
  return { properties: index.plan.people.attributes, open: false };
}

function leads(
  reference: Asked["reference"],
  steps: Asked["reference"]["steps"],
  holder: Holder,
  index: PlanIndex,
): boolean {
  const target = targetOf({ ...reference, steps }, holder, index);
  return target?.kind === "value" && (target.property !== undefined || steps.length > 1);
}

/** Where the same path leads to something: in what starts the consumer, or in the attributes of people. */
function elsewhere({ reference, consumer }: Asked, index: PlanIndex): string | undefined {
  const { namespace, name, path } = reference;
  const steps = namespace === "none" ? [{ name }, ...reference.steps] : reference.steps;
  const text = namespace === "none" ? [name, ...path].join(".") : path.join(".");
  if (steps.length === 0) return undefined;
  const carried = carriedBy(consumer, index);
  if (carried !== undefined && carried.root !== namespace && leads(reference, steps, carried.holder, index))
    return `${carried.root}.${text}`;
  if (namespace !== "customer" && leads(reference, steps, attributesOf(index), index))
    return `customer.${text}`;
  return undefined;
}
