// Holds the loader to test/cases/plan: each folder is a plan and the exact findings that it must give.
// `UPDATE_CASES=1 npx vitest run test/plan/cases.test.ts` writes the findings; read every changed line critically.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadPlan } from "../../src/plan/load.js";
import { findingLines } from "./findings-text.js";

const casesFolder = join(import.meta.dirname, "..", "cases", "plan");

describe("the cases of the plan language", () => {
  for (const name of readdirSync(casesFolder).sort()) {
    test(name, () => {
      const root = join(casesFolder, name);
      const found = findingLines(loadPlan({ root, folder: "tracking-plan" }));
      const file = join(root, "expected.txt");
      if (process.env.UPDATE_CASES === "1") {
        writeFileSync(file, found.map((line) => `${line}\n`).join(""));
        return;
      }
      expect(existsSync(file), `${name} has no expected.txt`).toBe(true);
      const wanted = readFileSync(file, "utf8").split("\n").filter(Boolean);
      expect(found).toEqual(wanted);
      if (name.startsWith("clean-")) expect(found).toEqual([]);
    });
  }
});
