// The rule double-trigger: one purchase brings one message at a time.
import type { Comparison } from "../../consumers/reference.js";
import { arrivesTooLate } from "../../plan/arrival.js";
import type { Condition, Consumer, Scalar } from "../../plan/plan.js";
import type { ConsumerIndex, Heard } from "../consumer-index.js";
import { pathText } from "../consumer-mistakes.js";
import { consumerRule } from "../consumer-rule.js";
import { happenedWords, purchaseSign, purchaseWords } from "../purchases.js";

const events = `
events:
  Order Completed:
    description: An order is paid.
    properties: { is_first_order: boolean, total: number }
`;

export const doubleTrigger = consumerRule({
  id: "double-trigger",
  summary: "Two campaigns are started by one purchase, at the same time and for the same people",
  why:
    "The customer gets two letters for one order, mostly an old campaign and the one that was to replace it. What each of " +
    "them earns is counted twice as well.",
  fix: "Stop one of them, give them conditions that exclude each other, such as `event.is_first_order = true` and `= false`, or let one of them wait.",
  severity: "warning",
  examples: {
    bad: `${events}consumers:
  Thanks:
    kind: campaign
    description: One letter after each order.
    trigger: Order Completed
  Thanks, new design:
    kind: campaign
    description: The same letter, as it looks from June on.
    trigger: Order Completed
`,
    good: `${events}consumers:
  First order:
    kind: campaign
    description: One letter after the first order.
    trigger: Order Completed
    conditions: [event.is_first_order = true]
  Thanks:
    kind: campaign
    description: One letter after each further order.
    trigger: Order Completed
    conditions: [event.is_first_order = false]
`,
  },
  check({ listening, index }, report) {
    const words = { words: purchaseWords, happened: happenedWords };
    const demands = demandsOf(listening);
    for (const [name, group] of campaignsByEvent(listening)) {
      const event = index.events.get(name);
      const sign = event === undefined ? undefined : purchaseSign(event, words, index);
      if (event === undefined || sign === undefined || event.status === "retired") continue;
      // What it is too late for, it starts not even once.
      if (arrivesTooLate(event, index.sources, index.lookup)) continue;
      for (const [first, second, ...more] of rivalsIn(group, demands)) {
        if (first === undefined || second === undefined) continue;
        const names = [first, second].map(({ consumer }) => `"${consumer.name.value}"`);
        const all = more.length === 0 ? names.join(" and ") : `${names.join(", ")} and ${more.length} more`;
        report(second.reference.span, `${all} are started by "${name}", and nothing keeps them apart.`, {
          event: name,
          help: `"${name}" ${sign}. Stop one of them, or give them conditions that exclude each other, or a wait.`,
          related: [first, ...more].slice(0, 5).map(({ reference, consumer }) => ({
            message: `starts "${consumer.name.value}" too`,
            span: reference.span,
          })),
        });
      }
    }
  },
});

/** Groups of campaigns that reach the same people: each joins the first that it is a rival of. */
function rivalsIn(campaigns: readonly Heard[], demands: Demands): readonly (readonly Heard[])[] {
  const groups: Heard[][] = [];
  for (const heard of campaigns) {
    const group = groups.find(([first]) => first !== undefined && isRival(heard, first, demands));
    if (group === undefined) groups.push([heard]);
    else group.push(heard);
  }
  return groups.filter((group) => group.length > 1);
}

/** Active campaigns by the event that starts them, where there are several. So many at one event are looked at. */
function campaignsByEvent(listening: ConsumerIndex): ReadonlyMap<string, readonly Heard[]> {
  const found = new Map<string, Heard[]>();
  for (const heard of listening.heard) {
    const { reference, consumer } = heard;
    const isActive = (consumer.state?.value ?? "active") === "active";
    if (reference.where !== "trigger" || consumer.kind.value !== "campaign" || !isActive) continue;
    const group = found.get(reference.name);
    if (group === undefined) found.set(reference.name, [heard]);
    else if (group.length < groupLimit) group.push(heard);
  }
  return new Map([...found].filter(([, group]) => group.length > 1));
}

const groupLimit = 50;

/** What each consumer's conditions demand alone, joined by "and": by path. */
type Demands = ReadonlyMap<string, ReadonlyMap<string, Comparison>>;

function demandsOf(listening: ConsumerIndex): Demands {
  const found = new Map<string, Map<string, Comparison>>();
  for (const { reference, consumer } of listening.asked) {
    const { comparison, where } = reference;
    if (where !== "condition" || comparison === undefined || !isDemand(consumer)) continue;
    const demands = found.get(consumer.name.value) ?? new Map<string, Comparison>();
    found.set(consumer.name.value, demands.set(pathText(reference), comparison));
  }
  return found;
}

/** Conditions of a list all hold; one with "or" demands nothing by itself. */
function isDemand({ conditions }: Consumer): boolean {
  return !conditions.some(({ value }) => holdsOr(value.parsed));
}

function holdsOr(condition: Condition | undefined): boolean {
  if (condition === undefined || condition.kind === "comparison") return false;
  return condition.kind === "or" || condition.operands.some(holdsOr);
}

function isRival(a: Heard, b: Heard, demands: Demands): boolean {
  const wait = ({ consumer }: Heard): number => consumer.wait?.value.seconds ?? 0;
  if (wait(a) !== wait(b)) return false;
  // Segments keep people apart in ways that the plan does not know.
  if (a.consumer.filters.length > 0 || b.consumer.filters.length > 0) return false;
  const own = demands.get(a.consumer.name.value) ?? new Map<string, Comparison>();
  const other = demands.get(b.consumer.name.value) ?? new Map<string, Comparison>();
  return ![...own].some(([path, comparison]) => {
    const against = other.get(path);
    return against !== undefined && exclude(comparison, against);
  });
}

/** Whether no value meets both. */
function exclude(a: Comparison, b: Comparison): boolean {
  const [first, second] = [allowed(a), allowed(b)];
  if (first !== undefined && second !== undefined) return !first.some((value) => second.includes(value));
  if (a.operator === "!=" && second?.length === 1) return second[0] === a.value;
  if (b.operator === "!=" && first?.length === 1) return first[0] === b.value;
  return bounds(a, b) || bounds(b, a);
}

function allowed({ operator, value }: Comparison): readonly Scalar[] | undefined {
  if (value === undefined) return undefined;
  if (operator === "=") return [value].flat();
  return operator === "in" ? [value].flat() : undefined;
}

/** `x >= 100` and `x < 100`. */
function bounds(low: Comparison, high: Comparison): boolean {
  if (typeof low.value !== "number" || typeof high.value !== "number") return false;
  const isLow = low.operator === ">" || low.operator === ">=";
  const isHigh = high.operator === "<" || high.operator === "<=";
  if (!isLow || !isHigh) return false;
  const touches = low.operator === ">=" && high.operator === "<=";
  return touches ? low.value > high.value : low.value >= high.value;
}
