// Files of nothing but events are read after everything else; what is wrong in them is told as if they were not.
import { expect, test } from "vitest";
import { assemblePlan } from "../../src/plan/assemble.js";
import { holdsOnlyEvents } from "../../src/plan/event-files.js";

const head =
  "trackwright: 1\nname: acme\nidentity: { merge: { on: Signed In } }\nsources: { web: { kind: browser } }\n";
const path = (name: string): string => `tracking-plan/${name}.yaml`;

/** Findings and events of the same files, once as they are and once with a section that has them read at once. */
function bothWays(files: Readonly<Record<string, string>>): readonly unknown[] {
  return ["", "types:\n"].map((more) => {
    const texts = Object.entries(files).map(([name, text]) => ({ path: path(name), text: text + more }));
    for (const file of texts) expect(holdsOnlyEvents(file)).toBe(more === "");
    const { plan, diagnostics } = assemblePlan(
      [...texts, { path: path("plan"), text: head }],
      "tracking-plan",
      path("plan"),
    );
    const found = diagnostics.map(({ rule, message, span, related = [], help }) => {
      return { rule, message, span, related, help };
    });
    return { found, events: plan.events, identity: plan.identity, names: found.map(({ rule }) => rule) };
  });
}

const signedIn = "events:\n  Signed In:\n    source: web\n";

test.each([
  ["nothing", {}, []],
  ["an event that two files define", { b: signedIn }, ["duplicate-definition"]],
  [
    "an alias that is an event",
    { b: "events:\n  Log In:\n    aliases: [Signed In]\n" },
    ["duplicate-definition"],
  ],
  [
    "an alias that two files list",
    { b: "events:\n  B:\n    aliases: [X]\n", c: "events:\n  C:\n    aliases: [X]\n" },
    ["duplicate-definition"],
  ],
  [
    "a type that is nowhere",
    { b: "events:\n  B:\n    properties:\n      a: Nowhere\n" },
    ["unknown-reference"],
  ],
  ["a syntax error", { b: "events:\n  B:\n    source: [web\n" }, ["yaml-syntax"]],
  ["a list in place of names", { b: "events:\n  - B\n" }, ["invalid-value"]],
  ["an empty section", { b: "events:\n" }, []],
])("the same with %s", (_, files, rules) => {
  const [later, atOnce] = bothWays({ a: signedIn, ...files });
  expect(later).toEqual(atOnce);
  expect(later).toMatchObject({ names: rules });
});

test("a merge on an event that is nowhere is told when all events are known", () => {
  const [later, atOnce] = bothWays({ a: "events:\n  Signed Inn:\n    source: web\n" });
  expect(later).toEqual(atOnce);
  expect(later).toMatchObject({ names: ["unknown-reference"], identity: { merge: undefined } });
});

test.each([
  ["two sections", "events:\n  A: {}\ntypes:\n"],
  ["another section", "groups:\n  A: {}\n"],
  ["events in braces", "events: { A: {} }\n"],
  ["a document marker", "---\nevents:\n  A: {}\n"],
  ["nothing", "# Nothing yet.\n"],
])("%s: is read with the rest", (_, text) => {
  expect(holdsOnlyEvents({ path: path("a"), text })).toBe(false);
});
