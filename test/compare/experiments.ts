// The material of the experiments with verdicts: random plans, random changes of them, and values for both sides.

import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import type { RatedChange } from "../../src/compare/change.js";
import { compareText } from "../../src/diagnostics/diagnostic.js";
import { jsonSchema } from "../../src/generators/json-schema/index.js";
import type { ObjectType, Plan, PlanEvent, Property, Type } from "../../src/plan/plan.js";
import { anyPlan, valuesFor } from "../generators/json-schema/agreement-arbitraries.js";
import { located, planObject, property, type } from "../support/plan-builder.js";

/** The event whose properties are changed. */
export const subject = "Order Completed";

type Mutation = (event: PlanEvent, pick: number, other: Type) => PlanEvent;
const onProperty =
  (change: (property: Property, pick: number, other: Type) => readonly Property[]): Mutation =>
  (event, pick, other) => {
    const live = event.properties.filter(({ status }) => status !== "retired");
    const chosen = live[pick % Math.max(1, live.length)];
    const properties = event.properties.flatMap((one) => (one === chosen ? change(one, pick, other) : [one]));
    return { ...event, properties: properties.toSorted((a, b) => compareText(a.name.value, b.name.value)) };
  };
const retyped = (change: (of: Type) => Type) => onProperty((one) => [{ ...one, type: change(one.type) }]);
const nullable = (of: Type): Type =>
  of.kind === "union"
    ? type.union(...of.members.filter((one) => one.kind !== "null"), type.null())
    : type.union(of, type.null());
const mutations: readonly Mutation[] = [
  onProperty(() => []),
  onProperty((one) => [{ ...one, name: located("renamed_here") }]),
  onProperty((one) => [{ ...one, required: !one.required || one.type.kind === "ref" }]),
  onProperty((one) => [{ ...one, status: "retired" }]),
  onProperty((one, _, other) => [{ ...one, type: other }]),
  onProperty((one, _, other) => [{ ...one, type: other }]),
  retyped(nullable),
  retyped((of) =>
    of.kind === "enum"
      ? { ...of, values: of.values.slice(0, -1).length > 0 ? of.values.slice(0, -1) : of.values }
      : type.array(of),
  ),
  retyped((of) =>
    of.kind === "enum"
      ? type.enum(...of.values.map(({ value }) => value), "brand new")
      : of.kind === "number"
        ? type.number()
        : of,
  ),
  retyped((of) =>
    of.kind === "string" ? type.string() : of.kind === "number" ? type.integer({ minimum: 1 }) : of,
  ),
  retyped((of) => (of.kind === "object" ? { ...of, open: of.open === false } : of)),
  retyped((of) => (of.kind === "object" ? { ...of, properties: of.properties.slice(1) } : of)),
  retyped((of) => (of.kind === "array" ? { ...of, minItems: (of.minItems ?? 0) + 1 } : of)),
  (event, _, other) => ({ ...event, properties: [...event.properties, property("zz_new", other)] }),
  (event, _, other) => ({ ...event, properties: [...event.properties, property("zz_new?", other)] }),
  (event) => ({ ...event, open: event.open === false }),
  (event) => ({ ...event, status: "retired" }),
];

/** A change, values for the old plan, and values for the new one. */
export type Experiment = {
  readonly before: Plan;
  readonly after: Plan;
  readonly payloads: readonly unknown[];
  readonly newPayloads: readonly unknown[];
};

export const experiment: fc.Arbitrary<Experiment> = fc
  .tuple(anyPlan, anyPlan, fc.nat(), fc.nat(), fc.boolean())
  .chain(([before, donor, pick, which, byType]) => {
    const event = eventIn(before);
    if (event === undefined) throw new Error("the generator lost its event");
    const given = donor.events.flatMap(({ properties }) => properties)[pick % 7]?.type ?? type.string();
    const mutate = mutations[which % mutations.length] ?? ((one: PlanEvent) => one);
    const after: Plan = byType
      ? { ...before, types: donor.types }
      : { ...before, events: before.events.map((one) => (one === event ? mutate(one, pick, given) : one)) };
    return fc.record({
      before: fc.constant(before),
      after: fc.constant(after),
      payloads: fc.array(valuesFor(before, event), { minLength: 60, maxLength: 60 }),
      newPayloads: fc.array(valuesFor(after, eventIn(after) ?? event), { minLength: 60, maxLength: 60 }),
    });
  });

function eventIn(of: Plan): PlanEvent | undefined {
  return of.events.find(({ name }) => name.value === subject);
}

/** Something that holds the changed properties: how it is generated, and how code uses it. */
export type Surface = {
  readonly name: string;
  /** The plan with the properties of the event in the place of this surface. */
  place(plan: Plan): Plan;
  /** The path of its schema in what index.json says. */
  schema(index: Index): string | undefined;
  /** The import of what a line uses, and a line that passes a value. */
  readonly imports: string;
  line(value: string, index: number): string;
  /** What readers of a plan see of a value: people and objects are closed, and new attributes are nothing to them. */
  seen(value: unknown, plan: Plan): unknown;
  /** Whether a change is one of it. */
  concerns(change: RatedChange): boolean;
};

type Index = {
  readonly events?: Readonly<Record<string, string>>;
  readonly people?: string;
  readonly objects?: Readonly<Record<string, string>>;
};

/** Properties that no source has for itself. */
function unbound(of: Plan): readonly Property[] {
  return (eventIn(of)?.properties ?? []).map((one) => ({ ...one, sources: [] }));
}

/** What a value holds under names that are declared. */
function only(properties: readonly Property[], value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const names = new Set(properties.map(({ name }) => name.value));
  return Object.fromEntries(Object.entries(value).filter(([name]) => names.has(name)));
}

export const surfaces: readonly Surface[] = [
  {
    name: "an event",
    place: (of) => of,
    schema: ({ events }) => events?.[subject],
    imports: "import { orderCompleted }",
    line: (value) => `orderCompleted(${value});`,
    seen: (value) => value,
    concerns: (change) =>
      (change.subject === "event" && change.event === subject) ||
      (change.subject === "property" && change.holder.kind === "event" && change.holder.name === subject),
  },
  {
    name: "people",
    place: (of) => ({ ...of, events: [], people: { description: undefined, attributes: unbound(of) } }),
    schema: ({ people }) => people,
    imports: "import type { PersonAttributes }",
    line: (value, index) => `export const v${index}: PersonAttributes = ${value};`,
    seen: (value, of) => only(of.people.attributes, value),
    concerns: (change) => change.subject === "property" && change.holder.kind === "person",
  },
  {
    name: "objects",
    place: (of) => ({ ...of, events: [], objects: [planObject("Account", "account_id", unbound(of))] }),
    schema: ({ objects }) => objects?.Account,
    imports: "import type { AccountAttributes }",
    line: (value, index) => `export const v${index}: AccountAttributes = ${value};`,
    seen: (value, of) => only(of.objects[0]?.attributes ?? [], value),
    concerns: (change) => change.subject === "property" && change.holder.kind === "object",
  },
];

/** Whether values are what a plan's generated schema takes; undefined where the plan has none for the surface. */
export function validator(plan: Plan, surface: Surface): ((value: unknown) => boolean) | undefined {
  const options = Object.fromEntries(
    Object.entries(jsonSchema.options).map(([name, one]) => [name, one.default]),
  );
  const files = new Map(jsonSchema.generate(plan, options).files.map((file) => [file.path, file.content]));
  const path = surface.schema(JSON.parse(files.get("index.json") ?? "{}"));
  if (typeof path !== "string") return undefined;
  const ajv = new Ajv2020({ strict: true, allErrors: true, multipleOfPrecision: 9 });
  const compiled = ajv.compile(JSON.parse(files.get(path) ?? "{}"));
  return (value) => compiled(value) === true;
}

/**
 * The plan as its readers know it: names, kinds of values and formats, and what is always there. Whatever else comes
 * along, and whatever bounds values have, is nothing to them.
 */
export function asReadersKnow(plan: Plan): Plan {
  const known = (of: Type): Type => {
    switch (of.kind) {
      case "string":
        return type.string(of.format === undefined ? {} : { format: of.format });
      case "number":
        return type.number({ integer: of.integer });
      case "array":
        return type.array(known(of.items));
      case "object":
        return { ...knownObject(of) };
      case "union":
        return type.union(...of.members.map(known));
      default:
        return of;
    }
  };
  const knownObject = (of: ObjectType): ObjectType => ({
    ...of,
    properties: of.properties.map(knownProperty),
    open: typeof of.open === "boolean" ? true : known(of.open),
  });
  const knownProperty = (one: Property): Property => ({ ...one, type: known(one.type) });
  return {
    ...plan,
    types: plan.types.map((one) => ({ ...one, type: known(one.type) })),
    events: plan.events.map((event) => ({
      ...event,
      properties: event.properties.map(knownProperty),
      open: typeof event.open === "boolean" ? true : known(event.open),
    })),
    people: { ...plan.people, attributes: plan.people.attributes.map(knownProperty) },
    objects: plan.objects.map((one) => ({ ...one, attributes: one.attributes.map(knownProperty) })),
  };
}

/** Values that TypeScript can be asked about: some names and texts mean something else in source code. */
export const isPlain = (value: unknown): boolean =>
  !/"(?:__proto__|constructor|toString|valueOf|hasOwnProperty)"|\\ud8/.test(JSON.stringify(value));

/** Whether a payload has a value that the change is about. */
export function holds(value: unknown, change: RatedChange): boolean {
  if (change.subject !== "property") return true;
  const comes = ["added", "revived", "required"].includes(change.aspect);
  const found = valuesAt(value, comes ? change.path.slice(0, -1) : change.path);
  if (change.aspect === "not-nullable") return found.includes(null);
  if (change.aspect === "enum-value-removed") return found.includes(change.before);
  return found.some((one) => !comes || (typeof one === "object" && one !== null && !Array.isArray(one)));
}

export function valuesAt(value: unknown, path: readonly string[]): readonly unknown[] {
  const [step, ...rest] = path;
  if (step === undefined) return [value];
  if (typeof value !== "object" || value === null) return [];
  if (step === "[]" || step === "*") return Object.values(value).flatMap((one) => valuesAt(one, rest));
  const own = Object.entries(value).find(([key]) => key === step);
  return own === undefined ? [] : valuesAt(own[1], rest);
}
