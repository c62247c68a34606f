// Sequences and consumers: located tree -> model.

import type { Located } from "../diagnostics/diagnostic.js";
import { didYouMeanText } from "../diagnostics/did-you-mean.js";
import { isHiddenVariant } from "../diagnostics/invisible.js";
import { parseCondition } from "./condition.js";
import type { Context } from "./context.js";
import {
  type ConditionText,
  type Consumer,
  consumerKinds,
  type PlanEvent,
  type Sequence,
  type Trigger,
} from "./plan.js";
import type { TypeReader } from "./read-type.js";
import { describeNode, type Entry } from "./tree.js";

const sequenceKeys = ["description", "steps", "key", "within", "suppress"];

export function readSequence(
  context: Context,
  entry: Entry,
  events: ReadonlyMap<string, PlanEvent>,
): Sequence | undefined {
  const name = entry.key.text;
  const fields = context.fields(
    entry.value,
    `the sequence "${name}"`,
    sequenceKeys,
    "Write its steps below it.",
  );
  if (fields === undefined) return undefined;
  const stepsEntry = fields.get("steps");
  context.missing(fields, "steps", entry.key.span, `The sequence "${name}" has no "steps".`, {
    help: 'Such as "steps: [Started Checkout, Order Completed]".',
  });
  if (stepsEntry?.value.kind === "list" && stepsEntry.value.items.length === 0) {
    context.error("invalid-value", stepsEntry.value.span, `The sequence "${name}" has no steps.`, {
      help: 'Such as "steps: [Started Checkout, Order Completed]".',
    });
  }
  const steps = context
    .nameList(stepsEntry, '"steps"')
    .filter((step) => context.reference("event", step, ""));
  const key = context.name(fields.get("key"), '"key"');
  if (key !== undefined) checkKey(context, key, steps, events);
  const suppress = fields.get("suppress");
  return {
    name: { value: name, span: entry.key.span },
    span: entry.span,
    description: context.text(fields.get("description"), '"description"'),
    steps,
    key,
    within: context.duration(fields.get("within"), '"within"'),
    suppress: suppress === undefined ? undefined : readSuppress(context, suppress),
  };
}

/** The key joins the steps: each of them must carry it. */
function checkKey(
  context: Context,
  key: Located<string>,
  steps: readonly Located<string>[],
  events: ReadonlyMap<string, PlanEvent>,
): void {
  const without = steps.filter((step) => {
    const event = events.get(step.value);
    return (
      event !== undefined &&
      !context.incompleteEvents.has(step.value) &&
      !event.properties.some((property) => property.name.value === key.value && property.status !== "retired")
    );
  });
  if (without.length === 0) return;
  const declared = steps.flatMap((step) => events.get(step.value)?.properties.map(({ name }) => name) ?? []);
  const names = new Set(declared.map(({ value }) => value));
  const hidden = declared.find(({ value }) => isHiddenVariant(value, key.value))?.span;
  const message =
    without.length === steps.length
      ? `No step has a property "${key.value}".${didYouMeanText(key.value, names)}`
      : `The key "${key.value}" is no property of ${without.map((step) => `"${step.value}"`).join(", ")}.`;
  context.error("unknown-reference", key.span, message, {
    help: "The key joins the steps: each of them must carry it.",
    ...(hidden !== undefined && { followsFrom: hidden }),
    related: without.flatMap((step) => {
      const span = events.get(step.value)?.name.span;
      return span === undefined ? [] : [{ message: "declared here", span }];
    }),
  });
}

function readSuppress(context: Context, entry: Entry): Sequence["suppress"] {
  const fields = context.fields(
    entry.value,
    '"suppress"',
    ["on", "wait"],
    "Write { on: Order Completed, wait: 45m }.",
  );
  if (fields === undefined) return undefined;
  context.missing(fields, "on", entry.value.span, '"suppress" names no event.', {
    help: "Write { on: Order Completed, wait: 45m }.",
  });
  const on = context.name(fields.get("on"), '"on"');
  const wait = context.duration(fields.get("wait"), '"wait"');
  if (on === undefined || !context.reference("event", on, "")) return undefined;
  return { span: entry.span, on, wait };
}

const consumerKeys = [
  "kind",
  "description",
  "owner",
  "reason",
  "trigger",
  "wait",
  "exits_on",
  "conditions",
  "templates",
];

/** The attributes of people, and whether these are all. */
type Attributes = { readonly names: ReadonlySet<string>; readonly complete: boolean };

export function readConsumer(
  context: Context,
  types: TypeReader,
  entry: Entry,
  attributes: Attributes,
): Consumer | undefined {
  const name = entry.key.text;
  const fields = context.fields(
    entry.value,
    `the consumer "${name}"`,
    consumerKeys,
    "Write its kind and trigger below it.",
  );
  if (fields === undefined) return undefined;
  context.missing(fields, "kind", entry.key.span, `The consumer "${name}" has no "kind".`, {
    help: `One of: ${consumerKinds.join(", ")}.`,
  });
  const conditions = fields.get("conditions");
  const triggerEntry = fields.get("trigger");
  const around = { consumer: name, attributes };
  const trigger = triggerEntry === undefined ? undefined : readTrigger(context, types, triggerEntry, around);
  const exitsOn = context.nameList(fields.get("exits_on"), '"exits_on"');
  for (const event of exitsOn) context.reference("event", event, "", name);
  return {
    name: { value: name, span: entry.key.span },
    span: entry.span,
    origin: "written",
    id: undefined,
    state: undefined,
    kind: context.oneOf(fields.get("kind"), '"kind"', consumerKinds) ?? {
      value: "campaign",
      span: entry.key.span,
    },
    description: context.text(fields.get("description"), '"description"'),
    owner: context.text(fields.get("owner"), '"owner"'),
    reason: context.text(fields.get("reason"), '"reason"'),
    trigger,
    triggers: trigger === undefined ? [] : [trigger],
    wait: context.duration(fields.get("wait"), '"wait"'),
    exitsOn,
    conditions:
      conditions === undefined
        ? []
        : context
            .items(conditions.value, '"conditions"')
            .flatMap((item) => readCondition(context, item) ?? []),
    templates: context.textList(fields.get("templates"), '"templates"'),
    filters: [],
    audience: undefined,
    messages: [],
    unknown: [],
    contradictions: [],
  };
}

const triggerKeys = ["segment", "date", "object", "api"] as const;

function readTrigger(
  context: Context,
  types: TypeReader,
  entry: Entry,
  { consumer, attributes }: { readonly consumer: string; readonly attributes: Attributes },
): Trigger | undefined {
  const span = entry.value.span;
  const example =
    "An event's name, { segment: NAME }, { date: ATTRIBUTE }, { object: NAME } or { api: { properties } }.";
  if (entry.value.kind !== "map") {
    const event = context.name(entry, '"trigger"');
    if (event === undefined) return undefined;
    context.reference("event", event, "", consumer);
    return { kind: "event", event: event.value, span };
  }
  const fields = context.fields(entry.value, '"trigger"', triggerKeys, example);
  if (fields === undefined) return undefined;
  if (fields.size !== 1) {
    if (fields.size > 1 || entry.value.entries.length === 0) {
      context.error("invalid-value", span, '"trigger" says one thing that starts it.', { help: example });
    }
    return undefined;
  }
  const api = fields.get("api");
  if (api !== undefined) {
    const apiFields = context.fields(
      api.value,
      '"api"',
      ["properties"],
      "Write { api: { properties: { code: string } } }.",
    );
    const properties = apiFields?.get("properties");
    return {
      kind: "api",
      properties:
        properties === undefined ? [] : types.properties(properties.value, '"properties" of the trigger'),
      span,
    };
  }
  const segment = context.name(fields.get("segment"), '"segment"');
  if (segment !== undefined) return { kind: "segment", segment: segment.value, span };
  const object = context.name(fields.get("object"), '"object"');
  if (object !== undefined)
    return context.reference("object", object, "", consumer)
      ? { kind: "object", object: object.value, span }
      : undefined;
  const date = context.name(fields.get("date"), '"date"');
  if (date === undefined) return undefined;
  if (!attributes.names.has(date.value) && date.value !== "created_at") {
    if (attributes.complete) {
      context.error(
        "unknown-reference",
        date.span,
        `"${consumer}" starts on the date in "${date.value}", which is no attribute.${didYouMeanText(date.value, attributes.names)}`,
        { help: 'Attributes are declared under "people: attributes:".', hidesNothing: true },
      );
    }
  }
  return { kind: "date", attribute: date.value, span: date.span };
}

function readCondition(context: Context, node: Entry["value"]): Located<ConditionText> | undefined {
  if (node.kind !== "scalar") {
    context.error("invalid-value", node.span, `A condition must be text, not ${describeNode(node)}.`, {
      help: 'Quote it: "event.cart_value >= 50".',
    });
    return undefined;
  }
  if (
    node.style === "block" &&
    /^[>|]/.test(context.source(node.span)) &&
    !/^[>|][-+0-9]*\s*[\r\n]/.test(context.source(node.span))
  ) {
    context.error(
      "invalid-value",
      node.span,
      'A ">" at the start of a condition begins a folded block of text to YAML.',
      {
        help: 'Begin with the property: "event.cart_value >= 50".',
      },
    );
    return undefined;
  }
  const result = parseCondition(node.text, (start, end) => context.within(node, start, end));
  if (result.error !== undefined) {
    const { start, end, message, help } = result.error;
    context.error(
      "invalid-value",
      context.within(node, start, end),
      message,
      help === undefined ? {} : { help },
    );
  }
  return { value: { text: node.text, parsed: result.condition }, span: node.span };
}
