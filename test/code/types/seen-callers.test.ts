// What a type allows and no caller gives is not what a function sends, where its callers are seen.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { scanProject } from "../../../src/code/scan.js";
import { refineWithTypes } from "../../../src/code/types/refine.js";
import { checkPlan } from "../../../src/rules/check-plan.js";
import { exampleDay } from "../../../src/rules/rule.js";
import { planOf } from "../../rules/code/hand-scan.js";

const plan = planOf(`events:
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

async function lint(caller: string): Promise<readonly string[]> {
  const root = mkdtempSync(join(tmpdir(), "trackwright-callers-"));
  try {
    writeFileSync(join(root, "shop.ts"), shop);
    writeFileSync(join(root, "cart.ts"), `import { paid } from "./shop";\n${caller}\n`);
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
