// The memory of scans by itself: which files it reads again, and that nothing spoiled comes out of it.
import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openScanMemory } from "../../src/cache/scan-memory.js";
import { disk } from "../../src/code/files/looks.js";
import { temporaryFolder } from "../cli/spawn.js";

const minute = 60_000;

/** A folder with a file, a memory of it whose clock is so much late, and what is read of the disk. */
function remembered(late: number) {
  const root = temporaryFolder();
  const file = join(root, "a.ts");
  writeFileSync(file, "one");
  const memory = openScanMemory(join(root, "cache"), "key", { owner: 1, now: () => Date.now() + late });
  const read: string[] = [];
  const looks = {
    ...disk,
    view(path: string) {
      read.push(path);
      return disk.view(path);
    },
  };
  const notes = memory.begin();
  const noted = notes.noted(looks);
  noted.view?.(file);
  notes.keep("scan", "what was found");
  read.length = 0;
  const recall = (): string | undefined => {
    const known = memory.recall("scan", () => looks);
    return known?.isWhole === true ? known.text : undefined;
  };
  return { root, file, memory, looks, read, recall };
}

describe("a file", () => {
  test("that rests is not read again", () => {
    const { read, recall } = remembered(minute);
    expect(recall()).toBe("what was found");
    expect(read).toEqual([]);
  });

  test("that was written just before it was read is read again, until that is long enough ago", () => {
    const { file, root, read, recall, looks } = remembered(0);
    expect(recall()).toBe("what was found");
    expect(recall()).toBe("what was found");
    expect(read).toEqual([file, file]);
    const later = openScanMemory(join(root, "cache"), "key", { owner: 1, now: () => Date.now() + minute });
    expect(later.recall("scan", () => looks)?.text).toBe("what was found");
    expect(later.recall("scan", () => looks)?.text).toBe("what was found");
    expect(read).toEqual([file, file, file]);
  });

  test("that was touched, or written again with the same bytes, is read again and still the same", () => {
    const { file, read, recall } = remembered(minute);
    utimesSync(file, 1000, 1000);
    expect(recall()).toBe("what was found");
    writeFileSync(file, "one");
    expect(recall()).toBe("what was found");
    expect(read).toEqual([file, file]);
  });

  test("with other bytes, as many and as old as before, is another", () => {
    const { file, recall } = remembered(minute);
    const { atime, mtime } = statSync(file);
    writeFileSync(file, "two");
    utimesSync(file, atime, mtime);
    expect(recall()).toBeUndefined();
    writeFileSync(file, "one");
    expect(recall()).toBe("what was found");
  });

  test("that changed since it was compared is not given", () => {
    const { file, memory, looks } = remembered(minute);
    const known = memory.recall("scan", () => looks);
    expect(known?.read(file)?.toString()).toBe("one");
    writeFileSync(file, "two");
    expect(known?.read(file)).toBeUndefined();
  });
});

test("a scan during which a file changed is not kept", () => {
  const { file, memory, looks } = remembered(minute);
  const notes = memory.begin();
  const noted = notes.noted(looks);
  noted.view?.(file);
  writeFileSync(file, "two");
  noted.view?.(file);
  notes.keep("torn", "half of each");
  expect(memory.recall("torn", () => looks)).toBeUndefined();
});

test("nothing comes out of an entry that was changed anywhere", () => {
  const { root, recall } = remembered(minute);
  const [name = ""] = readdirSync(join(root, "cache"));
  const path = join(root, "cache", name);
  const right = readFileSync(path);
  fc.assert(
    fc.property(fc.nat(right.length - 1), fc.integer({ min: 1, max: 255 }), fc.boolean(), (at, by, cut) => {
      const wrong = Buffer.from(right);
      wrong[at] = (wrong[at] ?? 0) ^ by;
      writeFileSync(path, cut ? right.subarray(0, at) : wrong);
      expect(recall()).toBeUndefined();
    }),
  );
  writeFileSync(path, right);
  expect(recall()).toBe("what was found");
});
