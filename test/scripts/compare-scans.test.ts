// The script that tells what one build finds in real code and another does not. The earlier build is made up here.
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "compare-scans-"));
  mkdirSync(join(folder, "shop"));
  writeFileSync(
    join(folder, "shop/cart.ts"),
    'import posthog from "posthog-js";\nposthog.capture("Cart Opened");\nposthog.capture("Cart Closed");\n',
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("tells the calls that are found no more, and ends with 1", async () => {
  const { code, stdout } = await compared([
    { line: 2, events: ["Cart Opened"] },
    { line: 3, events: ["Cart Shut"] },
    { line: 9, events: ["Cart Lost"] },
  ]);
  expect(stdout).toBe(
    [
      `${join(folder, "shop")}: 3 calls, 2 now; 1 lost, 0 new, 1 told otherwise`,
      '  - cart.ts:9  "Cart Lost" posthog',
      '  ~ cart.ts:3  "Cart Shut" posthog',
      '               "Cart Closed" posthog',
      "",
    ].join("\n"),
  );
  expect(code).toBe(1);
});

test("ends with 0 where all that was found is found, and tells what is new", async () => {
  const { code, stdout } = await compared([{ line: 2, events: ["Cart Opened"] }]);
  expect(stdout).toContain('  + cart.ts:3  "Cart Closed" posthog');
  expect(code).toBe(0);
});

test("says how it is called", async () => {
  const { code, stderr } = await run([]);
  expect(stderr).toBe("Usage: node scripts/compare-scans.mjs BEFORE AFTER FOLDER...\n");
  expect(code).toBe(2);
});

/** Compares a build that finds some calls with this one. */
function compared(found: readonly { readonly line: number; readonly events: readonly string[] }[]) {
  const emissions = found.map((one) => ({
    ...{ file: "cart.ts", method: "track", patterns: [], preset: "posthog", doubt: null, forwards: false },
    ...one,
  }));
  mkdirSync(join(folder, "before/bin"), { recursive: true });
  writeFileSync(
    join(folder, "before/bin/trackwright.js"),
    `console.log(${JSON.stringify(JSON.stringify({ emissions }))});\n`,
  );
  return run([join(folder, "before"), root, join(folder, "shop")]);
}

function run(
  args: readonly string[],
): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  return new Promise((resolve) => {
    const script = join(root, "scripts/compare-scans.mjs");
    execFile(process.execPath, [script, ...args], (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });
}
