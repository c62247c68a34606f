// Small projects and what is found in them. After an intended change, run with UPDATE_CASES=1 and read every line.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { scanProject } from "../../src/code/scan.js";
import { renderScan } from "./render.js";

const cases = fileURLToPath(new URL("../cases/code/", import.meta.url));

describe("scanProject", () => {
  const names = readdirSync(cases, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

  test("has cases", () => expect(names.length).toBeGreaterThan(8));

  test.each(names)("finds what is in %s", async (name) => {
    const root = join(cases, name);
    const text = renderScan(await scanProject({ root, suspects: true }));
    const expected = join(root, "expected.txt");
    if (process.env.UPDATE_CASES === "1") writeFileSync(expected, text);
    expect(text).toBe(readFileSync(expected, "utf8"));
  });
});
