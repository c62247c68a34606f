// Draws sources -> events -> consumers as a Mermaid flowchart, for as long as a picture helps.
import type { Located } from "../../diagnostics/diagnostic.js";
import type { Consumer, Plan, PlanEvent, Source } from "../../plan/plan.js";
import { audienceReads } from "./audience.js";
import { plural } from "./words.js";

/** Above this, a picture is a wall of boxes. */
const mostNodes = 60;

/** A picture with the sentence that says what it leaves out. Texts are Markdown. */
export type Picture = {
  readonly heading: string | undefined;
  readonly note: string;
  readonly diagram: string | undefined;
};

/**
 * The whole plan in one picture; where that has too many nodes, only the events that somebody listens to; where
 * those are too many too, one picture a source. A source whose picture would still be too large has none.
 */
export function pictures(plan: Plan): readonly Picture[] {
  const live = plan.events.filter(({ status }) => status !== "retired");
  if (live.length === 0) return [];
  const whole = new Flow(plan.sources, live, plan.consumers);
  const legend = "Solid arrows start a consumer, dotted ones stop it.";
  const sayLegend = (flow: Flow) => (flow.hasStops ? legend : "");
  if (whole.size <= mostNodes)
    return [{ heading: undefined, note: sayLegend(whole), diagram: whole.print() }];

  const heardNames = new Set(plan.consumers.flatMap(listensTo));
  const heard = live.filter(({ name }) => heardNames.has(name.value));
  if (heard.length === 0) {
    return [
      {
        heading: undefined,
        note: `Nobody in this plan listens to its ${plural(live.length, "event")} yet, and they are too many for a picture: the tables below list them.`,
        diagram: undefined,
      },
    ];
  }
  const left = live.length - heard.length;
  const scope =
    left === 0
      ? ""
      : `The picture shows the ${plural(heard.length, "event")} that somebody listens to; the tables below list the other ${left} too. `;
  const listened = new Flow(plan.sources, heard, plan.consumers);
  if (listened.size <= mostNodes) {
    return [{ heading: undefined, note: scope + sayLegend(listened), diagram: listened.print() }];
  }
  return plan.sources.flatMap((source): readonly Picture[] => {
    const own = heard.filter((event) => sends(source, event));
    if (own.length === 0) return [];
    const flow = new Flow([source], own, plan.consumers);
    const heading = source.name.value;
    return flow.size <= mostNodes
      ? [
          {
            heading,
            note: `Its ${plural(own.length, "event")} that somebody listens to. ${sayLegend(flow)}`.trim(),
            diagram: flow.print(),
          },
        ]
      : [
          {
            heading,
            note: `Somebody listens to ${plural(own.length, "event")} of it: too many for a picture.`,
            diagram: undefined,
          },
        ];
  });
}

function sends(source: Source, event: PlanEvent): boolean {
  return event.sources.some(({ value }) => value === source.name.value);
}

/** The names of the events that start or stop a consumer, or decide who is in a segment. */
function listensTo(consumer: Consumer): readonly string[] {
  return [...startedBy(consumer), ...consumer.exitsOn.map(({ value }) => value)];
}

/** Those that lead into it. */
function startedBy({ triggers, audience }: Consumer): readonly string[] {
  return [
    ...triggers.flatMap((trigger) => (trigger.kind === "event" ? [trigger.event] : [])),
    ...audienceReads(audience).events.keys(),
  ];
}

function segmentsOf({ triggers }: Consumer): readonly string[] {
  return triggers.flatMap((trigger) => (trigger.kind === "segment" ? [trigger.segment] : []));
}

/** One flowchart. */
class Flow {
  readonly #nodes: readonly string[];
  readonly #edges: readonly string[];
  readonly hasStops: boolean;

  /** Sources and consumers that have to do with none of the events are left out. */
  constructor(
    allSources: readonly Source[],
    events: readonly PlanEvent[],
    allConsumers: readonly Consumer[],
  ) {
    const senders = new Set(events.flatMap((event) => event.sources.map(({ value }) => value)));
    const sources = allSources.filter(({ name }) => senders.has(name.value));
    const eventNames = new Set(events.map(({ name }) => name.value));
    const touched = new Set(
      allConsumers.filter((consumer) => listensTo(consumer).some((name) => eventNames.has(name))),
    );
    const segments = new Set([...touched].flatMap(segmentsOf));
    // Of segments that an event decides about, what they start is a part of the picture too.
    const counting = new Set(
      [...touched].filter(({ audience }) => audience !== undefined).map(({ name }) => name.value),
    );
    const drawn = allConsumers.filter(
      (consumer) =>
        touched.has(consumer) ||
        segments.has(consumer.name.value) ||
        segmentsOf(consumer).some((segment) => counting.has(segment)),
    );
    const sourceIds = ids("s", sources);
    const eventIds = ids("e", events);
    const consumerIds = ids("c", drawn);
    this.#nodes = [
      ...sources.map(({ name }) => `${sourceIds.get(name.value)}(["${label(name.value)}"])`),
      ...events.map(({ name, status }) => {
        const mark = status === "active" ? "" : ` (${status})`;
        return `${eventIds.get(name.value)}["${label(name.value)}${mark}"]`;
      }),
      ...drawn.map(({ name, kind, state }) => {
        const marks = [
          ...(kind.value === "campaign" ? [] : [kind.value]),
          ...(state === undefined || state.value === "active" ? [] : [state.value]),
        ];
        const mark = marks.length === 0 ? "" : ` (${marks.join(", ")})`;
        return `${consumerIds.get(name.value)}{{"${label(name.value)}${mark}"}}`;
      }),
    ];
    const edge = (from: string | undefined, arrow: string, to: string | undefined): readonly string[] =>
      from === undefined || to === undefined ? [] : [`${from} ${arrow} ${to}`];
    const stops = drawn.flatMap((consumer) =>
      consumer.exitsOn
        .filter(({ value }) => !startedBy(consumer).includes(value))
        .flatMap(({ value }) => edge(eventIds.get(value), "-.->", consumerIds.get(consumer.name.value))),
    );
    this.#edges = [
      ...events.flatMap((event) =>
        event.sources.flatMap(({ value }) =>
          edge(sourceIds.get(value), "-->", eventIds.get(event.name.value)),
        ),
      ),
      ...drawn.flatMap((consumer) => {
        const id = consumerIds.get(consumer.name.value);
        return [
          ...startedBy(consumer).flatMap((event) => edge(eventIds.get(event), "-->", id)),
          ...segmentsOf(consumer).flatMap((segment) => edge(consumerIds.get(segment), "-->", id)),
        ];
      }),
      ...stops,
    ];
    this.hasStops = stops.length > 0;
  }

  get size(): number {
    return this.#nodes.length;
  }

  print(): string {
    // Mermaid's own spacing makes a picture of forty boxes several screens high.
    const spacing = '%%{init: {"flowchart": {"nodeSpacing": 14, "rankSpacing": 90, "padding": 8}}}%%';
    return [spacing, "flowchart LR", ...this.#nodes.map(indented), ...this.#edges.map(indented)].join("\n");
  }
}

function indented(line: string): string {
  return `  ${line}`;
}

/**
 * An id for each name, of ASCII letters, digits and `_`, so that no name can break the syntax. It comes from the name
 * alone, so that a change to the plan changes only the lines that it is about; names that differ only in casing and
 * punctuation are counted.
 */
function ids(
  letter: string,
  items: readonly { readonly name: Located<string> }[],
): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    items.map(({ name }) => {
      const base = `${letter}_${idText(name.value)}`;
      let id = base;
      for (let count = 2; taken.has(id); count++) id = `${base}_${count}`;
      taken.add(id);
      return [name.value, id];
    }),
  );
}

function idText(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\0-\x7f]/gu, (character) => `u${character.codePointAt(0)?.toString(16) ?? ""}_`)
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_|_$/g, "");
}

/**
 * A name inside a quoted label. Punctuation is written as entities, as Mermaid reads some of it as Markdown, HTML or
 * its own syntax; between letters or digits `-`, `_`, `.` and `'` are harmless, and keep the source readable.
 */
function label(name: string): string {
  // The pattern over all of Unicode takes a millisecond to get ready.
  const punctuation = /^[\0-\x7f]*$/.test(name)
    ? /(?<=[A-Za-z0-9])[-_.'](?=[A-Za-z0-9])|([!-/:-@[-`{-~])/g
    : /(?<=[\p{L}\p{N}])[-_.'](?=[\p{L}\p{N}])|([!-/:-@[-`{-~])/gu;
  return name
    .replace(/\s+/g, " ")
    .replace(punctuation, (character, mark: string | undefined) =>
      mark === undefined ? character : `#${character.codePointAt(0) ?? 0};`,
    );
}
