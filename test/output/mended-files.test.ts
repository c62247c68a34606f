// Holds the writer of mended files to its promise: a file is as it was, or as it should be, and nobody's work is lost.
import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeMendedFiles } from "../../src/output/mended-files.js";
import { temporaryFolder } from "../cli/spawn.js";

const mend = (path: string) => ({ path, before: "before\r\n", after: "after\r\n" });

test("a byte order mark, permissions and links stay", () => {
  const root = temporaryFolder();
  writeFileSync(join(root, "real.ts"), "\ufeffbefore\r\n");
  chmodSync(join(root, "real.ts"), 0o750);
  symlinkSync("real.ts", join(root, "link.ts"));
  writeMendedFiles(root, [mend("link.ts")]);
  expect(readFileSync(join(root, "real.ts"), "utf8")).toBe("\ufeffafter\r\n");
  expect(statSync(join(root, "real.ts")).mode & 0o777).toBe(0o750);
  expect(readdirSync(root).sort()).toEqual(["link.ts", "real.ts"]);
});

test("a byte order mark that is part of what was read stays too", () => {
  const root = temporaryFolder();
  writeFileSync(join(root, "a.ts"), "\ufeffbefore");
  writeMendedFiles(root, [{ path: "a.ts", before: "\ufeffbefore", after: "\ufeffafter" }]);
  expect(readFileSync(join(root, "a.ts"), "utf8")).toBe("\ufeffafter");
});

test("no file is written where one was changed since it was read", () => {
  const root = temporaryFolder();
  writeFileSync(join(root, "a.ts"), "before\r\n");
  writeFileSync(join(root, "b.ts"), "somebody's work\r\n");
  expect(() => writeMendedFiles(root, [mend("a.ts"), mend("b.ts")])).toThrow('"b.ts" was changed');
  expect(readFileSync(join(root, "a.ts"), "utf8")).toBe("before\r\n");
  expect(readdirSync(root).sort()).toEqual(["a.ts", "b.ts"]);
});

test("bytes that are no UTF-8 are never written anew", () => {
  const root = temporaryFolder();
  const bytes = Buffer.from([0x2f, 0x2f, 0xff, 0x0a]);
  writeFileSync(join(root, "a.ts"), bytes);
  const before = bytes.toString("utf8");
  expect(() => writeMendedFiles(root, [{ path: "a.ts", before, after: `${before}x` }])).toThrow('"a.ts"');
  expect(readFileSync(join(root, "a.ts"))).toEqual(bytes);
});
