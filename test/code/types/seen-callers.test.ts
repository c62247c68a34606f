// What a type allows and no caller gives is not what a function sends, where its callers are seen; and what stands in
// the code goes before what a type says of it.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { scanProject } from "../../../src/code/scan.js";
import { refineWithTypes } from "../../../src/code/types/refine.js";
import { checkPlan } from "../../../src/rules/check-plan.js";
import { exampleDay } from "../../../src/rules/rule.js";
import { planOf } from "../../rules/code/hand-scan.js";

const plan =
  planOf(`people: { attributes: { email?: { description: Where they read., type: email, pii: true } } }
events:
  Order Paid: { description: An order is paid., identity: any, properties: { order_id: string, way: "enum(card, cash)" } }
`);

const shop = `import { AnalyticsBrowser } from "@segment/analytics-next";
const analytics = AnalyticsBrowser.load({ writeKey: "a" });
interface Paid { order_id: string; way: "card" | "cash" | "voucher"; coupon?: string }
export function paid(told: Paid) {
  send<Paid>("Order Paid", { ...told });
}
function send<T>(name: string, told: T) {
  analytics.track(name, told);
}
`;

async function lint(caller: string, text = shop): Promise<readonly string[]> {
  const root = mkdtempSync(join(tmpdir(), "trackwright-callers-"));
  try {
    writeFileSync(join(root, "shop.ts"), text);
    const imported = text === person || text === "" ? "" : 'import { paid } from "./shop";\n';
    writeFileSync(join(root, "cart.ts"), `${imported}${caller}\n`);
    const found = await scanProject({ root, plan, given: true, places: true });
    const { scan: code } = await refineWithTypes(found, { root });
    const { diagnostics } = checkPlan(plan, { today: exampleDay, mirrors: ["code"], facts: { code } });
    return diagnostics.map(({ rule, span }) => `${span.file} ${rule}`);
  } finally {
    rmSync(root, { recursive: true });
  }
}

test.each([
  ["is left to callers", 'paid({ order_id: "a", way: "card" });', []],
  [
    "is told at the caller that gives it",
    'paid({ order_id: "a", way: "voucher" });',
    ["cart.ts property-type-mismatch"],
  ],
  [
    "is told at the function where nobody calls it",
    "export { paid };",
    ["shop.ts property-type-mismatch", "shop.ts unknown-property"],
  ],
])("what a type allows %s", async (_, caller, expected) => expect(await lint(caller)).toEqual(expected));

const defaults = `import { AnalyticsBrowser } from "@segment/analytics-next";
const analytics = AnalyticsBrowser.load({ writeKey: "a" });
interface Paid { order_id: string; way: "card" | "cash" | "voucher" }
export const paid = (told: Paid) => send("Order", "Paid", told);
function send(object: string, verb: string, told = {}) {
  const all = { ...told, way: navigator.language as "card" };
  analytics.track(\`\${object} \${verb}\`, all);
}
`;

const person = `import { AnalyticsBrowser } from "@segment/analytics-next";
const analytics = AnalyticsBrowser.load({ writeKey: "a" });
interface Traits { email?: string; shoe_size?: number; [key: string]: unknown }
export async function known(id: string, traits: Traits = {}) {
  const more = navigator.onLine ? { ...traits, email: "a@example.com" } : traits;
  analytics.identify(id, more);
}
`;

test.each([
  ["is not held against callers", 'paid({ order_id: "a", way: "card" });', []],
  [
    "hides nothing that they leave out",
    'paid({ order_id: "a", way: "card" }); paid({ way: "card" } as never);',
    ["cart.ts missing-property"],
  ],
])("what a wrapper's parameter takes %s", async (_, caller, expected) =>
  expect(await lint(caller, defaults)).toEqual(expected),
);

test("what a wrapper's parameter takes says nothing of a person", async () => {
  const caller = `import { known } from "./shop";
export const found: Record<string, string> = {};
known("a", { ...found, email: "b@example.com" });`;
  expect(await lint(caller, person)).toEqual([]);
});

test("a key that is sent as it stands has the value that stands there, whatever it was cast to", async () => {
  const caller = `import { AnalyticsBrowser } from "@segment/analytics-next";
const analytics = AnalyticsBrowser.load({ writeKey: "a" });
interface Paid { order_id: string; way: "card" | "cash" }
const made = (more: { order_id?: string }): Paid => ({ order_id: 0 as never, way: "card", ...more });
export const pay = (more: { order_id?: string }) => analytics.track("Order Paid", made(more));`;
  expect(await lint(caller, "")).toEqual(["cart.ts property-type-mismatch"]);
});

test("what a type brings is one finding, however much the plan lacks of it", async () => {
  const caller = `import { AnalyticsBrowser } from "@segment/analytics-next";
const analytics = AnalyticsBrowser.load({ writeKey: "a" });
type Is<T> = T extends object ? T : never;
declare const sizes: Is<{ email: string; shoe_size?: number; hat_size?: number }>;
declare const paid: Is<{ order_id: string; way: "card"; shelf: number; row: number }>;
analytics.identify("a", sizes);
analytics.track("Order Paid", paid);`;
  expect(await lint(caller, "")).toEqual(["cart.ts unknown-attribute", "cart.ts unknown-property"]);
});

test("what is sent at times is told, whatever type it has at other times", async () => {
  const caller = `import { AnalyticsBrowser } from "@segment/analytics-next";
const analytics = AnalyticsBrowser.load({ writeKey: "a" });
type Is<T> = T extends object ? T : never;
declare const cart: Is<{ way: string }> | undefined;
analytics.track("Order Paid", { order_id: "a", way: cart?.way || "unknown" });`;
  expect(await lint(caller, "")).toEqual(["cart.ts property-type-mismatch"]);
});

test("the address that is taken out of a person is an address, and told once", async () => {
  const client = `import { Analytics } from "@segment/analytics-node";
const analytics = new Analytics({ writeKey: "a" });
type Is<T> = T extends object ? T : never;
export type Person = Is<{ id: string; email: string }>;
class Tracker {
  paid(event: string, person: Person, properties: { order_id: string; way: "card" }) {
    analytics.track({ userId: person.email, event, properties });
  }
}
const tracker = new Tracker();
export const paid = (person: Person, told: any) => tracker.paid("Order Paid", person, { order_id: told, way: "card" });
`;
  const caller = `import { type Person } from "./shop";
declare const person: Person;
paid(person, "a");`;
  expect(await lint(caller, client)).toEqual(["shop.ts email-as-id"]);
});
