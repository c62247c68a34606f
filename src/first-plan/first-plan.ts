// Makes a first plan from a scan of code: files of YAML, in memory. Pure: the same scan gives the same bytes.
import type { CodeScan } from "../code/emission.js";
import { suspectedCallees } from "../code/suspected-callees.js";
import { LineIndex } from "../diagnostics/line-index.js";
import { eventsYaml, type PlannedEvent } from "./events-yaml.js";
import { type FoundEvent, gather, type UnreadCall } from "./gather.js";
import { headYaml } from "./head-yaml.js";
import { guessIdentity } from "./identity.js";
import { compareSpellings, isUnconventional, prevailingConvention } from "./near-duplicates.js";
import { payloadOf } from "./payload.js";
import { peopleYaml } from "./people-yaml.js";
import { type CodePackage, guessSources } from "./sources.js";
import { filesByTopic } from "./topics.js";
import { isWritable } from "./yaml.js";

export type FirstPlanRequest = {
  /** What the plan is called. */
  readonly name: string;
  readonly scan: CodeScan;
  readonly packages: readonly CodePackage[];
  /** What checking an earlier try has shown; nothing at first. */
  readonly shown?: Shown;
};

/** What is only known when a plan has been made: then it is made again. */
export type Shown = {
  /** Rules that report errors, which are warnings in a draft. */
  readonly lowered: readonly string[];
  /** Events that generated code can't tell from another one, by their names, with the one that is kept. */
  readonly asOne: ReadonlyMap<string, string>;
  /** Events that can't be generated at all. */
  readonly leftOut: ReadonlySet<string>;
};

export type FirstPlan = {
  /** Paths are relative to the plan folder. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly events: number;
  readonly attributes: number;
  readonly sources: readonly string[];
  /** Calls whose event is not known, or not wholly. */
  readonly unread: number;
  /** What the plan was made from, as its first line says it: `4 calls in 2 of 9 files`. */
  readonly madeFrom: string;
};

const nothing: Shown = { lowered: [], asOne: new Map(), leftOut: new Set() };

export function firstPlan({ name, scan, packages, shown = nothing }: FirstPlanRequest): FirstPlan {
  const found = gather(scan);
  const writable = found.events.filter((event) => isWritable(event.name) && !shown.leftOut.has(event.name));
  const leftOut = found.events
    .map((event) => event.name)
    .filter((one) => !writable.some((w) => w.name === one));
  const naming = {
    events: prevailingConvention(
      writable.map((event) => event.name),
      "Title Case",
    ),
    properties: prevailingConvention(propertyNames(writable), "snake_case"),
    attributes: prevailingConvention(
      found.attributes?.properties.map((property) => property.name) ?? [],
      "snake_case",
    ),
  };
  const off = [
    ...(isUnconventional(
      writable.map((event) => event.name),
      naming.events,
    )
      ? ["event-name-casing"]
      : []),
    ...(isUnconventional(propertyNames(writable), naming.properties) ? ["property-name-casing"] : []),
  ];
  const spelling = compareSpellings(writable, naming.events, shown.asOne);
  const events = joined(writable, spelling.aliases, spelling.lookalikes);
  const attributes = new Set(found.attributes?.properties.map((property) => property.name));
  const emissions = [...new Set([...events.flatMap((event) => event.emissions), ...found.identifies])];
  const { sources, sourceOf } = guessSources(emissions, packages);
  const identity = guessIdentity(scan, attributes);
  const byName = new Map(events.map((event) => [event.name, event]));
  const people = peopleYaml(found.attributes);
  const files = [...filesByTopic(events.map((event) => event.name))].map(([path, names]) => ({
    path,
    text: eventsYaml(
      names.flatMap((one) => byName.get(one) ?? []),
      { identity, sourceOf },
    ),
  }));
  const callers = new Set(emissions.map(({ span }) => span.file)).size;
  const madeFrom =
    `${emissions.length} ${emissions.length === 1 ? "call" : "calls"} in ` +
    `${callers} of ${scan.files} ${scan.files === 1 ? "file" : "files"} of code`;
  const head = headYaml({
    name,
    naming,
    identity,
    sources,
    off,
    lowered: shown.lowered.filter((rule) => !off.includes(rule)),
    presets: found.presets,
    suspects: suspectedCallees(scan),
    leftOut,
    unread: found.unread,
    lineOf: lineOfCall(scan),
    doubtful: found.doubtful,
    madeFrom,
  });
  return {
    files: [
      { path: "plan.yaml", text: head },
      ...files,
      ...(people === undefined ? [] : [{ path: "people.yaml", text: people.text }]),
    ],
    events: events.length,
    attributes: people?.count ?? 0,
    sources: sources.map((source) => source.name),
    unread: found.unread.length,
    madeFrom,
  };
}

/** One event for all spellings of a name. */
function joined(
  events: readonly FoundEvent[],
  aliases: ReadonlyMap<string, readonly string[]>,
  lookalikes: ReadonlyMap<string, string>,
): readonly PlannedEvent[] {
  const byName = new Map(events.map((event) => [event.name, event]));
  const gone = new Set([...aliases.values()].flat());
  return events
    .filter(({ name }) => !gone.has(name))
    .map((event) => {
      const others = (aliases.get(event.name) ?? []).flatMap((name) => byName.get(name) ?? []);
      const all = [event, ...others];
      return {
        name: event.name,
        emissions: [...new Set(all.flatMap(({ emissions }) => emissions))],
        sent: [...new Set(all.flatMap(({ sent }) => sent))],
        spans: all.flatMap(({ spans }) => spans),
        aliases: others.map(({ name }) => name),
        lookalike: lookalikes.get(event.name),
      };
    });
}

function propertyNames(events: readonly FoundEvent[]): readonly string[] {
  const names = events.flatMap(({ sent }) => payloadOf(sent).properties.map(({ name }) => name));
  return [...new Set(names)];
}

function lineOfCall({ texts }: CodeScan): (call: UnreadCall) => number {
  const indexes = new Map<string, LineIndex>();
  return ({ emission: { span } }) => {
    const known = indexes.get(span.file) ?? new LineIndex(texts.get(span.file) ?? "");
    indexes.set(span.file, known);
    return known.position(span.start).line;
  };
}
