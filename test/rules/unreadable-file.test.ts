// Holds the loader to the rule unreadable-file, on a real disk: no text of a plan can show it.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadPlan } from "../../src/plan/load.js";

test("a link that leads nowhere is an unreadable-file, and the rest of the plan is checked", () => {
  const root = mkdtempSync(join(tmpdir(), "trackwright-rules-"));
  try {
    mkdirSync(join(root, "tracking-plan"));
    writeFileSync(
      join(root, "tracking-plan", "plan.yaml"),
      "trackwright: 1\nname: a\nevents: { A: { x: 1 } }\n",
    );
    symlinkSync("nowhere.yaml", join(root, "tracking-plan", "events.yaml"));
    const { diagnostics } = loadPlan({ root, folder: "tracking-plan" });
    expect(diagnostics.map(({ rule, span }) => `${rule} ${span.file}`)).toEqual([
      "unreadable-file tracking-plan/events.yaml",
      "unknown-key tracking-plan/plan.yaml",
    ]);
  } finally {
    rmSync(root, { recursive: true });
  }
});
