// Campaigns, broadcasts, newsletters, transactional messages, segments and snippets: from the API's shapes to facts.
import { compareText } from "../../diagnostics/diagnostic.js";
import type { ConsumerState } from "../../plan/plan.js";
import { compareIds } from "../../plan/pulled-file.js";
import type { PulledConsumer, PulledMessage, PulledSnippet, PulledTrigger } from "./consumer.js";
import { asId, asName, asText, isRecord, type JsonRecord } from "./json.js";
import { readMessage } from "./message.js";
import { isAddress, leftOut, withoutSecrets } from "./private.js";

/** The names of segments by identifier. */
export type Segments = ReadonlyMap<string, string>;

/** A campaign or a broadcast, with its actions. */
export function campaignOf(
  kind: "campaign" | "broadcast",
  id: string,
  item: JsonRecord,
  actions: readonly JsonRecord[],
  segments: Segments,
): PulledConsumer {
  const unknown: string[] = [];
  const triggers: PulledTrigger[] = [];
  const event = asText(item.event_name);
  if (event !== undefined && event !== "") triggers.push({ event });
  triggers.push(...segmentsOf(item.trigger_segment_ids, segments, unknown));
  const date = asText(item.date_attribute);
  if (date !== undefined && date !== "") triggers.push({ date });
  for (const field of ["event_name", "date_attribute"]) {
    const value = item[field];
    if (value !== undefined && value !== null && typeof value !== "string")
      unknown.push(`Its "${field}" is no text and is not understood.`);
  }
  if (item.active !== undefined && item.active !== null && typeof item.active !== "boolean")
    unknown.push('Its "active" is neither true nor false and is not understood.');
  const type = asName(item.type);
  if (triggers.length === 0 && kind === "campaign") {
    const by = type === undefined ? "" : `, which is of the type "${type}"`;
    unknown.push(`The API does not tell what starts this campaign${by}.`);
  }
  return {
    ...common(kind, id, item),
    state: stateOf(item, unknown),
    triggers,
    filters: segmentsOf(item.filter_segment_ids, segments, unknown),
    conditions: undefined,
    ...contentOf(actions, undefined, unknown),
  };
}

export function newsletterOf(
  id: string,
  item: JsonRecord,
  contents: readonly JsonRecord[],
  segments: Segments,
): PulledConsumer {
  const unknown: string[] = [];
  return {
    ...common("newsletter", id, item),
    state: sentState(item.sent_at, unknown),
    triggers: segmentsOf(item.recipient_segment_ids, segments, unknown),
    filters: [],
    conditions: undefined,
    ...contentOf(contents, asName(item.type), unknown),
  };
}

/** A newsletter that was sent is done; one without a time was not. */
function sentState(sent: unknown, unknown: string[]): ConsumerState | undefined {
  if (sent === undefined || sent === null) return "draft";
  if (typeof sent === "number") return sent > 0 ? "stopped" : "draft";
  unknown.push("When it was sent is not understood.");
  return undefined;
}

export function transactionalOf(
  id: string,
  item: JsonRecord,
  contents: readonly JsonRecord[] | undefined,
): PulledConsumer {
  const unknown = contents === undefined ? ["Its content is not understood."] : [];
  return {
    ...common("transactional", id, item),
    state: undefined,
    triggers: [],
    filters: [],
    conditions: undefined,
    ...contentOf(contents ?? [], asName(item.type), unknown),
  };
}

export function segmentOf(id: string, item: JsonRecord, segments: Segments): PulledConsumer {
  const unknown: string[] = [];
  const conditions = item.conditions;
  const isManual = item.type === "manual";
  if (!isManual && (conditions === undefined || conditions === null))
    unknown.push("The API does not tell the conditions of this segment.");
  return {
    ...common("segment", id, item),
    state: undefined,
    triggers: [],
    filters: [],
    conditions: conditions === null ? undefined : prepared(conditions, segments),
    messages: [],
    unknown,
  };
}

export function snippetOf(item: JsonRecord): PulledSnippet {
  return {
    kind: "snippet",
    name: asName(item.name) ?? "",
    text: withoutSecrets(asText(item.value) ?? ""),
  };
}

function common(
  kind: PulledConsumer["kind"],
  id: string,
  item: JsonRecord,
): Pick<PulledConsumer, "kind" | "id" | "name" | "description"> {
  const description = asText(item.description)?.trim();
  return {
    kind,
    id,
    name: asName(item.name) ?? `${kind} ${id}`,
    description: description === "" || description === undefined ? undefined : withoutSecrets(description),
  };
}

const states: ReadonlyMap<string, ConsumerState> = new Map([
  ["running", "active"],
  ["active", "active"],
  ["started", "active"],
  ["draft", "draft"],
  ["stopped", "stopped"],
  ["paused", "stopped"],
  ["finished", "stopped"],
  ["archived", "stopped"],
]);

function stateOf(item: JsonRecord, unknown: string[]): ConsumerState | undefined {
  const word = asName(item.state);
  const state = word === undefined ? undefined : states.get(word);
  if (state !== undefined) return state;
  if (word !== undefined) unknown.push(`Its state "${word}" is not understood.`);
  return item.active === true
    ? "active"
    : item.active === false && word === undefined
      ? "stopped"
      : undefined;
}

function segmentsOf(
  ids: unknown,
  segments: Segments,
  unknown: string[],
): readonly { readonly segment: string; readonly id: string }[] {
  if (ids === undefined || ids === null) return [];
  const found = (Array.isArray(ids) ? ids : [ids]).flatMap((value) => {
    const id = asId(value);
    if (id === undefined) {
      unknown.push("A segment without an identifier is not understood.");
      return [];
    }
    const segment = segments.get(id);
    if (segment === undefined) unknown.push(`The segment ${id} is not among those of the workspace.`);
    return [{ segment: segment ?? `segment ${id}`, id }];
  });
  return found.toSorted((a, b) => compareIds(a.id, b.id));
}

function contentOf(
  actions: readonly JsonRecord[],
  type: string | undefined,
  before: readonly string[],
): Pick<PulledConsumer, "messages" | "unknown"> {
  const unknown = new Set(before);
  const messages = new Map<string, PulledMessage>();
  for (const action of actions) {
    const { message, unknown: of } = readMessage(action, type);
    if (message !== undefined) messages.set(message.id, message);
    for (const sentence of of) unknown.add(sentence);
  }
  return {
    messages: [...messages.values()].sort((a, b) => compareIds(a.id, b.id)),
    unknown: [...unknown].sort(compareText),
  };
}

/**
 * Conditions as they go into a file: keys sorted, people's addresses left out, and segments named. Lists keep their
 * order.
 */
function prepared(value: unknown, segments: Segments, depth: number = 0): unknown {
  if (depth > 60) return leftOut;
  if (typeof value === "string") return isAddress(value) ? leftOut : (asText(value) ?? "");
  if (Array.isArray(value)) return value.map((item) => prepared(item, segments, depth + 1));
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).map(([key, inner]): [string, unknown] => {
    const done = prepared(inner, segments, depth + 1);
    if (key !== "segment" || !isRecord(done) || done.name !== undefined) return [key, done];
    const name = segments.get(asId(done.id) ?? "");
    return [key, name === undefined ? done : { ...done, name }];
  });
  return Object.fromEntries(entries.toSorted(([a], [b]) => compareText(a, b)));
}
