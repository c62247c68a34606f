// What changed about how late an event arrives: by what it says itself, or by what its sources say.
import { arrivalOf, arrivesTooLate } from "../plan/arrival.js";
import type { Duration, Plan, PlanEvent, Source, Type } from "../plan/plan.js";
import type { EventChange } from "./change.js";

type Side = {
  readonly sources: ReadonlyMap<string, Source>;
  readonly lookup: (name: string) => Type | undefined;
};

/** Compares when the events of two plans arrive; lives for one comparison. */
export class Arrivals {
  readonly #sides: readonly [Side, Side];
  /** Whether an event that stayed as it was may arrive at another time all the same. */
  readonly moved: boolean;

  constructor(before: Plan, after: Plan) {
    this.#sides = [sideOf(before), sideOf(after)];
    this.moved = sayingsOf(before) !== sayingsOf(after);
  }

  /** At most one change: an event that comes too late, or in time again, is told as that alone. */
  edits(a: PlanEvent, b: PlanEvent): readonly EventChange[] {
    const [then, now] = this.#sides;
    const [was, is] = [arrivalOf(a, then.sources), arrivalOf(b, now.sources)];
    if (was === undefined && is === undefined) return [];
    const stale = [
      arrivesTooLate(a, then.sources, then.lookup),
      arrivesTooLate(b, now.sources, now.lookup),
    ] as const;
    const [old, young] = [was?.value.seconds ?? 0, is?.value.seconds ?? 0];
    if (stale[0] === stale[1] && old === young) return [];
    const kind =
      stale[0] === stale[1] ? (young > old ? "later" : "sooner") : stale[1] ? "too-late" : "in-time";
    return [
      {
        subject: "event",
        event: b.name.value,
        planned: a.status === "planned",
        kind: `event-arrives-${kind}`,
        before: arrivalText(was?.value),
        after: arrivalText(is?.value),
        was: was?.span ?? a.name.span,
        at: is?.span ?? b.name.span,
      },
    ];
  }
}

/** As the plan writes it; `0s` where nothing is said. */
export function arrivalText(arrival: Duration | undefined): string {
  return arrival?.text ?? "0s";
}

function sideOf({ sources, types }: Plan): Side {
  const named = new Map(types.map((type) => [type.name.value, type.type]));
  return {
    sources: new Map(sources.map((source) => [source.name.value, source])),
    lookup: (name) => named.get(name),
  };
}

function sayingsOf({ sources }: Plan): string {
  return JSON.stringify(
    sources.flatMap(({ name, arrivesAfter }) =>
      arrivesAfter === undefined ? [] : [[name.value, arrivesAfter.value.seconds]],
    ),
  );
}
