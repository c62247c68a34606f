// What goes to the team's own server, where a plan names the libraries that count.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { scanProject } from "../../../src/code/scan.js";
import { checkPlan } from "../../../src/rules/check-plan.js";
import { exampleDay } from "../../../src/rules/rule.js";
import { planOf } from "./hand-scan.js";

const code = `import mixpanel from "mixpanel-browser";
mixpanel.track("Basket Kept");
const report = (event, tags) =>
  fetch("https://shop.example/telemetry", { method: "POST", body: JSON.stringify({ event, properties: tags }) });
report("cache-failed", { ms: 3 });
report("Basket Saved", { size: "three" });
report("Basket Savd", { size: 3 });
`;

async function lint(presets: string): Promise<readonly string[]> {
  const plan = planOf(`code: { presets: ${presets} }
events:
  Basket Saved: { description: A basket is kept., identity: any, properties: { size: number } }
`);
  const root = mkdtempSync(join(tmpdir(), "trackwright-presets-"));
  try {
    writeFileSync(join(root, "index.js"), code);
    const facts = { code: await scanProject({ root, plan }) };
    const { diagnostics } = checkPlan(plan, { today: exampleDay, mirrors: ["code"], facts });
    return diagnostics.map(({ rule, message }) => `${rule} ${/"[^"]*"/.exec(message)?.[0]}`).sort();
  } finally {
    rmSync(root, { recursive: true });
  }
}

describe("a request to the team's own server", () => {
  test.each([
    [
      "[]",
      ["misspelled-event", "property-type-mismatch", "unknown-event"],
      ["Basket Savd", "size", "cache-failed"],
    ],
    ["[mixpanel]", ["property-type-mismatch", "unknown-event"], ["size", "Basket Kept"]],
    [
      "[mixpanel, http]",
      ["misspelled-event", "property-type-mismatch", "unknown-event", "unknown-event"],
      ["Basket Savd", "size", "Basket Kept", "cache-failed"],
    ],
  ])("with presets %s", async (presets, rules, named) =>
    expect(await lint(presets)).toEqual(rules.map((rule, index) => `${rule} "${named[index]}"`)),
  );
});
