// The examples in doc comments are code that runs, whatever texts they hold.
import { describe, expect, it } from "vitest";
import type { Json } from "../../../src/plan/plan.js";
import { event, examples, plan, property, type } from "../../support/plan-builder.js";
import { compile, generate, scratchFolder, write } from "./workshop.js";

const properties = [
  property("note", type.string()),
  property("a*/b?", type.string()),
  property("__proto__?", type.string()),
  property("items?", type.array(type.string())),
];

function moduleOf(example: Json): string {
  const of = plan({ events: [event("Order Completed", properties, { examples: examples(example) })] });
  const folder = scratchFolder();
  const files = generate(of);
  write(folder, files);
  expect(compile(folder, "typescript")).toBe("");
  return files.find(({ path }) => path === "events/order-completed.ts")?.content ?? "";
}

/** What the example of the creator's comment hands over, taken from the comment and run. */
function handedOver(module: string): unknown {
  const [, shown = ""] = /@example\n \* ```ts\n([\s\S]*?)\n \* ```\n/.exec(module) ?? [];
  const call = shown.replaceAll(/^ \* ?/gm, "");
  return new Function("orderCompleted", `return ${call}`)((value: unknown) => value);
}

describe("the example of an event", () => {
  it.each<[string, Json]>([
    ["a short one", { note: "thanks" }],
    [
      "a long one",
      { note: "long ".repeat(60), items: Array.from({ length: 20 }, (_, index) => `i-${index}`) },
    ],
    ["what ends comments", { note: "*/ alert() /* \\*/", "a*/b": "*/" }],
    ["what ends fences", { note: "```\n``` `$\u007b1}`" }],
    ["what opens tags", { note: "@deprecated {@link x}\n@x" }],
    ["what hides", { note: "\u202e\u2028\u0000" }],
    ["a key that is none", JSON.parse('{ "note": "x", "__proto__": "y" }')],
  ])("is whole: %s", (_, example) => {
    expect(handedOver(moduleOf(example))).toEqual(example);
  });

  it("is left out where it would hide the rest", () => {
    const module = moduleOf({ note: "x", items: Array.from({ length: 60 }, () => "long ".repeat(9)) });
    expect(module).not.toContain("@example");
    expect(module).not.toContain("\u2026");
  });
});
