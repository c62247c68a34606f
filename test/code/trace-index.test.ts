// The files that may have a trace come in the order of the scan, and each is asked about it once, not at every look.
import fc from "fast-check";
import { expect, test } from "vitest";
import { openTraceIndex } from "../../src/code/rounds/trace-index.js";
import type { Trace } from "../../src/code/values/traces.js";

const shop: Trace = { kind: "global", name: "shop" };

test("a thousand questions ask each file that can't have a trace once", () => {
  let asked = 0;
  const index = openTraceIndex((path) => {
    if (path !== "b.ts") asked++;
    return path === "b.ts";
  });
  for (const path of ["a.ts", "b.ts", "c.ts"]) index.add(path);
  for (let count = 0; count < 1000; count++) {
    expect([...index.among(shop)]).toEqual(["b.ts"]);
    expect(index.isLastOf(shop, 1)).toBe(false);
    expect(index.isLastOf(shop, 2)).toBe(true);
  }
  expect(asked).toBe(2);
});

test("files that come in while others are looked at are among them", () => {
  const index = openTraceIndex(() => true);
  index.add("a.ts");
  const found: string[] = [];
  for (const path of index.among(shop)) {
    found.push(path);
    if (path === "a.ts") index.add("b.ts");
  }
  expect(found).toEqual(["a.ts", "b.ts"]);
});

test("whatever is learned of which file, and when, the files are those that may have it now", () => {
  const step = fc.record({ path: fc.integer({ min: 0, max: 9 }), has: fc.boolean(), asks: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const having = new Map<string, boolean>();
      const index = openTraceIndex((path) => having.get(path) === true);
      for (const { path: number, has, asks } of steps) {
        const path = `${number}.ts`;
        const isNew = !having.has(path);
        having.set(path, has);
        if (isNew) index.add(path);
        else index.learn(path);
        if (!asks) continue;
        const all = [...having];
        expect([...index.among(shop)]).toEqual(all.flatMap(([one, does]) => (does ? [one] : [])));
        for (let size = 0; size <= all.length; size++)
          expect(index.isLastOf(shop, size)).toBe(!all.slice(size).some(([, does]) => does));
      }
    }),
  );
});
