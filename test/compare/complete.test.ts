// Whatever changes in a plan is a change: every value of the model is changed in turn, and none goes unnoticed.
import { join } from "node:path";
import { expect, test } from "vitest";
import { comparePlans } from "../../src/compare/compare-plans.js";
import { loadPlan } from "../../src/plan/load.js";
import type { Plan } from "../../src/plan/plan.js";
import { oppositeOf } from "./opposite.js";

/** What is no change, and why. */
const silent: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/\bspan\./, "where something is written"],
  [/^\/(?:folder|files)\b/, "where the plan is written"],
  [/^\/groups\//, "told at the events that include them"],
  [/\/(?:include|origin)\//, "how an event comes to its properties"],
  [/\/origin$|\/refines$/, "how an event comes to its properties"],
  [/^\/(?:breaks)\//, "what was agreed on is told beside the changes"],
  [/^\/version\//, "told as the version step"],
  [/\/parsed\//, "the condition's text, read"],
  [/^\/consumers\/\d+\/trigger\//, "the first of the triggers, which are compared"],
  [/^\/types\/\d+\/name\//, "a name that only the plan knows: its type is told where it is used"],
  [/\/type\/(?:\w+\/)*name$/, "a type that does not exist"],
  [/^\/unread\//, "what could not be read"],
  [/\/(?:wait|within|arrivesAfter)\/value\/text$/, "90m and 5400s are the same"],
];

type Place = { readonly path: string; readonly set: (value: unknown) => Plan };

/** Every scalar of a plan, with a way to put another in its place. */
function* places(value: unknown, path: string, put: (value: unknown) => Plan): Generator<[unknown, Place]> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries())
      yield* places(item, `${path}/${index}`, (other) => put(value.with(index, other)));
  } else if (typeof value === "object" && value !== null) {
    // A tombstone has no shape.
    if ("status" in value && value.status === "retired") return;
    for (const [key, item] of Object.entries(value)) {
      if (key !== "span") yield* places(item, `${path}/${key}`, (other) => put({ ...value, [key]: other }));
    }
  } else yield [value, { path, set: put }];
}

/** Another value for the same place; undefined where there is none that the model allows. */
function another(value: unknown, path: string): unknown {
  const words: Readonly<Record<string, readonly string[]>> = {
    status: ["planned", "active", "deprecated", "retired"],
    call: ["track", "page", "screen"],
    format: ["email", "uuid", "url"],
    casing: ["snake_case", "camelCase"],
    primary: ["id", "email"],
  };
  const key = path.split("/").at(-1) ?? "";
  if (key === "kind") {
    if (/\/identity\/kind$/.test(path)) return value === "known" ? "any" : "known";
    if (/\/merge\/kind$/.test(path) && value !== "on-event")
      return value === "never" ? "on-identify" : "never";
    return undefined;
  }
  if (path === "/destination/value") return undefined;
  if (/\/kind\/value$/.test(path))
    return value === "broadcast" || value === "browser" ? "segment" : "broadcast";
  if (value === "now") return undefined;
  const other = words[key]?.find((word) => word !== value);
  if (other !== undefined) return other;
  if (typeof value === "string") return `${value}x`;
  if (typeof value === "number") return value + 1;
  return typeof value === "boolean" ? !value : undefined;
}

const plans = [
  ["the store's plan", join(import.meta.dirname, "..", ".."), "tracking-plan"],
  [
    "the reference plan",
    join(import.meta.dirname, "..", "cases", "plan", "clean-reference-plan"),
    "tracking-plan",
  ],
  ["shapes", join(import.meta.dirname, "..", "cases", "plan", "clean-shapes"), "tracking-plan"],
  ["head", join(import.meta.dirname, "..", "cases", "plan", "clean-head-forms"), "tracking-plan"],
  ["lifecycle", join(import.meta.dirname, "..", "cases", "plan", "clean-lifecycle"), "tracking-plan"],
] as const;

test.each(plans)(
  "no change of %s goes unnoticed, and each is the opposite of the way back",
  { timeout: 120_000 },
  (name, root, folder) => {
    const { value } = loadPlan({ root, folder });
    if (value === undefined) throw new Error("no plan");
    // What is changed here is changed in no text.
    const loaded = { ...value, files: [] };
    // The types of the plan of lifecycles are used by nothing.
    const before = name === "lifecycle" ? { ...loaded, types: [] } : loaded;
    const unnoticed: string[] = [];
    const lopsided: string[] = [];
    const seen = new Map<string, number>();
    let tried = 0;
    for (const [value, { path, set }] of places(before, "", (one) => one as Plan)) {
      if (silent.some(([pattern]) => pattern.test(path))) continue;
      const other = another(value, path);
      // A dozen of each sort of place will do.
      const sort = path.replace(/\d+/g, "#");
      const count = (seen.get(sort) ?? 0) + 1;
      seen.set(sort, count);
      if (other === undefined || count > 12) continue;
      tried++;
      const after = set(other);
      const there = comparePlans(before, after).changes;
      if (there.length === 0) unnoticed.push(`${path}: ${JSON.stringify(value)}`);
      const back = comparePlans(after, before).changes.map(({ kind }) => kind);
      // A name that is changed at one place alone leaves behind what refers to it, as no plan does.
      if (/^\/events\/\d+\/(?:properties\/\d+\/)?name\//.test(path)) continue;
      const opposites = there.map(oppositeOf);
      if (back.toSorted().join() !== opposites.toSorted().join())
        lopsided.push(`${path}: ${there.map(({ kind }) => kind).join()} and back ${back.join()}`);
    }
    expect(tried).toBeGreaterThan(15);
    expect(unnoticed).toEqual([]);
    expect(lopsided).toEqual([]);
  },
);
