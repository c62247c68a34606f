// Verdicts by experiment: random plans, a random change, then the real compiler on calls of the generated emitters
// and ajv on payloads of before. What the table calls safe must pass; what it calls breaking must fail somewhere.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { levels, type PromiseName, type RatedChange } from "../../src/compare/change.js";
import { comparePlans } from "../../src/compare/compare-plans.js";
import { compareText } from "../../src/diagnostics/diagnostic.js";
import { jsonSchema } from "../../src/generators/json-schema/index.js";
import type { Plan, PlanEvent, Property, Type } from "../../src/plan/plan.js";
import { anyPlan, valuesFor } from "../generators/json-schema/agreement-arbitraries.js";
import { generate, scratchFolder } from "../generators/typescript/workshop.js";
import { located, property, type } from "../support/plan-builder.js";

const runs = Number(process.env.EXPERIMENTS ?? 60);
const seed = Number(process.env.EXPERIMENT_SEED ?? 1);
const root = fileURLToPath(new URL("../..", import.meta.url));
const subject = "Order Completed";

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

type Experiment = { readonly before: Plan; readonly after: Plan; readonly payloads: readonly unknown[] };

const experiment: fc.Arbitrary<Experiment> = fc
  .tuple(anyPlan, anyPlan, fc.nat(), fc.nat(), fc.boolean())
  .chain(([before, donor, pick, which, byType]) => {
    const event = before.events.find(({ name }) => name.value === subject);
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
    });
  });

function validator(plan: Plan): ((value: unknown) => boolean) | undefined {
  const options = Object.fromEntries(
    Object.entries(jsonSchema.options).map(([name, one]) => [name, one.default]),
  );
  const files = new Map(jsonSchema.generate(plan, options).files.map((file) => [file.path, file.content]));
  const path: unknown = JSON.parse(files.get("index.json") ?? "{}").events[subject];
  if (typeof path !== "string") return undefined;
  const ajv = new Ajv2020({ strict: true, allErrors: true, multipleOfPrecision: 9 });
  const compiled = ajv.compile(JSON.parse(files.get(path) ?? "{}"));
  return (value) => compiled(value) === true;
}

const isPlain = (value: unknown): boolean =>
  !/"(?:__proto__|constructor|toString|valueOf|hasOwnProperty)"|\\ud8/.test(JSON.stringify(value));

test(`agrees with the compiler and with ajv on ${runs} random changes`, { timeout: 600_000 }, () => {
  const folder = scratchFolder();
  const samples = fc.sample(experiment, { numRuns: runs, seed });
  const calls: string[] = [];
  const cases = samples.map(({ before, after, payloads }, index) => {
    const changes = comparePlans(before, after).changes.filter(
      (change) =>
        (change.subject === "event" && change.event === subject) ||
        (change.subject === "property" && change.holder.kind === "event" && change.holder.name === subject),
    );
    const [old, now] = [validator(before), validator(after)];
    const stored = payloads.filter((value) => old?.(value) === true);
    for (const [side, plan] of [
      ["before", before],
      ["after", after],
    ] as const) {
      for (const { path, content } of generate(plan, { extension: "js", validators: false })) {
        const file = join(folder, String(index), side, path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, content);
      }
      const lines = stored.filter(isPlain).map((value) => `orderCompleted(${JSON.stringify(value)});`);
      calls.push(`${index}/${side}.ts`);
      writeFileSync(
        join(folder, String(index), `${side}.ts`),
        [`import { orderCompleted } from "./${side}/index.js";`, ...lines].join("\n"),
      );
    }
    return { before, after, changes, stored, valid: stored.filter((value) => now?.(value) === true).length };
  });
  const config = {
    compilerOptions: {
      strict: true,
      exactOptionalPropertyTypes: true,
      module: "nodenext",
      noEmit: true,
      target: "es2022",
      types: [],
    },
    files: calls,
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const { stdout } = spawnSync(
    process.execPath,
    [tsc, "--project", join(folder, "tsconfig.json"), "--pretty", "false"],
    { cwd: folder, encoding: "utf8", maxBuffer: 1 << 28 },
  );
  const errors = new Map<string, Set<number>>();
  for (const [, file = "", line = ""] of stdout.matchAll(/^(\d+\/(?:before|after)\.ts)\((\d+),/gm)) {
    const known = errors.get(file);
    if (known === undefined) errors.set(file, new Set([Number(line)]));
    else known.add(Number(line));
  }
  const wrong: string[] = [];
  const tally = new Map<string, number>();
  for (const [index, { before, after, changes, stored, valid }] of cases.entries()) {
    const compiled = stored
      .filter(isPlain)
      .map((_, call) => call + 2)
      .filter((line) => errors.get(`${index}/before.ts`)?.has(line) !== true);
    const lost = errors.get(`${index}/after.ts`) ?? new Set<number>();
    const importLost = lost.has(1);
    const happens = {
      code: compiled.some((line) => importLost || lost.has(line)),
      history: valid < stored.length,
    };
    for (const promise of ["code", "history"] as const) {
      const level = worst(changes, promise);
      const count = promise === "code" ? compiled.length : stored.length;
      tally.set(
        `${promise} ${level} ${happens[promise] ? "fails" : "passes"}`,
        (tally.get(`${promise} ${level} ${happens[promise] ? "fails" : "passes"}`) ?? 0) + 1,
      );
      // A payload has to hold what the change is about, or nothing can break.
      const seen = promise === "code" ? stored.filter(isPlain) : stored;
      const isMet = changes.some(
        (change) =>
          change.verdicts[promise].level === "breaking" &&
          (change.subject !== "property" || seen.some((value) => holds(value, change))),
      );
      const isWrong =
        level === "safe"
          ? happens[promise]
          : level === "breaking" && !happens[promise] && count > 20 && isMet;
      if (isWrong)
        wrong.push(
          `${index} ${promise} ${level}, and it ${happens[promise] ? "fails" : "passes"}: ${changes.map(({ message }) => message).join(" ")} ${process.env.EXPERIMENT_SHOW === "1" ? shown(before, after) : ""}`,
        );
    }
  }
  if (process.env.EXPERIMENT_SHOW === "1")
    console.log(
      [...tally]
        .toSorted()
        .map(([what, count]) => `${what}: ${count}`)
        .join("\n"),
    );
  expect(wrong).toEqual([]);
  expect([...tally.keys()]).toEqual(
    expect.arrayContaining([
      "code safe passes",
      "code breaking fails",
      "history safe passes",
      "history breaking fails",
    ]),
  );
});

/** Whether a payload has a value that the change is about. */
function holds(value: unknown, change: RatedChange): boolean {
  if (change.subject !== "property") return true;
  const comes = ["added", "revived", "required"].includes(change.aspect);
  const found = valuesAt(value, comes ? change.path.slice(0, -1) : change.path);
  if (change.aspect === "not-nullable") return found.includes(null);
  if (change.aspect === "enum-value-removed") return found.includes(change.before);
  return found.some((one) => !comes || (typeof one === "object" && one !== null && !Array.isArray(one)));
}

function valuesAt(value: unknown, path: readonly string[]): readonly unknown[] {
  const [step, ...rest] = path;
  if (step === undefined) return [value];
  if (typeof value !== "object" || value === null) return [];
  if (step === "[]" || step === "*") return Object.values(value).flatMap((one) => valuesAt(one, rest));
  const own = Object.entries(value).find(([key]) => key === step);
  return own === undefined ? [] : valuesAt(own[1], rest);
}

function worst(changes: readonly RatedChange[], promise: PromiseName): string {
  return (
    levels[Math.max(0, ...changes.map(({ verdicts }) => levels.indexOf(verdicts[promise].level)))] ?? "safe"
  );
}

function shown(before: Plan, after: Plan): string {
  const text = (plan: Plan): string =>
    JSON.stringify(
      [
        plan.events
          .filter(({ name }) => name.value === subject)
          .map(({ properties, open, status }) => ({
            properties: properties.map((one) => [
              one.name.value,
              one.required,
              one.type,
              one.sources.map(({ value }) => value),
              one.status,
            ]),
            open,
            status,
          })),
        plan.types.map((one) => [one.name.value, one.type]),
      ],
      (key, value) => (key === "span" || key === "description" ? undefined : value),
    );
  return `\n  ${text(before)}\n  ${text(after)}`;
}
