// Holds the manual's page on code to the scanner: the example of a wrapper, and what it says that `scan` prints of it.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

it("finds the example's emission, and prints what the page shows", () => {
  const page = readFileSync(join(root, "docs/code.md"), "utf8");
  const [, code = "", printed = ""] = /^```tsx\n(.*?)^```\n\n^```\n(.*?)^```$/ms.exec(page) ?? [];
  const files = [...code.matchAll(/^\/\/ (\S+)\n(.*?)(?=^\/\/ \S+\n|$(?![\s\S]))/gms)];
  expect(files.map(([, name]) => name)).toEqual(["analytics.ts", "use-analytics.tsx", "cart.tsx"]);
  const folder = mkdtempSync(join(tmpdir(), "trackwright-docs-"));
  try {
    for (const [, name = "", text = ""] of files) writeFileSync(join(folder, name), text.trimEnd());
    const scan = [join(root, "bin/trackwright.js"), "scan", "--no-plan", "--no-cache"];
    const { stdout } = spawnSync(process.execPath, scan, { cwd: folder, encoding: "utf8" });
    expect(stdout).toBe(printed);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
