// The rule cart-shape-drift: properties that travel together are declared once, as a group.
import { compareText, type Located, type Span } from "../../diagnostics/diagnostic.js";
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
    const covered = new Set<Holder>();
    for (const [names, sharing] of sharedSets(holders, options.properties)) {
      const left = sharing.filter((holder) => !covered.has(holder));
      const group = sharing.find((holder) => holder.isGroup && isWhole(holder, names));
      const events = left.filter((holder) => !holder.isGroup);
      if (events.length < (group === undefined ? options.events : 1)) continue;
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
  readonly properties: readonly Property[];
};

/** Whether these names are all that a group asks for, so that including it takes nothing new. */
function isWhole(group: Holder, names: readonly string[]): boolean {
  return group.properties.every(({ name, required }) => !required || names.includes(name.value));
}

function holdersOf(index: PlanIndex): readonly Holder[] {
  const holder = (
    { value: name, span }: Located<string>,
    declared: readonly Property[],
    isGroup: boolean,
  ): Holder => {
    const properties = declared.filter(
      ({ status, origin }) =>
        status !== "retired" && status !== "deprecated" && (isGroup || origin.kind === "own"),
    );
    return { name, span, isGroup, properties };
  };
  return [
    ...index.lastingEvents.map(({ name, properties }) => holder(name, properties, false)),
    ...index.plan.groups.map(({ name, properties }) => holder(name, properties, true)),
  ].sort((a, b) => compareText(a.span.file, b.span.file) || a.span.start - b.span.start);
}

/** Names by their numbers, and the holders that share them. */
type SharedSet = { readonly numbers: readonly number[]; readonly holders: Set<number> };

/**
 * Sets of at least so many names that several holders share, the largest first. Each holder is compared with the last
 * one before it of each of its names alone, which finds every group that is typed out as a whole, in time linear in
 * the plan.
 */
function sharedSets(
  holders: readonly Holder[],
  least: number,
): readonly (readonly [readonly string[], readonly Holder[]])[] {
  const sets = new Map<string, SharedSet>();
  const { numbered, names, uses } = numberNames(holders);
  /** By the number of a name: which holder had it last, and where in it. */
  const last: number[] = [];
  const places: number[] = [];
  /** By holder: the last one that was to be compared with it. */
  const compared: number[] = [];
  let at = -1;
  for (const numbers of numbered) {
    at++;
    const others: number[] = [];
    let place = 0;
    for (const number of numbers) {
      const other = last[number];
      if (other !== undefined && compared[other] !== at) {
        compared[other] = at;
        others.push(other);
      }
      last[number] = at;
      places[number] = place++;
    }
    for (const other of others) {
      // `last` knows which names this one has. Nearly all of those that are compared have too little in common.
      let common = 0;
      for (const number of numbered[other] ?? []) if (last[number] === at) common++;
      if (common < least) continue;
      const shared = (numbered[other] ?? []).filter(
        (number, place) =>
          last[number] === at &&
          isTypedOutTwice(holders[other]?.properties[place], holders[at]?.properties[places[number] ?? 0]),
      );
      if (shared.length < least) continue;
      // Properties are sorted by name, so that the same ones are always in the same order.
      const key = shared.join();
      const known = sets.get(key);
      if (known !== undefined) known.holders.add(other).add(at);
      else sets.set(key, { numbers: shared, holders: new Set([other, at]) });
    }
  }
  return [...sets.values()]
    .filter((set) => isCompany(set, uses))
    .map(({ numbers, holders: sharing }) => {
      const shared = numbers.flatMap((number) => names[number] ?? []);
      return { names: shared, sharing: [...sharing].sort((a, b) => a - b), text: shared.join() };
    })
    .sort(
      (a, b) =>
        b.names.length * b.sharing.length - a.names.length * a.sharing.length || compareText(a.text, b.text),
    )
    .map(({ names, sharing }) => [names, sharing.flatMap((one) => holders[one] ?? [])]);
}

/** False for names that come up everywhere, each in its own company: they are no group. */
function isCompany({ numbers, holders }: SharedSet, uses: readonly number[]): boolean {
  let loyal = 0;
  for (const number of numbers) if (holders.size * 2 >= (uses[number] ?? 0)) loyal++;
  return loyal >= 2 && loyal * 2 >= numbers.length;
}

/** The names of each holder as numbers, which are compared in no time. */
function numberNames(holders: readonly Holder[]): {
  readonly numbered: readonly (readonly number[])[];
  /** The names by their numbers. */
  readonly names: readonly string[];
  /** How many holders type each of them out. */
  readonly uses: readonly number[];
} {
  const numbers = new Map<string, number>();
  const uses: number[] = [];
  const numbered = holders.map(({ properties }) =>
    properties.map(({ name }) => {
      const known = numbers.get(name.value);
      const number = known ?? numbers.size;
      if (known === undefined) numbers.set(name.value, number);
      uses[number] = (uses[number] ?? 0) + 1;
      return number;
    }),
  );
  return { numbered, names: [...numbers.keys()], uses };
}

/** What an anchor repeats is written once, and can't drift. */
function isTypedOutTwice(a: Property | undefined, b: Property | undefined): boolean {
  return a !== undefined && b !== undefined && (a.span.file !== b.span.file || a.span.start !== b.span.start);
}
