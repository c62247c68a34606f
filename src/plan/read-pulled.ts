// Files that were pulled from Customer.io: JSON -> consumers and snippets, with the place of each fact.
import { posix } from "node:path";
import type { Located, SourceFile } from "../diagnostics/diagnostic.js";
import type { Context, Fields } from "./context.js";
import { readJson } from "./json-reader.js";
import {
  type Consumer,
  type ConsumerKind,
  consumerKinds,
  consumerStates,
  type Message,
  type Snippet,
  type Trigger,
} from "./plan.js";
import { pulledFormat } from "./pulled-file.js";
import { readSegmentCondition } from "./read-segment-condition.js";
import type { TreeNode } from "./tree.js";

export type Pulled = { readonly consumers: readonly Consumer[]; readonly snippets: readonly Snippet[] };

const keys = [
  "$comment",
  "trackwright",
  "kind",
  "id",
  "name",
  "description",
  "state",
  "triggers",
  "filters",
  "conditions",
  "messages",
  "template",
  "unknown",
];

/** Reads pulled files; what is wrong with one is a finding, and costs that file. */
export function readPulled(context: Context, files: readonly SourceFile[]): Pulled {
  const consumers: Consumer[] = [];
  const snippets: Snippet[] = [];
  for (const file of files) {
    const { root, problem } = readJson(file);
    if (problem !== undefined) {
      context.error("pulled-file-unreadable", problem.span, problem.message, {
        help: "Pull it again: `trackwright consumers pull`.",
      });
      context.unknown.add("consumer");
      continue;
    }
    const fields = context.fields(
      root,
      "a pulled file",
      keys,
      "Pull it again: `trackwright consumers pull`.",
    );
    if (fields === undefined) continue;
    const format = context.number(fields.get("trackwright"), '"trackwright"', true);
    if (format === undefined) continue;
    if (format !== pulledFormat) {
      context.error(
        "pulled-file-unreadable",
        fields.get("trackwright")?.value.span ?? root.span,
        `This file is in version ${format} of the format of pulled files; this Trackwright reads version ${pulledFormat}.`,
        { help: "Pull it again: `trackwright consumers pull`." },
      );
      continue;
    }
    const read = readOne(context, root, fields);
    if (read === undefined) context.unknown.add("consumer");
    else if ("template" in read) snippets.push(read);
    else consumers.push(read);
  }
  return { consumers, snippets };
}

function readOne(context: Context, root: TreeNode, fields: Fields): Consumer | Snippet | undefined {
  for (const key of ["kind", "name"])
    context.missing(fields, key, root.span, `A pulled file has no "${key}".`);
  const name = context.text(fields.get("name"), '"name"');
  const kind = context.oneOf(fields.get("kind"), '"kind"', [...consumerKinds, "snippet"] as const);
  if (name === undefined || kind === undefined) return undefined;
  if (kind.value === "snippet") {
    const template = readPath(context, context.text(fields.get("template"), '"template"'));
    return template === undefined ? undefined : { name, span: root.span, template };
  }
  const triggers = readTriggers(context, fields);
  const messages = items(context, fields, "messages").flatMap((node) => readMessage(context, node) ?? []);
  const conditions = fields.get("conditions");
  const unknown = [...context.textList(fields.get("unknown"), '"unknown"')];
  const audience =
    conditions === undefined
      ? undefined
      : readSegmentCondition(conditions.value, (node, sentence) =>
          unknown.push({ value: sentence, span: node.span }),
        );
  return {
    name,
    span: root.span,
    origin: "pulled",
    id: context.text(fields.get("id"), '"id"'),
    kind: withKind(kind, kind.value),
    state: context.oneOf(fields.get("state"), '"state"', consumerStates),
    description: context.text(fields.get("description"), '"description"'),
    owner: undefined,
    reason: undefined,
    trigger: triggers[0],
    triggers,
    wait: undefined,
    exitsOn: [],
    conditions: [],
    filters: items(context, fields, "filters").flatMap((node) => {
      const filter = context.fields(node, "a filter", ["segment", "id"], "A filter names a segment.");
      return context.text(filter?.get("segment"), '"segment"') ?? [];
    }),
    audience,
    templates: messages.flatMap((message) => message.templates),
    messages,
    unknown,
    contradictions: [],
  };
}

function withKind({ span }: Located<string>, value: ConsumerKind): Located<ConsumerKind> {
  return { value, span };
}

function items(context: Context, fields: Fields, key: string): readonly TreeNode[] {
  const entry = fields.get(key);
  return entry === undefined ? [] : context.items(entry.value, `"${key}"`);
}

function readTriggers(context: Context, fields: Fields): readonly Trigger[] {
  const triggers = items(context, fields, "triggers").flatMap((node): readonly Trigger[] => {
    const trigger = context.fields(
      node,
      "a trigger",
      ["event", "segment", "date", "object", "id"],
      "A trigger is an event, a segment, a date or an object.",
    );
    if (trigger === undefined) return [];
    const { span } = node;
    const event = context.text(trigger.get("event"), '"event"');
    if (event !== undefined) return [{ kind: "event", event: event.value, span: event.span }];
    const segment = context.text(trigger.get("segment"), '"segment"');
    if (segment !== undefined) return [{ kind: "segment", segment: segment.value, span: segment.span }];
    const date = context.text(trigger.get("date"), '"date"');
    if (date !== undefined) return [{ kind: "date", attribute: date.value, span: date.span }];
    const object = context.text(trigger.get("object"), '"object"');
    if (object !== undefined) return [{ kind: "object", object: object.value, span }];
    context.missing(trigger, "event", span, "A trigger names no event, segment, date or object.");
    return [];
  });
  return [
    ...triggers.filter(({ kind }) => kind === "event"),
    ...triggers.filter(({ kind }) => kind !== "event"),
  ];
}

function readMessage(context: Context, node: TreeNode): Message | undefined {
  const fields = context.fields(
    node,
    "a message",
    ["id", "name", "type", "language", "templates"],
    "Pull it again: `trackwright consumers pull`.",
  );
  for (const key of ["id", "type"])
    if (fields !== undefined) context.missing(fields, key, node.span, `A message has no "${key}".`);
  const id = context.text(fields?.get("id"), '"id"');
  const type = context.text(fields?.get("type"), '"type"');
  if (fields === undefined || id === undefined || type === undefined) return undefined;
  return {
    span: node.span,
    id,
    name: context.text(fields.get("name"), '"name"'),
    type,
    language: context.text(fields.get("language"), '"language"'),
    templates: context
      .textList(fields.get("templates"), '"templates"')
      .flatMap((path) => readPath(context, path) ?? []),
  };
}

/** A path beside the file that names it, as one from the project root. */
function readPath(context: Context, path: Located<string> | undefined): Located<string> | undefined {
  if (path === undefined) return undefined;
  const steps = path.value.split("/");
  if (!/[\\\0]|^[A-Za-z]:/.test(path.value) && steps.every((step) => !["", ".", ".."].includes(step))) {
    return { value: posix.join(posix.dirname(path.span.file), path.value), span: path.span };
  }
  context.error("invalid-value", path.span, `"${path.value}" is no path to a file below this one's folder.`);
  return undefined;
}
