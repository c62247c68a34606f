// Compares what a generator returns with a committed folder, both ways: a missing file and an unexpected one fail.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import type { OutputFile } from "../../src/generators/generator.js";

const goldens = fileURLToPath(new URL("../goldens", import.meta.url));

/**
 * Expects the files to be those of test/goldens/FOLDER, byte for byte. With UPDATE_GOLDENS=1 in the environment
 * the folder is rewritten instead: review the diff.
 */
export function expectGoldens(folder: string, files: readonly OutputFile[]): void {
  const root = join(goldens, folder);
  if (process.env.UPDATE_GOLDENS === "1") {
    rmSync(root, { recursive: true, force: true });
    for (const file of files) {
      mkdirSync(dirname(join(root, file.path)), { recursive: true });
      writeFileSync(join(root, file.path), file.content);
    }
    return;
  }
  expect(files.map((file) => file.path).sort(), `files of test/goldens/${folder}`).toEqual(readTree(root));
  for (const file of files) {
    expect(file.content, `test/goldens/${folder}/${file.path}`).toBe(
      readFileSync(join(root, file.path), "utf8"),
    );
  }
}

function readTree(root: string): string[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .split(sep)
        .join("/"),
    )
    .sort();
}
