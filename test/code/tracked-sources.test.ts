// What .gitignore leaves out, and is a source all the same: git keeps what was added before a rule, or in spite of it.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { pathsOf } from "../../src/code/files/tracked.js";
import { listCode } from "../../src/code/files/walk.js";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const files: Readonly<Record<string, string>> = {
  ".gitignore": "lib/\nout/\n*.local.ts\n",
  "page.ts": "",
  "web/lib/capture.ts": "",
  "web/lib/deep/hook.tsx": "",
  "web/lib/built.js": "",
  "out/page.ts": "",
  "a.local.ts": "",
  "b.local.ts": "",
};

function project(): string {
  const root = mkdtempSync(join(tmpdir(), "tracked-"));
  folders.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

function git(root: string, ...args: readonly string[]): void {
  execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b.c", ...args], { cwd: root });
}

const listed = (root: string): readonly string[] =>
  listCode({ root, without: [] }).files.map(({ path }) => path);

describe("what .gitignore leaves out", () => {
  test.each(["2", "3", "4"])("is listed where an index of version %s has it", (version) => {
    const root = project();
    git(root, "init", "-q");
    git(root, "add", "-f", "page.ts", "web/lib/capture.ts", "web/lib/deep/hook.tsx", "a.local.ts");
    // An entry with a flag of its own makes an index of version 3.
    if (version === "3") git(root, "add", "-f", "-N", "web/lib/built.js");
    if (version === "4") git(root, "update-index", "--index-version", "4");
    expect(readFileSync(join(root, ".git/index")).readUInt32BE(4)).toBe(Number(version));
    const kept = ["a.local.ts", "page.ts", "web/lib/capture.ts", "web/lib/deep/hook.tsx"];
    expect(listed(root)).toEqual(version === "3" ? [...kept, "web/lib/built.js"].sort() : kept);
    expect(listed(join(root, "web"))).toEqual(
      version === "3"
        ? ["lib/built.js", "lib/capture.ts", "lib/deep/hook.tsx"]
        : ["lib/capture.ts", "lib/deep/hook.tsx"],
    );
  });

  test("is listed in a worktree, where .git is a file", () => {
    const root = project();
    git(root, "init", "-q");
    git(root, "add", "-f", "web/lib/capture.ts");
    git(root, "commit", "-q", "-m", "a");
    git(root, "worktree", "add", "-q", "out/tree");
    expect(listed(join(root, "out/tree"))).toEqual(["web/lib/capture.ts"]);
  });

  test("is left out without a repository, and of one that has nothing yet", () => {
    const root = project();
    expect(listed(root)).toEqual(["page.ts"]);
    git(root, "init", "-q");
    expect(listed(root)).toEqual(["page.ts"]);
  });
});

test("a rule for a folder is overruled by a nearer file for all that lies in it", () => {
  const root = project();
  git(root, "init", "-q");
  writeFileSync(join(root, "web/.gitignore"), "!lib\n");
  expect(listed(root)).toEqual([
    "page.ts",
    "web/lib/built.js",
    "web/lib/capture.ts",
    "web/lib/deep/hook.tsx",
  ]);
});

test("an index that is cut off, or something else, gives nothing", () => {
  const root = project();
  git(root, "init", "-q");
  git(root, "add", "-f", ".");
  const index = readFileSync(join(root, ".git/index"));
  expect(pathsOf(index)?.length).toBe(Object.keys(files).length);
  for (let length = 0; length < 600; length += 7) expect(pathsOf(index.subarray(0, length))).toBeUndefined();
  expect(pathsOf(Buffer.from("DIRC0000000000000"))).toBeUndefined();
});
