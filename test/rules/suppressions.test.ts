// Holds the comments that set findings aside to what they say: what they cover, until when, and what is wrong in them.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { readFile } from "../../src/plan/recover.js";
import type { TreeNode } from "../../src/plan/tree.js";
import { suppressionsIn } from "../../src/rules/comments.js";
import { applyEdits } from "../../src/rules/edits.js";
import { checkFiles, exampleHead } from "../../src/rules/examples.js";
import { linesOf } from "./example-plan.js";

/** Small plans name no owners and no sources: what is said of that is not what these tests are about. */
function aboutTheRest(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter(({ rule }) => rule !== "missing-owner" && rule !== "missing-source");
}

function checked(body: string): { readonly rules: readonly string[]; readonly suppressed: number } {
  const { diagnostics, suppressed } = checkFiles(new Map([["plan.yaml", exampleHead + body]]));
  return { rules: aboutTheRest(diagnostics).map((one) => one.rule), suppressed };
}

function lines(body: string): readonly string[] {
  const text = exampleHead + body;
  const { diagnostics } = checkFiles(new Map([["plan.yaml", text]]));
  return linesOf(aboutTheRest(diagnostics), [{ path: "tracking-plan/plan.yaml", text }]).map((line) =>
    line.replace("tracking-plan/plan.yaml:", ""),
  );
}

const clean = { rules: [], suppressed: 1 };
const why = "event-name-casing: the app sends it so";

describe("what a comment covers", () => {
  test("the entry below it, from its first to its last line", () => {
    expect(
      checked(
        `events:\n  # trackwright-ignore missing-description: a list of its own\n  Signed In:\n    owner: app\n`,
      ),
    ).toEqual(clean);
    expect(
      checked(
        `groups:\n  # trackwright-ignore property-type-conflict: another total\n  Cart:\n    description: It.\n    properties:\n      id: string\n      total: string\n  Sum: { properties: { total: number } }\n  Sums: { properties: { total: number } }\nevents:\n  A: { description: a, include: [Cart] }\n  B: { description: b, include: [Sum] }\n  C: { description: c, include: [Sums] }\n`,
      ),
    ).toEqual(clean);
  });

  test("no entry beside the one below it", () => {
    expect(
      checked(
        `events:\n  # trackwright-ignore ${why}\n  signed_in: { description: a }\n  signed_out: { description: b }\n`,
      ),
    ).toEqual({ rules: ["event-name-casing"], suppressed: 1 });
  });

  test("the line that it ends", () => {
    expect(checked(`events:\n  signed_in: { description: a } # trackwright-ignore ${why}\n`)).toEqual(clean);
    expect(checked(`events:\n  signed_in: # trackwright-ignore ${why}\n    description: a\n`)).toEqual(clean);
  });

  test("a whole file, and no other", () => {
    const files = new Map([
      ["plan.yaml", exampleHead],
      [
        "a.yaml",
        `# trackwright-ignore-file ${why}\nevents:\n  one_a: { description: a }\n  two_a: { description: a }\n`,
      ],
      ["b.yaml", "events:\n  one_b: { description: a }\n"],
    ]);
    const { diagnostics, suppressed } = checkFiles(files);
    expect(aboutTheRest(diagnostics).map((one) => one.event)).toEqual(["one_b"]);
    expect(suppressed).toBe(2);
  });

  test("what stands below more comments and empty lines", () => {
    expect(
      checked(
        `events:\n  # trackwright-ignore ${why}\n  # trackwright-ignore missing-description: obvious\n\n  # About signing in.\n  signed_in: {}\n`,
      ),
    ).toEqual({ rules: [], suppressed: 2 });
  });

  test("an item of a list, and a section", () => {
    expect(
      checked(
        `# trackwright-ignore ${why}\nevents:\n  signed_in: { description: a }\n  b_b: { description: b }\n`,
      ),
    ).toEqual({ rules: [], suppressed: 2 });
  });

  test("the same in a file with CRLF, tabs and wide characters", () => {
    expect(
      checked(
        `events:\r\n  # 日本 👩‍👩‍👧\r\n  # trackwright-ignore ${why}\t\r\n  signed_in: { description: 日本 }\r\n`,
      ),
    ).toEqual(clean);
  });
});

describe("what is no comment", () => {
  const naked = { rules: ["event-name-casing"], suppressed: 0 };
  test.each([
    ["a # in double quotes", `  signed_in: { description: "a # trackwright-ignore ${why}" }\n`],
    ["a # in single quotes", `  signed_in: { description: 'a # trackwright-ignore ${why}' }\n`],
    [
      "a # in block text",
      `  signed_in:\n    description: |\n      a\n      # trackwright-ignore-file ${why}\n`,
    ],
    [
      "a # in folded text",
      `  signed_in:\n    description: >-\n      a\n\n      # trackwright-ignore-file ${why}\n`,
    ],
    [
      "a # in quotes over two lines",
      `  signed_in:\n    description: "a\n      # trackwright-ignore-file ${why}\n      b"\n`,
    ],
    ["a # inside a word", `  signed_in: { description: a#trackwright-ignore }\n`],
    ["words later in a comment", `  signed_in: { description: a } # see trackwright-ignore ${why}\n`],
    ["a second # in a comment", `  signed_in: { description: a } # see # trackwright-ignore ${why}\n`],
  ])("%s", (_, body) => {
    expect(checked(`events:\n${body}`)).toEqual(naked);
  });
});

describe("what is wrong in a comment", () => {
  const at = (comment: string): readonly string[] =>
    lines(`events:\n  signed_in: { description: a } ${comment}\n`);

  test("no reason", () => {
    expect(at("# trackwright-ignore event-name-casing")).toEqual([
      '4:33-4:71 error suppression-without-reason This comment does not say why "event-name-casing" is set aside. | Write a colon and the reason behind the rule.',
    ]);
    expect(at("# trackwright-ignore event-name-casing the app sends it")).toHaveLength(1);
    expect(at("# trackwright-ignore event-name-casing:  ")).toHaveLength(1);
  });

  test("no rule, a misspelled one, or one that can't be set aside", () => {
    const unknown = (comment: string): string | undefined =>
      at(comment).find((line) => line.includes(" unknown-suppression "));
    expect(unknown("# trackwright-ignore: because")).toBe(
      '4:35-4:53 error unknown-suppression This comment names no rule. | Name one, and a reason: "# trackwright-ignore event-name-casing: the name is in use elsewhere".',
    );
    expect(unknown("# trackwright-ignore event-name-case: x")).toBe(
      '4:54-4:69 error unknown-suppression There is no rule "event-name-case". Did you mean "event-name-casing"? | `trackwright rules` lists all of them.',
    );
    expect(unknown("# trackwright-ignore-next-line event-name-casing: x")).toContain(
      'A plan knows no "trackwright-ignore-next-line".',
    );
    expect(unknown("# trackwright-ignore __proto__: x")).toContain('There is no rule "__proto__".');
  });

  test("a day that has passed, to the day", () => {
    expect(at("# trackwright-ignore event-name-casing until 2026-06-01: x")).toEqual([]);
    expect(at("# trackwright-ignore event-name-casing until 2026-05-31: x")).toEqual([
      '4:3-4:12 error event-name-casing The event "signed_in" is not in Title Case. | Rename it to "Signed In", in Customer.io too.',
      '4:78-4:88 warning suppression-expired "event-name-casing" was set aside until 2026-05-31 and is due. | Mend what it is about, and remove this comment; or give it a new day.',
    ]);
  });

  test("a day that is none", () => {
    for (const day of ["tomorrow", "2026-02-30", "2026-6-1", ""])
      expect(at(`# trackwright-ignore event-name-casing until ${day}: x`)).toEqual([
        expect.stringContaining('invalid-value "until" takes a day such as 2027-01-31'),
      ]);
  });

  test("nothing to set aside", () => {
    const unused = lines(
      "events:\n  Signed In: { description: a } # trackwright-ignore event-name-casing: x\n",
    );
    expect(unused).toEqual([
      '4:33-4:74 warning unused-suppression This comment sets "event-name-casing" aside, which finds nothing here. | Remove it.',
    ]);
    expect(
      lines("events:\n  Signed In: { description: a }\n# trackwright-ignore event-name-casing: x\n"),
    ).toEqual([expect.stringContaining("unused-suppression This comment stands above nothing.")]);
  });

  test("a rule that is off", () => {
    expect(
      lines(
        `rules: { event-name-casing: off }\nevents:\n  a_b: { description: a } # trackwright-ignore ${why}\n`,
      ),
    ).toEqual([expect.stringContaining("which is switched off in the head of the plan")]);
  });

  test("a wider comment that a narrower one makes superfluous", () => {
    const found = lines(
      `# trackwright-ignore-file ${why}\nevents:\n  a_b: { description: a } # trackwright-ignore ${why}\n`,
    );
    expect(found).toEqual([expect.stringContaining("3:1-3:65 warning unused-suppression")]);
  });

  test("nothing where the plan could not be read as a whole", () => {
    const found = lines(
      "events:\n  Signed In: { descriptoin: a } # trackwright-ignore event-name-casing: x\n",
    );
    expect(found).toEqual([expect.stringContaining("unknown-key")]);
  });
});

test("a comment of a rule about comments can be switched off in the head", () => {
  expect(
    checked(
      "rules: { unused-suppression: off }\nevents:\n  Signed In: { description: a } # trackwright-ignore event-name-casing: x\n",
    ),
  ).toEqual({ rules: [], suppressed: 0 });
});

test("whatever stands in a file, the places of its comments lie in it, and removing them leaves the same plan", () => {
  const line = fc.constantFrom(
    "events:",
    "  a_b: { description: x }",
    "  c_d:",
    "    description: |",
    "      text # trackwright-ignore event-name-casing: no",
    '    owner: "a',
    "      # trackwright-ignore event-name-casing: no",
    '      b"',
    "  # trackwright-ignore event-name-casing: yes",
    "# trackwright-ignore-file missing-owner until 2026-01-01: yes",
    "  e_f: [1, # trackwright-ignore",
    "    - x # trackwright-ignore x until",
    "# # trackwright-ignore \t : : y",
    "",
    "'",
  );
  const text = fc
    .tuple(fc.array(line, { maxLength: 12 }), fc.constantFrom("\n", "\r\n"), fc.boolean())
    .map(([lines, end, last]) => lines.join(end) + (last ? end : ""));
  fc.assert(
    fc.property(text, (written) => {
      const file = { path: "a.yaml", text: written };
      const found = suppressionsIn(file);
      for (const { span, keyword, rule, until, removal } of found) {
        for (const place of [span, keyword.span, rule?.span ?? span, until?.span ?? span, removal]) {
          expect(place.start).toBeGreaterThanOrEqual(0);
          expect(place.end).toBeGreaterThanOrEqual(place.start);
          expect(place.end).toBeLessThanOrEqual(written.length);
        }
        expect(written.slice(keyword.span.start, keyword.span.end)).toBe(keyword.text);
        expect(written.charAt(span.start)).toBe("#");
      }
      const edits = found.map(({ removal }) => ({ span: removal, text: "" }));
      const without = applyEdits([file], edits)[0]?.text ?? "";
      const events = (source: string): unknown => {
        const read = readFile({ path: "a.yaml", text: source });
        return read.problems.length > 0 ? "unreadable" : content(read.root);
      };
      const before = events(written);
      if (before !== "unreadable") expect(events(without)).toEqual(before);
    }),
    { numRuns: 500 },
  );
});

/** What a tree says, without places. */
function content(node: TreeNode | undefined): unknown {
  if (node === undefined) return undefined;
  if (node.kind === "scalar") return node.text;
  if (node.kind === "list") return node.items.map(content);
  return node.entries.map(({ key, value }) => [key.text, content(value)]);
}
