// How much of a plan the code sends, prepared for both reports of it: rows, counts and places.
import type { Span } from "../diagnostics/diagnostic.js";
import type { Place } from "./findings.js";
import { counted } from "./report.js";

type Call = {
  readonly sources: readonly string[];
  readonly typed: boolean;
  readonly possible: boolean;
  readonly span: Span;
};

/** What `rules/coverage.ts` finds. */
export type CoverageFacts = {
  readonly plan: string;
  readonly events: readonly {
    readonly name: string;
    readonly status: "planned" | "active" | "deprecated" | "retired";
    readonly sources: readonly string[];
    readonly unseen: readonly string[];
    readonly calls: readonly Call[];
  }[];
  readonly unplanned: readonly {
    readonly name: string;
    readonly meant: string | undefined;
    readonly calls: readonly Call[];
  }[];
  readonly dynamic: readonly { readonly reason: string | undefined; readonly span: Span }[];
  readonly doubtful: number;
  readonly others: number;
};

/** A line of the table. */
export type CoverageRow = {
  readonly event: string;
  /** `planned`, `deprecated` or `retired`; nothing for an active one. */
  readonly note: string;
  /** Who sends it, by the plan. */
  readonly planned: string;
  /** From where the code sends it. */
  readonly sent: string;
  /** `emitter`, `by hand`, `both`; or why there is nothing to tell. */
  readonly how: string;
  /** `web/cart.ts:12`, and how many others there are. */
  readonly where: string;
};

export type CoverageTable = {
  readonly rows: readonly CoverageRow[];
  readonly summary: string;
  /** Active events whose sources were looked at, and that nothing sends. */
  readonly silent: readonly string[];
  /** `"Checkout Started" (Started Checkout?) web/cart.ts:12`. */
  readonly unplanned: readonly {
    readonly name: string;
    readonly meant: string | undefined;
    readonly where: string;
  }[];
  readonly dynamic: readonly { readonly where: string; readonly reason: string | undefined }[];
  /** What else there is to say, a sentence each. */
  readonly notes: readonly string[];
};

export function coverageTable(facts: CoverageFacts, placeOf: (span: Span) => Place): CoverageTable {
  const where = (calls: readonly { readonly span: Span }[]): string => {
    const [first] = calls;
    if (first === undefined) return "";
    const { file, line } = placeOf(first.span);
    const more = calls.length - 1;
    return `${file}:${line}${more === 0 ? "" : ` and ${more} more`}`;
  };
  const rows = facts.events.map((event): CoverageRow => {
    const { name, status, sources, calls } = event;
    const sent = [
      ...new Set(calls.flatMap((call) => (call.sources.length === 0 ? ["elsewhere"] : call.sources))),
    ];
    return {
      event: name,
      note: status === "active" ? "" : status,
      planned: sources.join(", "),
      sent: sent.join(", "),
      how: howSent(event),
      where: where(calls),
    };
  });
  const live = facts.events.filter(({ status }) => status !== "retired");
  const sent = live.filter(({ calls }) => calls.length > 0);
  const silent = live.filter((event) => event.status === "active" && howSent(event) === "nowhere");
  const unseen = live.filter((event) => howSent(event) === "not looked at");
  const notes = [
    ...(unseen.length === 0
      ? []
      : [
          `${counted(unseen.length, "event comes", "events come")} from sources whose code was not looked at: ${[...new Set(unseen.flatMap((event) => event.unseen))].join(", ")}.`,
        ]),
    ...(facts.doubtful === 0
      ? []
      : [`${counted(facts.doubtful, "call")} may send an event, and nothing shows whether it does.`]),
    ...(facts.others === 0
      ? []
      : [
          `${counted(facts.others, "call belongs", "calls belong")} to tests or to products that the plan says nothing about.`,
        ]),
  ];
  const typed = sent.filter((event) => howSent(event) === "emitter").length;
  const byHand = sent.length - typed;
  const ways = [
    ...(typed > 0 ? [`${typed} through emitters alone`] : []),
    ...(byHand > 0 ? [`${byHand} by hand`] : []),
  ];
  return {
    rows,
    summary: `The code sends ${sent.length} of ${counted(live.length, "event")}${ways.length === 0 ? "" : `: ${ways.join(", ")}`}`,
    silent: silent.map(({ name }) => name),
    unplanned: facts.unplanned.map(({ name, meant, calls }) => ({ name, meant, where: where(calls) })),
    dynamic: facts.dynamic.map(({ span, reason }) => ({ where: where([{ span }]), reason })),
    notes,
  };
}

function howSent({ calls, sources, unseen, status }: CoverageFacts["events"][number]): string {
  if (calls.length > 0) {
    const typed = calls.filter((call) => call.typed).length;
    if (calls.every(({ possible }) => possible)) return "perhaps";
    return typed === calls.length ? "emitter" : typed === 0 ? "by hand" : "both";
  }
  if (status === "planned" || status === "retired") return "-";
  if (sources.length > 0 && unseen.length === sources.length) return "not looked at";
  return "nowhere";
}
