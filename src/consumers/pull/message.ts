// A step of a workflow as the API gives it -> what it says, as templates, and nothing of whom it says it to.
import type { PulledMessage } from "./consumer.js";
import { asId, asName, asText, isRecord, type JsonRecord } from "./json.js";
import { liquidOf, withoutNamedSecrets, withoutSecrets } from "./private.js";

/** Steps that are sent to a machine, whose words may be secrets. */
const machineTypes: ReadonlySet<string> = new Set(["webhook", "slack", "http_request"]);

/** Fields of which the Liquid is kept and nothing else: addresses, and what may hold a key. In this order. */
const guarded: readonly (readonly [field: string, label: string])[] = [
  ["recipient", "To"],
  ["cc", "Cc"],
  ["bcc", "Bcc"],
  ["from", "From"],
  ["reply_to", "Reply-To"],
  ["url", "URL"],
  ["headers", "Headers"],
];
const written: ReadonlySet<string> = new Set(["subject", "preheader_text", "body", "body_plain", "body_amp"]);
const ignored: ReadonlySet<string> = new Set(["id", "name", "type", "language", "parent_action_id"]);

export type ReadMessage = {
  /** Undefined where the step says nothing: a delay, a branch. */
  readonly message: PulledMessage | undefined;
  readonly unknown: readonly string[];
};

/** Reads a step. `fallback` is the type of one that says none. */
export function readMessage(action: JsonRecord, fallback: string | undefined): ReadMessage {
  const id = asId(action.id);
  if (id === undefined)
    return { message: undefined, unknown: ["A step without an identifier is not understood."] };
  const type = asName(action.type) ?? fallback ?? "unknown";
  const unknown: string[] = [];
  const hide = machineTypes.has(type) ? withoutNamedSecrets : withoutSecrets;
  const lines: string[] = [];
  const put = (label: string, text: string | undefined): void => {
    if (text !== undefined && text !== "") lines.push(`${label}: ${text}`);
  };
  put("Subject", oneLine(hide(asText(action.subject) ?? "")));
  put("Preheader", oneLine(hide(asText(action.preheader_text) ?? "")));
  for (const [field, label] of guarded) {
    const found = liquidIn(action[field]);
    // A message goes to whom it is for, where nothing else is said.
    if (field !== "recipient" || !/^\{\{-? ?customer\.(?:email|phone) ?-?\}\}$/.test(found ?? ""))
      put(label, found);
  }
  for (const field of Object.keys(action).sort()) {
    if (written.has(field) || ignored.has(field) || guarded.some(([name]) => name === field)) continue;
    // A field that nobody told us of may read something all the same.
    const found = liquidIn(action[field], field === "layout" ? /^\{\{-? ?content ?-?\}\}$/ : undefined);
    put(labelOf(field), found);
  }
  for (const field of written) {
    const value = action[field];
    if (value === undefined || value === null || typeof value === "string") continue;
    put(labelOf(field), liquidIn(value));
    unknown.push(`The "${field}" of the step ${id} is no text and is not understood.`);
  }
  const body = hide(asText(action.body) ?? "");
  const parts = [
    { part: "plain", text: hide(asText(action.body_plain) ?? "") },
    { part: "amp", text: hide(asText(action.body_amp) ?? "") },
  ].filter(({ text }) => text.trim() !== "");
  if (lines.length === 0 && body.trim() === "" && parts.length === 0) {
    return { message: undefined, unknown };
  }
  return {
    message: {
      id,
      name: asName(action.name),
      type,
      language: asName(action.language),
      templates: [{ part: undefined, text: templateText(lines, body) }, ...parts],
    },
    unknown,
  };
}

/** The Liquid of a value, wherever in it there is some, as one line; undefined where there is none. */
function liquidIn(value: unknown, except?: RegExp): string | undefined {
  const pieces = textsIn(value, 0)
    .flatMap(liquidOf)
    .filter((piece) => except?.test(piece) !== true);
  return pieces.length === 0 ? undefined : pieces.join(" ");
}

function textsIn(value: unknown, depth: number): readonly string[] {
  if (typeof value === "string") return [asText(value) ?? ""];
  if (depth > 20) return [];
  if (Array.isArray(value)) return value.flatMap((item) => textsIn(item, depth + 1));
  return isRecord(value) ? Object.values(value).flatMap((item) => textsIn(item, depth + 1)) : [];
}

/** Header lines, an empty line, the body: as templates are written by hand. */
function templateText(lines: readonly string[], body: string): string {
  const looksLikeHeader = /^(?:[A-Z][\w-]*: |\n)/.test(body);
  if (lines.length === 0) return looksLikeHeader ? `\n${body}` : body;
  return body === "" ? lines.join("\n") : `${lines.join("\n")}\n\n${body}`;
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, " ").trim();
}

/** `send_to` is "Send-to". */
function labelOf(field: string): string {
  const words = field.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return words === "" ? "Field" : words.charAt(0).toUpperCase() + words.slice(1);
}
