// Holds fixes to their promises: they change what they name and nothing else, together or not at all, and once.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyEdits } from "../../src/rules/edits.js";
import { exampleBeside, exampleFiles, exampleHead } from "../../src/rules/examples.js";
import { type FixedPlan, fixPlan } from "../../src/rules/fix-plan.js";
import { rules } from "../../src/rules/registry.js";
import { exampleDay, type Rule } from "../../src/rules/rule.js";
import { check } from "./example-plan.js";

const head = "tracking-plan/plan.yaml";

function fix(text: string): FixedPlan {
  return fixPlan([{ path: head, text }], { folder: "tracking-plan", head, today: exampleDay });
}

function fixed(text: string): string {
  return fix(text).files[0]?.text ?? text;
}

describe("a rename", () => {
  const before = `${exampleHead}identity: { merge: { on: signed_in } }
events:
  signed_in: { description: a, status: planned }   # signed_in stays here
  "order-completed":
    description: 'signed_in'
    deprecated: { since: 1.0.0, replaced_by: 'signed_in' }

sequences:
  s: { steps: [ "signed_in",order_shipped ], suppress: { on: order_shipped, wait: 1h } }
events_are: above
consumers:
  c:
    kind: campaign
    trigger: signed_in # the trigger
    exits_on:
      -   order_shipped
`.replace("events_are: above\n", "");
  const more = "# More.\nevents:\n  order_shipped: {description: c, status: planned}\n";

  test("reaches every mention in every file, and keeps quotes, comments and spaces", () => {
    const files = [
      { path: "tracking-plan/more.yaml", text: more },
      { path: head, text: before },
    ];
    const { files: after, fixed: count } = fixPlan(files, {
      folder: "tracking-plan",
      head,
      today: exampleDay,
    });
    expect(count).toBe(2);
    expect(after.map((file) => file.text)).toEqual([
      "# More.\nevents:\n  Order Shipped: {description: c, status: planned}\n",
      before
        .replaceAll("{ on: signed_in", "{ on: Signed In")
        .replace("\n  signed_in:", "\n  Signed In:")
        .replace("replaced_by: 'signed_in'", "replaced_by: 'Signed In'")
        .replace('"signed_in",order_shipped', '"Signed In",Order Shipped')
        .replace("on: order_shipped", "on: Order Shipped")
        .replace("trigger: signed_in", "trigger: Signed In")
        .replace("-   order_shipped", "-   Order Shipped"),
    ]);
  });

  test("is not made where the new name is taken", () => {
    expect(
      fix(`${exampleHead}events:\n  signed_in: { description: a }\n  Signed In: { description: b }\n`).fixed,
    ).toBe(0);
    expect(
      fix(
        `${exampleHead}events:\n  signed_in: { description: a }\n  Left: { description: b, aliases: [Signed In] }\n`,
      ).fixed,
    ).toBe(0);
  });

  test("is made for the first of two events that would get one name, and the other is left", () => {
    const text = `${exampleHead}events:\n  signed_in: { description: a }\n  signedIn: { description: b }\n`;
    expect(fixed(text)).toContain("Signed In: { description:");
    expect(fixed(fixed(text))).toBe(fixed(text));
  });
});

test("CRLF stays CRLF, and text outside of the Basic Multilingual Plane stays where it is", () => {
  const text = `${exampleHead}events:\n  signed_in: { description: 👩‍👩‍👧 日本, aliases: [x] }\n  # trackwright-ignore event-name-casing: no\n  Left: { description: b }\n`;
  const crlf = text.replaceAll("\n", "\r\n");
  expect(fixed(crlf)).toBe(fixed(text).replaceAll("\n", "\r\n"));
  expect(fixed(text)).toBe(
    `${exampleHead}events:\n  Signed In: { description: 👩‍👩‍👧 日本, aliases: [x, signed_in] }\n  Left: { description: b }\n`,
  );
});

test("a finding that a comment sets aside is not mended", () => {
  const text = `${exampleHead}events:\n  signed_in: { description: a } # trackwright-ignore event-name-casing: the app\n`;
  expect(fixed(text)).toBe(text);
});

test("a comment that is of no use goes, and the line goes with it", () => {
  expect(
    fixed(
      `${exampleHead}events:\n  # trackwright-ignore event-name-casing: no\n  Left: { description: b } # trackwright-ignore event-name-casing: no\n`,
    ),
  ).toBe(`${exampleHead}events:\n  Left: { description: b }\n`);
});

/** Fixes of code and of templates are made by others: see fix-code.test.ts, and "--fix mends templates" in ../consumers/lint.test.ts. */
const fixable = rules.filter(
  (rule) => rule.fixable === true && rule.mirror !== "code" && rule.mirror !== "consumers",
);

describe.each(fixable.map((rule) => [rule.id, rule] as const))("the fix of %s", (id, rule) => {
  test("mends its bad example, and then has nothing to do", () => {
    const files = exampleFiles(rule.examples.bad);
    expect(files, "told in words").toBeDefined();
    const sources = [...(files ?? [])].map(([path, text]) => ({ path: `tracking-plan/${path}`, text }));
    // Some are made when they are asked for alone: what they change is read by others.
    const run = (from: typeof sources): FixedPlan =>
      fixPlan(from, { folder: "tracking-plan", head, today: exampleDay, unsafe: new Set([id]) });
    const once = run(sources);
    expect(once.fixed).toBeGreaterThan(0);
    const after = sources.map((file) => once.files.find((one) => one.path === file.path) ?? file);
    expect(run(after)).toEqual({ files: [], fixed: 0 });
    const left = check(new Map(after.map(({ path, text }) => [path.replace("tracking-plan/", ""), text])));
    expect(left.filter((one) => one.rule === id && one.fixes?.some((fix) => fix.safe))).toEqual([]);
  });
});

test("only rules that say so have safe fixes", () => {
  const found = (rule: Rule): boolean =>
    check(exampleFiles(rule.examples.bad) ?? new Map(), exampleBeside(rule.examples.bad)).some(
      // Those that --unsafe makes count too.
      (one) =>
        one.rule === rule.id &&
        one.fixes?.some((fix) => fix.safe || rule.mirror === "code" || rule.mirror === "plan") === true,
    );
  const wrong = rules.filter(
    // What raw-emit offers takes generated code, which its example does not have, and most about templates takes some
    // that are written by hand.
    (rule) =>
      rule.reportedBy === undefined &&
      rule.id !== "raw-emit" &&
      !(rule.mirror === "consumers" && rule.fixable === true) &&
      found(rule) !== (rule.fixable === true),
  );
  expect(wrong.map((rule) => rule.id)).toEqual([]);
});

describe("edits", () => {
  test("are made as if each was made alone, whatever their order", () => {
    const piece = fc.record({
      keep: fc.string({ maxLength: 5 }),
      drop: fc.string({ maxLength: 3 }),
      put: fc.string({ maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.boolean(), (pieces, reversed) => {
        const clean = pieces.map(({ keep, drop, put }) => ({
          keep: `${keep.replace(/[\r\n]/g, "")}|`,
          drop: drop.replace(/[\r\n]/g, ""),
          put: put.replace(/[\r\n]/g, ""),
        }));
        let at = 0;
        const edits = clean.map(({ keep, drop, put }) => {
          const start = at + keep.length;
          at = start + drop.length;
          return { span: { file: "f", start, end: at }, text: put };
        });
        const text = clean.map(({ keep, drop }) => keep + drop).join("");
        const wanted = clean.map(({ keep, put }) => keep + put).join("");
        const given = reversed ? [...edits, ...edits].reverse() : edits;
        expect(applyEdits([{ path: "f", text }], given)).toEqual([{ path: "f", text: wanted }]);
      }),
    );
  });
});
