// How much of the plan the code sends, and from where: what `scan` tells beside the calls. Judges nothing.
import type { CodeScan, Emission } from "../code/emission.js";
import { compareText, type Span } from "../diagnostics/diagnostic.js";
import type { Plan, Status } from "../plan/plan.js";
import { type CodeCall, CodeIndex } from "./code-index.js";
import { patternText } from "./name-patterns.js";
import { PlanIndex } from "./plan-index.js";

/** A call, as far as coverage tells of it. */
export type CoveredCall = {
  /** The source of the plan whose code it is in; several where their paths overlap. */
  readonly sources: readonly string[];
  /** Through the generated code. */
  readonly typed: boolean;
  /** True where the name is text with holes that the event fits. */
  readonly possible: boolean;
  readonly span: Span;
};

export type CoveredEvent = {
  readonly name: string;
  readonly status: Status;
  /** Who sends it, by the plan. */
  readonly sources: readonly string[];
  /** Those of them whose code was not looked at: none was found, or it is in another language. */
  readonly unseen: readonly string[];
  readonly calls: readonly CoveredCall[];
};

/** A name in the code that no event of the plan has. */
export type UnplannedCalls = {
  readonly name: string;
  /** The event that was probably meant. */
  readonly meant: string | undefined;
  readonly calls: readonly CoveredCall[];
};

export type Coverage = {
  readonly plan: string;
  /** Sorted by name. */
  readonly events: readonly CoveredEvent[];
  readonly unplanned: readonly UnplannedCalls[];
  /** Calls whose name is not known, or not wholly. */
  readonly dynamic: readonly { readonly reason: string | undefined; readonly span: Span }[];
  /** Calls that may be no emissions. */
  readonly doubtful: number;
  /** Calls of tests, and those to products that the plan says nothing about. */
  readonly others: number;
};

export function coverageOf(plan: Plan, scan: CodeScan): Coverage {
  const code = new CodeIndex(plan, new PlanIndex(plan), scan);
  const byEvent = new Map<string, CoveredCall[]>();
  const unplanned = new Map<string, { meant: string | undefined; calls: CoveredCall[] }>();
  for (const call of code.eventCalls) {
    for (const { event, name } of call.events) {
      const known = byEvent.get(event.name.value);
      const covered = coveredCall(call, name === undefined);
      if (known === undefined) byEvent.set(event.name.value, [covered]);
      else known.push(covered);
    }
    const others = [
      ...call.unplanned.map(({ name, meant }) => [name.name, meant?.event.name.value] as const),
      ...call.unplannedPatterns.map((pattern) => [patternText(pattern), undefined] as const),
    ];
    for (const [name, meant] of others) {
      const known = unplanned.get(name);
      const covered = coveredCall(call, false);
      if (known === undefined) unplanned.set(name, { meant, calls: [covered] });
      else known.calls.push(covered);
    }
  }
  const isEvent = ({ method }: Emission): boolean => method === "track";
  return {
    plan: plan.name.value,
    events: plan.events.map(({ name, status, sources }) => ({
      name: name.value,
      status,
      sources: sources.map(({ value }) => value),
      unseen: sources.map(({ value }) => value).filter((source) => !code.wasScanned(source)),
      calls: byEvent.get(name.value) ?? [],
    })),
    unplanned: [...unplanned]
      .map(([name, { meant, calls }]) => ({ name, meant, calls }))
      .sort((a, b) => compareText(a.name, b.name)),
    dynamic: code.eventCalls
      .filter(({ open }) => open)
      .map(({ emission }) => ({
        reason: emission.name?.reason,
        span: emission.name?.span ?? emission.span,
      })),
    doubtful: code.doubtfulCalls.length,
    others: scan.emissions.filter((one) => isEvent(one) && !code.isHeldToPlan(one)).length,
  };
}

function coveredCall({ emission, sources }: CodeCall, possible: boolean): CoveredCall {
  return { sources, typed: emission.typed, possible, span: emission.span };
}
