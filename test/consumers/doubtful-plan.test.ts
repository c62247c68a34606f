// Breaks the store's plan in many places, and holds the mirror to silence about what can't be known then, and about
// nothing else.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import * as liquid from "liquidjs";
import { describe, expect, test } from "vitest";
import { scanConsumers } from "../../src/consumers/consumer-scan.js";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { disk } from "../../src/output/file-system.js";
import { loadPlan, loadPlanFiles } from "../../src/plan/load.js";
import { readTemplates } from "../../src/plan/templates.js";
import { checkPlan } from "../../src/rules/check-plan.js";
import { exampleDay } from "../../src/rules/rule.js";

const store = join(import.meta.dirname, "..", "..");
const { value: whole, files } = loadPlan({ root: store, folder: "tracking-plan" });
if (whole === undefined) throw new Error("the store's plan can be read");
const templates = readTemplates(whole, store, disk);
const texts = new Map(files.map(({ path, text }) => [path, text]));

type Checked = { readonly loader: readonly Diagnostic[]; readonly consumers: readonly Diagnostic[] };

/** What is said of the plan where some of its files hold other text. */
function check(changed: ReadonlyMap<string, string>): Checked {
  const contents = [...new Map([...texts, ...changed])].map(([path, text]) => ({
    path,
    bytes: new TextEncoder().encode(text),
  }));
  const { value: plan, diagnostics: found } = loadPlanFiles("tracking-plan", contents);
  if (plan === undefined) return { loader: found, consumers: [] };
  const { diagnostics, crashes } = checkPlan(plan, {
    today: exampleDay,
    found,
    mirrors: ["consumers"],
    facts: { consumers: scanConsumers(plan, templates, liquid) },
  });
  expect(crashes).toEqual([]);
  return {
    loader: diagnostics.filter(({ mirror }) => mirror === "plan"),
    consumers: diagnostics.filter(({ mirror }) => mirror === "consumers"),
  };
}

function edited(path: string, find: string, text: string): ReadonlyMap<string, string> {
  const parts = readFileSync(join(store, path), "utf8").split(find);
  expect(parts.length, `times that ${path} holds ${find}`).toBe(2);
  return new Map([[path, parts.join(text)]]);
}

const said = (found: readonly Diagnostic[]): readonly string[] => found.map(({ rule }) => rule);

describe("a mistake in one place", () => {
  const checkout = "tracking-plan/consumers/checkout.yaml";
  const wrong = edited(checkout, '"event.cart_value >= 20"', '"event.cart_valu >= 20"');

  test.each([
    ["another consumer", checkout, "    wait: 45m\n", "    wait: 45\n"],
    ["another consumer's trigger", checkout, "trigger: Product Restocked", "trigger: Product Restoked"],
    ["a sequence", "tracking-plan/sequences.yaml", "    within: ", "    wthin: "],
    [
      "an event that it does not hear",
      "tracking-plan/events/account.yaml",
      "    owner: support\n",
      "    ownr: support\n",
    ],
    ["the head", "tracking-plan/plan.yaml", "  properties: snake_case\n", "  properties: snake_cas\n"],
    [
      "a syntax error in another file",
      "tracking-plan/events/messaging.yaml",
      "events:\n",
      "events:\n  - {\n",
    ],
  ])("is told beside %s", (_, path, find, text) => {
    const already = wrong.get(path) ?? texts.get(path) ?? "";
    const both = new Map([...wrong, [path, already.replace(find, text)]]);
    const { loader, consumers } = check(both);
    expect(said(consumers)).toContain("consumer-unknown-property");
    expect(loader.length + consumers.length).toBe(2);
  });

  test("in the event that is heard is the one that is told", () => {
    const { loader, consumers } = check(
      edited(
        "tracking-plan/events/cart.yaml",
        "    include: [Cart, Product]\n",
        "    include: [Crat, Product]\n",
      ),
    );
    expect([said(loader), said(consumers)]).toEqual([["unknown-reference"], []]);
  });
});

/** Ways to break a line of a plan that declare nothing, and rename nothing that could be referred to. */
const breaks: readonly ((line: string) => string)[] = [
  (line) => `${line} @`,
  (line) => `@${line}`,
  (line) => line.replace(/: (\S.*)$/, ": { $1"),
  (line) => line.replace(/: (\S.*)$/, ": [$1, {}]"),
  (line) => line.replace(/: (?:string|number|integer|boolean|timestamp)\b/, ": strng"),
  (line) => line.replace(/^(\s*)(properties|attributes|include|source|sources|open|type|enum):/, "$1$2x:"),
  (line) => line.replace(/^(events|types|groups|people|objects):/, "$1x:"),
  (line) => `${line}\n- - : :`,
  (line) => `\t${line}`,
  (line) => line.replace(/^ {2}(?=\S)/, " "),
];

test("wherever the plan is broken, nothing that follows from it is said of consumers", () => {
  const paths = [...texts.keys()].filter((path) => !path.includes("/consumers/"));
  const place = fc
    .constantFrom(...paths)
    .chain((path) =>
      fc.tuple(
        fc.constant(path),
        fc.nat({ max: (texts.get(path) ?? "").split("\n").length - 1 }),
        fc.constantFrom(...breaks),
      ),
    );
  fc.assert(
    fc.property(place, ([path, at, change]) => {
      const lines = (texts.get(path) ?? "").split("\n");
      const broken = lines.map((line, index) => (index === at ? change(line) : line)).join("\n");
      const { loader, consumers } = check(new Map([[path, broken]]));
      if (loader.some(({ severity }) => severity === "error")) expect(said(consumers)).toEqual([]);
    }),
    { numRuns: 20 * Number(process.env.PROPERTY_RUNS ?? "1") },
  );
});
