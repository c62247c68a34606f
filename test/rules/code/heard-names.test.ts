// An event that is named by a message may be posted from anywhere: no source is said to send nothing then.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { scanProject } from "../../../src/code/scan.js";
import { checkPlan } from "../../../src/rules/check-plan.js";
import { exampleDay } from "../../../src/rules/rule.js";
import { planOf } from "./hand-scan.js";

const plan = planOf(`sources:
  host: { kind: server, language: typescript, paths: ["host/**"] }
  panel: { kind: browser, language: typescript, paths: ["panel/**"] }
events:
  Panel Opened: { description: The panel is open., source: panel, identity: any }
`);

async function lint(host: string, folder = "host"): Promise<readonly string[]> {
  const root = mkdtempSync(join(tmpdir(), "trackwright-heard-"));
  try {
    for (const one of new Set(["host", "panel", folder])) mkdirSync(join(root, one));
    writeFileSync(join(root, "host/index.ts"), "export {};\n");
    writeFileSync(join(root, folder, "index.ts"), host);
    writeFileSync(
      join(root, "panel/index.ts"),
      'api.postMessage({ action: "told", event: "Panel Opened" });\n',
    );
    const code = await scanProject({ root, plan });
    const { diagnostics } = checkPlan(plan, { today: exampleDay, mirrors: ["code"], facts: { code } });
    return diagnostics.map(({ rule }) => rule).sort();
  } finally {
    rmSync(root, { recursive: true });
  }
}

describe("an event that no call names", () => {
  test.each([
    ["a view's", "view.onDidReceiveMessage((message) => analytics.track(message.event));"],
    ["a page's", 'window.addEventListener("message", ({ data }) => analytics.track(data.event));'],
  ])("may be posted as %s message", async (_, host) =>
    expect(await lint(host)).toEqual(["dynamic-event-name"]),
  );

  test("may be named in a file that is no source's", async () =>
    expect(await lint("export const tell = () => analytics.track(location.hash);", "shared")).toEqual([
      "dynamic-event-name",
    ]));

  test.each([
    ["another event of the page", 'window.addEventListener("focus", (e) => analytics.track(e.type));'],
    ["a name from elsewhere", "export const tell = () => analytics.track(location.hash);"],
  ])("is missed beside %s", async (_, host) =>
    expect(await lint(host)).toEqual(["dynamic-event-name", "unimplemented-event"]),
  );
});
