// Declares rules about changes that break something, each for some kinds of change.
import type { ChangeKind, Level, PromiseName, RatedChange } from "../compare/change.js";
import { promises } from "../compare/change.js";
import { type ChangeGroup, groupChanges } from "../compare/groups.js";
import type { Span } from "../diagnostics/diagnostic.js";
import type { Plan } from "../plan/plan.js";
import { deprecatedThings } from "./deprecations.js";
import { PlanIndex } from "./plan-index.js";
import { type BaseFacts, mirrorRule, type Report, type Rule } from "./rule.js";

/** The kinds that each rule about a break is for; a test holds that each kind that can break something has one. */
export const kindsByRule = new Map<string, readonly ChangeKind[]>();

type BreakRule = Omit<Rule, "mirror" | "reportedBy" | "fixed" | "check" | "options"> & {
  readonly kinds: readonly ChangeKind[];
  /** What to do about it: a sentence or two. */
  readonly advice: (change: RatedChange) => string;
};

/** A rule that reports the changes of its kinds that break a promise, unless they were agreed on or announced. */
export function breakRule({ kinds, advice, ...rule }: BreakRule): Rule {
  kindsByRule.set(rule.id, kinds);
  return mirrorRule("base", {
    ...rule,
    check({ base, plan, today }, report) {
      for (const group of groupsOf(base, kinds)) {
        const { first } = group;
        if (!breaks(first) || first.agreed !== undefined || wasAnnounced(first, base, today)) continue;
        reportChange(report, group, base, plan, advice(first));
      }
    },
  });
}

const groupsByFacts = new WeakMap<BaseFacts, readonly ChangeGroup[]>();

/** The changes of some kinds; what is one text in the plan is one mistake. */
export function groupsOf(base: BaseFacts, kinds?: readonly ChangeKind[]): readonly ChangeGroup[] {
  const all = groupsByFacts.get(base) ?? groupChanges(base.comparison.changes);
  groupsByFacts.set(base, all);
  return kinds === undefined ? all : all.filter(({ first }) => kinds.includes(first.kind));
}

export function breaks({ verdicts }: RatedChange): boolean {
  return promises.some((promise) => verdicts[promise].level === "breaking");
}

/** Whether what went was deprecated, with a date that is past: everybody who listens was told. */
export function wasAnnounced(change: RatedChange, base: BaseFacts, today: string): boolean {
  if (!/-(?:removed|retired)$/.test(change.kind) || change.was === undefined) return false;
  const dates = removalDates(base);
  const ofEvent =
    change.subject === "property" && change.holder.kind === "event"
      ? base.plan.events.find(({ name }) => name.value === eventOf(change))?.name.span
      : undefined;
  return [change.was, ofEvent].some((span) => {
    const date = span === undefined ? undefined : dates.get(placeKey(span));
    return date !== undefined && date < today;
  });
}

const datesByFacts = new WeakMap<BaseFacts, ReadonlyMap<string, string>>();

/** When what was deprecated was to go, by the place of its name. */
function removalDates(base: BaseFacts): ReadonlyMap<string, string> {
  const known = datesByFacts.get(base);
  if (known !== undefined) return known;
  const dates = new Map(
    deprecatedThings(new PlanIndex(base.plan)).flatMap(({ name, deprecation }) => {
      const date = deprecation?.removeAfter?.value;
      return date === undefined ? [] : [[placeKey(name.span), date] as const];
    }),
  );
  datesByFacts.set(base, dates);
  return dates;
}

function placeKey({ file, start }: Span): string {
  return `${file}:${start}`;
}

/** Reports a group of changes at the place in the plan that is nearest to it. */
export function reportChange(
  report: Report,
  { first, all }: ChangeGroup,
  base: BaseFacts,
  plan: Plan,
  advice: string,
): void {
  const others =
    all.length === 1 ? "" : ` The same at ${all.length - 1} other ${all.length === 2 ? "place" : "places"}.`;
  const was =
    first.at === undefined && first.was !== undefined
      ? `It was at ${base.placeOf(first.was)} in ${base.label}.`
      : "";
  const consumers = [
    ...new Set(all.flatMap(({ effects }) => effects.map(({ consumer }) => `"${consumer}"`))),
  ];
  const reaches =
    consumers.length === 0
      ? ""
      : `It reaches ${consumers.slice(0, 5).join(", ")}${consumers.length > 5 ? " and more" : ""}.`;
  const reasons = worstReasons(first).join(" ");
  report(placeOf(first, plan), `${first.message}${others}`, {
    help: [reasons, reaches, was, advice].filter((text) => text !== "").join(" "),
    ...(eventOf(first) !== undefined && { event: eventOf(first) ?? "" }),
    ...(first.subject === "property" && { property: first.path[0] ?? "" }),
  });
}

/** Why: the reasons of the worst level, most telling first. */
export function worstReasons({ verdicts }: RatedChange): readonly string[] {
  const order: readonly PromiseName[] = ["payload", "code", "history"];
  const at = (level: Level): readonly string[] => [
    ...new Set(
      order.flatMap((promise) => (verdicts[promise].level === level ? [verdicts[promise].reason] : [])),
    ),
  ];
  return at("breaking").length > 0 ? at("breaking") : at("dangerous");
}

/** Where it is now; what is gone is told at what it was in, or at the plan's name. */
export function placeOf(change: RatedChange, plan: Plan): Span {
  if (change.at !== undefined) return change.at;
  const name = eventOf(change);
  const event = name === undefined ? undefined : plan.events.find((one) => one.name.value === name);
  const holder = change.subject === "property" ? change.holder : undefined;
  const object =
    holder !== undefined && "name" in holder && holder.kind !== "event"
      ? [...plan.objects, ...plan.consumers].find((one) => one.name.value === holder.name)
      : undefined;
  return (event ?? object)?.name.span ?? plan.name.span;
}

function eventOf(change: RatedChange): string | undefined {
  if (change.subject === "event") return change.event;
  return change.subject === "property" && change.holder.kind === "event" ? change.holder.name : undefined;
}
