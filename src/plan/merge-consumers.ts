// Joins what is written about consumers with what was pulled, so that each is one and has a name of its own.
import { compareText, type Located } from "../diagnostics/diagnostic.js";
import { type Consumer, type Contradiction, consumerKinds, type Trigger } from "./plan.js";
import { compareIds } from "./pulled-file.js";

/**
 * A pulled consumer and a written one of the same name are one: the workspace knows what it is, the plan why. Several
 * pulled ones of one name are told apart: the first keeps it, others say their kind and, where that is not enough,
 * their identifier.
 */
export function mergeConsumers(
  written: readonly Consumer[],
  pulled: readonly Consumer[],
): readonly Consumer[] {
  const byName = new Map(written.map((consumer) => [consumer.name.value, consumer]));
  const taken = new Set<string>();
  const merged: Consumer[] = [];
  for (const consumer of inOrder(pulled, byName)) {
    const known = byName.get(consumer.name.value);
    if (known !== undefined && !taken.has(known.name.value)) {
      taken.add(known.name.value);
      merged.push(joined(known, consumer));
      continue;
    }
    const name = freeName(consumer, taken, byName);
    taken.add(name);
    merged.push(
      name === consumer.name.value ? consumer : { ...consumer, name: { ...consumer.name, value: name } },
    );
  }
  return [
    ...written.filter(({ name }) => !taken.has(name.value)),
    ...merged.map(withNewNames(pulled, merged)),
  ];
}

/** Segments are named by those that they start; where one got another name, so do they. */
function withNewNames(
  pulled: readonly Consumer[],
  merged: readonly Consumer[],
): (consumer: Consumer) => Consumer {
  const segments = pulled.filter(({ kind }) => kind.value === "segment");
  const ids = new Map(
    merged.flatMap(({ kind, id, name }) =>
      kind.value === "segment" && id !== undefined ? [[id.value, name.value] as const] : [],
    ),
  );
  const renamed = new Map<string, string>();
  const several = new Set<string>();
  for (const { name, id } of segments) {
    const now = id === undefined ? undefined : ids.get(id.value);
    if (renamed.has(name.value)) several.add(name.value);
    if (now !== undefined) renamed.set(name.value, now);
  }
  const current = (name: string): string => (several.has(name) ? name : (renamed.get(name) ?? name));
  return (consumer) => {
    const triggers = consumer.triggers.map((trigger) =>
      trigger.kind === "segment" ? { ...trigger, segment: current(trigger.segment) } : trigger,
    );
    return {
      ...consumer,
      trigger: triggers[0],
      triggers,
      filters: consumer.filters.map(({ value, span }) => ({ value: current(value), span })),
    };
  };
}

/** By name; the one of the written one's kind first, then by kind and identifier. */
function inOrder(pulled: readonly Consumer[], written: ReadonlyMap<string, Consumer>): readonly Consumer[] {
  const rank = ({ name, kind }: Consumer): number =>
    written.get(name.value)?.kind.value === kind.value ? -1 : consumerKinds.indexOf(kind.value);
  return pulled.toSorted(
    (a, b) =>
      compareText(a.name.value, b.name.value) ||
      rank(a) - rank(b) ||
      compareIds(a.id?.value ?? "", b.id?.value ?? ""),
  );
}

function freeName(
  { name, kind, id }: Consumer,
  taken: ReadonlySet<string>,
  written: ReadonlyMap<string, Consumer>,
): string {
  const withKind = `${name.value} (${kind.value})`;
  const withId = `${name.value} (${kind.value} ${id?.value ?? "?"})`;
  const free = [name.value, withKind, withId].find(
    (one) => !taken.has(one) && (one === name.value || !written.has(one)),
  );
  if (free !== undefined) return free;
  for (let number = 2; ; number++) {
    const next = `${withId} ${number}`;
    if (!taken.has(next) && !written.has(next)) return next;
  }
}

function joined(written: Consumer, pulled: Consumer): Consumer {
  const triggers = pulled.triggers.length > 0 ? pulled.triggers : written.triggers;
  return {
    ...written,
    origin: "both",
    id: pulled.id,
    kind: pulled.kind,
    state: pulled.state,
    description: written.description ?? pulled.description,
    trigger: triggers[0],
    triggers,
    filters: pulled.filters,
    audience: pulled.audience,
    templates: [...written.templates, ...pulled.templates],
    messages: pulled.messages,
    unknown: pulled.unknown,
    contradictions: contradictionsOf(written, pulled),
  };
}

function contradictionsOf(written: Consumer, pulled: Consumer): readonly Contradiction[] {
  const found: Contradiction[] = [];
  if (written.kind.value !== pulled.kind.value) {
    found.push({ of: "kind", written: withArticle(written.kind), pulled: withArticle(pulled.kind) });
  }
  const { trigger } = written;
  const [first] = pulled.triggers;
  if (trigger !== undefined && first !== undefined) {
    const said = textOf(trigger);
    if (!pulled.triggers.some((one) => textOf(one) === said)) {
      found.push({
        of: "trigger",
        written: { value: said, span: trigger.span },
        pulled: { value: pulled.triggers.map(textOf).join(" and "), span: first.span },
      });
    }
  }
  return found;
}

function withArticle({ value, span }: Located<string>): Located<string> {
  return { value: `a ${value === "transactional" ? "transactional message" : value}`, span };
}

/** What starts a consumer, behind "starts on". */
function textOf(trigger: Trigger): string {
  switch (trigger.kind) {
    case "event":
      return `"${trigger.event}"`;
    case "segment":
      return `the segment "${trigger.segment}"`;
    case "date":
      return `the date in "${trigger.attribute}"`;
    case "object":
      return `the object "${trigger.object}"`;
    case "api":
      return "a call of the API";
  }
}
