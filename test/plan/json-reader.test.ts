// The located reader of JSON agrees with JSON.parse, and its places are those of the values.
import fc from "fast-check";
import { expect, test } from "vitest";
import { readJson } from "../../src/plan/json-reader.js";
import { scalarValue, type TreeNode } from "../../src/plan/tree.js";

function contentOf(node: TreeNode): unknown {
  if (node.kind === "scalar") return node.style === "quoted" ? node.text : JSON.parse(node.text);
  if (node.kind === "list") return node.items.map(contentOf);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, contentOf(value)]));
}

/** Every node's source text, read by JSON.parse, is the node's value. */
function placesHold(node: TreeNode, text: string): void {
  expect(JSON.parse(text.slice(node.span.start, node.span.end))).toEqual(contentOf(node));
  if (node.kind === "list") for (const item of node.items) placesHold(item, text);
  if (node.kind === "map") {
    for (const { key, value } of node.entries) {
      placesHold(key, text);
      placesHold(value, text);
    }
  }
}

test("reads what JSON.parse reads, with the place of each value", () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom(undefined, 2, "\t"), (json, space) => {
      const text = JSON.stringify(JSON.parse(json), undefined, space);
      const { root } = readJson({ path: "x.json", text });
      if (root === undefined) throw new Error("not read");
      expect(contentOf(root)).toEqual(JSON.parse(text));
      placesHold(root, text);
    }),
  );
});

test("refuses what JSON.parse refuses, at a place in the text", () => {
  const mutated = fc
    .tuple(
      fc.json(),
      fc.nat(),
      fc.constantFrom("", ",", '"', "}", "]", "\\", "<<<<<<< HEAD\n", "\u0000", "01", "'"),
    )
    .map(([json, at, piece]) => {
      const offset = at % (json.length + 1);
      return json.slice(0, offset) + piece + json.slice(offset + (piece === "" ? 1 : 0));
    });
  fc.assert(
    fc.property(fc.oneof(mutated, fc.string()), (text) => {
      const { problem } = readJson({ path: "x.json", text });
      let isJson = true;
      try {
        JSON.parse(text);
      } catch {
        isJson = false;
      }
      expect(problem === undefined).toBe(isJson);
      if (problem === undefined) return;
      expect(problem.span.start).toBeLessThanOrEqual(problem.span.end);
      expect(problem.span.end).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 500 },
  );
});

test("comes to an end with hostile text", () => {
  for (const text of [
    "[".repeat(100_000),
    `"${"\\u".repeat(100_000)}`,
    `"${"a".repeat(1_000_000)}`,
    `{"a":${"[".repeat(5_000)}`,
  ]) {
    expect(readJson({ path: "x.json", text }).problem).toBeDefined();
  }
  const { root } = readJson({ path: "x.json", text: '{"__proto__": 1, "a": -1.5e3}' });
  expect(
    root?.kind === "map" &&
      root.entries.map(({ key, value }) => [key.text, value.kind === "scalar" && scalarValue(value)]),
  ).toEqual([
    ["__proto__", 1],
    ["a", -1500],
  ]);
});
