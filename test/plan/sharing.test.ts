// Loads that share what they read give what they give alone, whatever changed in between.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type LoadedPlan, loadPlanFiles } from "../../src/plan/load.js";
import { Sharing } from "../../src/plan/sharing.js";

const root = join(import.meta.dirname, "..", "..", "tracking-plan");
const store = new Map(
  readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => [`tracking-plan/${name}`, readFileSync(join(root, name), "utf8")]),
);

const load = (files: ReadonlyMap<string, string>, sharing?: Sharing): LoadedPlan =>
  loadPlanFiles(
    "tracking-plan",
    [...files].map(([path, text]) => ({ path, bytes: Buffer.from(text) })),
    [],
    sharing,
  );

function edited(file: string, from: string | RegExp, to: string): ReadonlyMap<string, string> {
  const text = store.get(file) ?? "";
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  return new Map([...store, [file, changed]]);
}

const orders = "tracking-plan/events/orders.yaml";
const versions: readonly (readonly [string, () => ReadonlyMap<string, string>])[] = [
  ["nothing", () => store],
  ["an event", () => edited(orders, "coupon?: { type: string", "coupon?: { type: integer")],
  ["a line above an event", () => edited(orders, "events:\n", "# A comment.\nevents:\n")],
  ["a type", () => edited("tracking-plan/types.yaml", "minimum: 0", "minimum: 1")],
  ["a group", () => edited("tracking-plan/groups.yaml", "cart_value: ", "cart_value?: ")],
  ["what a source includes", () => edited("tracking-plan/plan.yaml", "    include: [PageContext]\n", "")],
  ["the version", () => edited("tracking-plan/plan.yaml", "version: 1.6.0", "version: 1.7.0")],
  ["a syntax error in events", () => edited(orders, "owner: checkout\n", "owner: [checkout\n")],
  ["a syntax error in types", () => edited("tracking-plan/types.yaml", "types:\n", "types:\n  X: {\n")],
  ["a type that is gone", () => edited("tracking-plan/types.yaml", /^ {2}Money:/m, "  Cash:")],
  ["a file that is gone", () => new Map([...store].filter(([path]) => path !== orders))],
  [
    "a file that has another name",
    () => new Map([...store].map(([path, text]) => [path === orders ? "tracking-plan/a.yaml" : path, text])),
  ],
];

test.each(versions)("after %s", (_, change) => {
  const files = change();
  const sharing = new Sharing();
  load(store, sharing);
  const shared = load(files, sharing);
  const alone = load(files);
  expect(JSON.stringify(shared.value)).toBe(JSON.stringify(alone.value));
  expect(shared.diagnostics).toEqual(alone.diagnostics);
  // And back again.
  expect(JSON.stringify(load(store, sharing).value)).toBe(JSON.stringify(load(store).value));
});

test("what is the same on both sides is the same object", () => {
  const sharing = new Sharing();
  const [a, b] = [load(store, sharing).value, load(edited(orders, "coupon?: ", "coupon: "), sharing).value];
  const same = (a?.events ?? []).filter((event, index) => event === b?.events[index]).length;
  const inOrders = (a?.events ?? []).filter(({ name }) => name.span.file === orders).length;
  expect(same).toBe((a?.events.length ?? 0) - inOrders);
});
