// Renders a template with the plan's examples, and again without each value that may be missing.
import type { Span } from "../../diagnostics/diagnostic.js";
import type { Consumer, Json, Plan, PlanEvent, Property } from "../../plan/plan.js";
import type { LiquidModule } from "../liquid-reader.js";
import { partsOf } from "../template-parts.js";
import { namesOf } from "../template-references.js";
import { readTemplate } from "../template-walk.js";
import { type PreviewEngine, previewEngine, type Scope } from "./engine.js";
import { type Optional, optionalValues, pathText, type ValuePath, without } from "./optional.js";
import { sampleObject, type TypesByName } from "./sample.js";

export type PreviewRequest = {
  readonly plan: Plan;
  /** A path relative to the project root, as findings name it. */
  readonly file: string;
  readonly text: string;
  /** Who sends it; undefined for a template that no consumer names. */
  readonly consumer: Consumer | undefined;
  readonly event: PlanEvent | undefined;
  /** Counts from 1. */
  readonly example: number;
  /** The texts of snippets, by name. */
  readonly snippets: ReadonlyMap<string, string>;
};

export type Preview = {
  readonly message: Outcome;
  /** Where the data of the event, or of the API call, comes from. */
  readonly data: "example" | "made up" | "none";
  /** What a missing value does, for each that the template reads and that may be missing. */
  readonly absences: readonly Absence[];
};

/** A message, or why it is not sent. */
export type Outcome =
  | { readonly sent: true; readonly parts: readonly RenderedPart[] }
  | { readonly sent: false; readonly message: string; readonly span: Span };

/** `label` is undefined for the body. */
export type RenderedPart = { readonly label: string | undefined; readonly text: string };

export type Absence = {
  /** `event.items[].image_url`. */
  readonly path: string;
  /** What it is then. */
  readonly as: "absent" | "null";
  readonly outcome: Outcome;
  /** Whether it reads as with the value; false for what is not sent. */
  readonly same: boolean;
};

type Data = { readonly event: Json; readonly trigger: Json; readonly customer: Json };

export function preview(request: PreviewRequest, liquid: LiquidModule): Preview {
  const { plan, event, example } = request;
  const types: TypesByName = new Map(plan.types.map((type) => [type.name.value, type]));
  const trigger = request.consumer?.triggers.flatMap((one) => (one.kind === "api" ? [one] : []))[0];
  const given = event?.examples[example - 1]?.value;
  const made = event === undefined ? {} : sampleObject(event.properties, types);
  const data: Data = {
    event: given ?? made,
    trigger: trigger === undefined ? {} : sampleObject(trigger.properties, types),
    customer: sampleObject(plan.people.attributes, types),
  };
  const engine = previewEngine(liquid);
  const render = (of: Data): Outcome => renderMessage(request, engine, of);
  const message = render(data);
  const within = (root: string, properties: readonly Property[]): readonly Optional[] =>
    optionalValues(properties, types).map(({ path, as }) => ({ path: [root, ...path], as }));
  const candidates = [
    ...within("event", event?.properties ?? []),
    ...within("trigger", trigger?.properties ?? []),
    ...within("customer", plan.people.attributes),
  ];
  const read = readPaths(request, liquid);
  // Of a message that is not sent as it is, the absence of something else tells nothing.
  const absences = (message.sent ? candidates : [])
    .filter(({ path }) => isRead(path, read))
    .map((optional): Absence => {
      const outcome = render(dataWithout(data, optional));
      const { path, as } = optional;
      return { path: pathText(path), as, outcome, same: sameMessage(message, outcome) };
    });
  return {
    message,
    data: given !== undefined ? "example" : event !== undefined || trigger !== undefined ? "made up" : "none",
    absences,
  };
}

function dataWithout(data: Data, { path: [root = "", ...path], as }: Optional): Data {
  if (root !== "event" && root !== "trigger" && root !== "customer") return data;
  return { ...data, [root]: without(data[root], { path, as }) };
}

function sameMessage(a: Outcome, b: Outcome): boolean {
  return a.sent && b.sent && JSON.stringify(a.parts) === JSON.stringify(b.parts);
}

/** Every path that the template and the snippets read, with its namespace and without steps into lists. */
function readPaths({ text, snippets }: PreviewRequest, liquid: LiquidModule): ReadonlySet<string> {
  const read = new Set<string>();
  for (const one of [text, ...snippets.values()]) {
    for (const { namespace, steps } of readTemplate(one, liquid).uses) {
      const path = [namespace, ...namesOf(steps)];
      for (let length = 2; length <= path.length; length++) read.add(JSON.stringify(path.slice(0, length)));
    }
  }
  return read;
}

function isRead(path: ValuePath, read: ReadonlySet<string>): boolean {
  return read.has(JSON.stringify(path.filter((step) => step !== "[]")));
}

function renderMessage(
  { file, text, snippets, event, consumer }: PreviewRequest,
  engine: PreviewEngine,
  data: Data,
): Outcome {
  const isCalled = consumer?.triggers.some(({ kind }) => kind === "api") === true;
  const base: Scope = {
    // What the message does not have at all is empty; what it has lacks nothing without harm.
    event: event === undefined ? engine.lenient({}) : data.event,
    trigger: isCalled ? data.trigger : engine.lenient({}),
    customer: data.customer,
    journey: engine.lenient({}),
    objects: engine.lenient({}),
    campaign: engine.lenient({ id: 1, name: "Campaign" }),
    message: engine.lenient({ id: 1, name: "Message" }),
    delivery_id: "delivery-id",
    event_id: "01JQZ0V5N8Y6K3C2B1A0ZYXWVT",
    event_name: event?.name.value ?? "",
    event_timestamp: 1_774_958_400,
    content: "[content]",
  };
  const pieces: { [name: string]: string } = {};
  for (const [name, snippet] of snippets) {
    const rendered = engine.render(snippet, base);
    if (rendered.failure === undefined) pieces[name] = rendered.text;
    else if (text.includes(name)) {
      return {
        sent: false,
        message: `The snippet "${name}" does not render: ${rendered.failure.message}.`,
        span: { file, start: 0, end: 0 },
      };
    }
  }
  const scope = { ...base, snippets: engine.lenient(pieces) };
  const parts: RenderedPart[] = [];
  for (const { label, start, end } of partsOf(text)) {
    const rendered = engine.render(text.slice(start, end), scope);
    if (rendered.failure !== undefined) {
      const { message, missing, start: from, end: to } = rendered.failure;
      const why = missing === undefined ? `It does not render: ${message}.` : `"${missing}" is not there.`;
      return { sent: false, message: why, span: { file, start: start + from, end: start + to } };
    }
    parts.push({ label, text: rendered.text });
  }
  return { sent: true, parts };
}
