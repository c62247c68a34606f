// The rule cart-shape-drift: properties that travel together are declared once, as a group.
import { compareText, type Span } from "../../diagnostics/diagnostic.js";
import type { Property } from "../../plan/plan.js";
import type { PlanIndex } from "../plan-index.js";
import { planRule } from "../rule.js";

/** How many other places a finding shows. */
const shownPlaces = 5;

export const cartShapeDrift = planRule({
  id: "cart-shape-drift",
  summary: "The same properties are typed out in several events",
  why:
    "The cart of one event gets a currency, the cart of the other does not. The template that shows both reads a property " +
    "that is not there, and that message is not sent. What is declared once can't drift apart.",
  fix: "Declare the properties once under `groups`, and write `include: [NAME]` in each event.",
  severity: "warning",
  options: {
    properties: {
      type: "integer",
      default: 4,
      minimum: 2,
      description: "How many properties have to be the same.",
    },
    events: {
      type: "integer",
      default: 2,
      minimum: 2,
      description: "How many events have to type them out.",
    },
  },
  examples: {
    bad: `
events:
  Viewed Cart:
    description: The cart is shown.
    properties:
      cart_id: uuid
      cart_value: number
      currency: currency
      item_count: integer
  Started Checkout:
    description: The first page of the checkout is shown.
    properties:
      cart_id: uuid
      cart_value: number
      currency: currency
      item_count: integer
`,
    good: `
groups:
  Cart:
    description: The cart as it stands.
    properties:
      cart_id: uuid
      cart_value: number
      currency: currency
      item_count: integer
events:
  Viewed Cart:
    description: The cart is shown.
    include: [Cart]
  Started Checkout:
    description: The first page of the checkout is shown.
    include: [Cart]
`,
  },
  check({ plan, index, options }, report) {
    const holders = holdersOf(index);
    const places = placesByName(holders);
    const covered = new Set<Holder>();
    for (const [names, sharing] of sharedSets(holders, places, options.properties)) {
      const left = sharing.filter((holder) => !covered.has(holder));
      const group = sharing.find((holder) => holder.isGroup && isWhole(holder, names));
      const events = left.filter((holder) => !holder.isGroup);
      if (events.length < (group === undefined ? options.events : 1)) continue;
      // Names that come up everywhere, each in its own company, are no group.
      const loyal = names.filter((name) => sharing.length * 2 >= (places.get(name)?.length ?? 0));
      if (loyal.length < 2 || loyal.length * 2 < names.length) continue;
      for (const holder of events) covered.add(holder);
      const [first, ...others] = group === undefined ? events : [...events, group];
      if (first === undefined) continue;
      const list = names.map((name) => `"${name}"`).join(", ");
      const included = plan.events.find((event) => event.name.value === first.name)?.include;
      report(
        first.span,
        group === undefined
          ? `${events.length} events type out the same ${names.length} properties: ${list}.`
          : `The event "${first.name}" types out what the group "${group.name}" declares: ${list}.`,
        {
          event: first.name,
          help:
            group === undefined
              ? "Declare them once as a group, and include it in each of these events."
              : `Write "include: [${[...(included ?? []).map(({ value }) => value), group.name].join(", ")}]" in their place.`,
          related: others.slice(0, shownPlaces).map((one) => ({
            message: `${one.isGroup ? "the group" : "the event"} "${one.name}"`,
            span: one.span,
          })),
        },
      );
    }
  },
});

/** What types properties out: an event its own ones, or a group. */
type Holder = {
  readonly name: string;
  readonly span: Span;
  readonly isGroup: boolean;
  readonly properties: ReadonlyMap<string, Property>;
};

/** Whether these names are all that a group asks for, so that including it takes nothing new. */
function isWhole(group: Holder, names: readonly string[]): boolean {
  return [...group.properties.values()].every(
    ({ name, required }) => !required || names.includes(name.value),
  );
}

function holdersOf(index: PlanIndex): readonly Holder[] {
  const holder = (
    name: { value: string; span: Span },
    own: readonly Property[],
    isGroup: boolean,
  ): Holder => ({
    name: name.value,
    span: name.span,
    isGroup,
    properties: new Map(
      own
        .filter(({ status }) => status !== "retired" && status !== "deprecated")
        .map((property) => [property.name.value, property]),
    ),
  });
  return [
    ...index.lastingEvents.map(({ name, properties }) =>
      holder(
        name,
        properties.filter(({ origin }) => origin.kind === "own"),
        false,
      ),
    ),
    ...index.plan.groups.map(({ name, properties }) => holder(name, properties, true)),
  ].sort((a, b) => compareText(a.span.file, b.span.file) || a.span.start - b.span.start);
}

function placesByName(holders: readonly Holder[]): ReadonlyMap<string, readonly Holder[]> {
  const places = new Map<string, Holder[]>();
  for (const holder of holders) {
    for (const name of holder.properties.keys()) {
      const list = places.get(name);
      if (list === undefined) places.set(name, [holder]);
      else list.push(holder);
    }
  }
  return places;
}

/**
 * Sets of names that several holders share, the largest first. Only neighbours in the list of a name's places are
 * compared, which finds every group that is typed out as a whole, in time linear in the plan.
 */
function sharedSets(
  holders: readonly Holder[],
  places: ReadonlyMap<string, readonly Holder[]>,
  least: number,
): readonly (readonly [readonly string[], readonly Holder[]])[] {
  const order = new Map(holders.map((holder, at) => [holder, at]));
  const compared = new Map<Holder, Set<Holder>>();
  const sets = new Map<string, { readonly names: readonly string[]; readonly holders: Set<Holder> }>();
  for (const list of places.values()) {
    for (let at = 1; at < list.length; at++) {
      const a = list[at - 1];
      const b = list[at];
      if (a === undefined || b === undefined || compared.get(a)?.has(b) === true) continue;
      compared.set(a, (compared.get(a) ?? new Set()).add(b));
      const names = sharedNames(a, b);
      if (names.length < least) continue;
      const key = JSON.stringify(names);
      const known = sets.get(key);
      if (known === undefined) sets.set(key, { names, holders: new Set([a, b]) });
      else known.holders.add(a).add(b);
    }
  }
  return [...sets.values()]
    .map(({ names, holders: sharing }): [readonly string[], readonly Holder[]] => [
      names,
      [...sharing].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
    ])
    .sort(
      ([a, sharingA], [b, sharingB]) =>
        b.length * sharingB.length - a.length * sharingA.length || compareText(a.join(), b.join()),
    );
}

/** The names that both type out. What an anchor repeats is written once, and can't drift. */
function sharedNames(a: Holder, b: Holder): readonly string[] {
  const names: string[] = [];
  for (const [name, { span }] of a.properties) {
    const other = b.properties.get(name)?.span;
    if (other !== undefined && (other.file !== span.file || other.start !== span.start)) names.push(name);
  }
  return names.sort(compareText);
}
