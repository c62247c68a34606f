// Comments in code that set findings aside, and what is said of those that are wrong themselves.
import { describe, expect, test } from "vitest";
import type { Diagnostic, TextEdit } from "../../../src/diagnostics/diagnostic.js";
import { checkPlan } from "../../../src/rules/check-plan.js";
import { applyEdits } from "../../../src/rules/edits.js";
import { exampleDay } from "../../../src/rules/rule.js";
import { handScan, planOf } from "./hand-scan.js";

const plan = planOf("events:\n  Signed Up: { description: An account is opened. }\n");

function lint(text: string): { readonly lines: readonly string[]; readonly suppressed: number } {
  const { diagnostics, suppressed, crashes } = checkPlan(plan, {
    today: exampleDay,
    mirrors: ["code"],
    facts: { code: handScan({ "web/a.tsx": text }) },
  });
  if (crashes[0] !== undefined) throw crashes[0].error;
  const lines = diagnostics.map(({ rule, mirror, span }) => {
    const line = text.slice(0, span.start).split(/\r?\n/).length;
    return `${line} ${mirror} ${rule}`;
  });
  return { lines, suppressed };
}

const clean = { lines: [], suppressed: 1 };

describe("a comment takes a finding away", () => {
  test.each([
    ["above a line", '// trackwright-ignore-next-line unknown-event: theirs\nsend("Ping");'],
    ["with Windows' line ends", '// trackwright-ignore-next-line unknown-event: theirs\r\nsend("Ping");\r\n'],
    [
      "indented, in a block",
      '{\n  /* trackwright-ignore-next-line unknown-event: theirs */\n  send("Ping");\n}',
    ],
    [
      "above a call of several lines",
      '// trackwright-ignore-next-line unknown-event: theirs\nsend(\n  "Ping"\n);',
    ],
    ["at the end of a line", 'send("Ping"); // trackwright-ignore unknown-event: theirs'],
    ["in JSX", '<a>\n  {/* trackwright-ignore-next-line unknown-event: theirs */}\n  {send("Ping")}\n</a>'],
    [
      "in markup",
      '<a>\n  <!-- trackwright-ignore-next-line unknown-event: theirs -->\n  {send("Ping")}\n</a>',
    ],
    ["for the whole file", '// trackwright-ignore-file unknown-event: theirs\n\n\nsend("Ping");'],
    ["until a day", '// trackwright-ignore-next-line unknown-event until 2026-06-01: soon\nsend("Ping");'],
    [
      "beside one about another rule",
      '// trackwright-ignore-next-line unknown-event: theirs\n// trackwright-ignore-next-line dynamic-event-name: x\nsend("Ping");',
    ],
  ])("%s", (_, text) => {
    const { lines, suppressed } = lint(text);
    expect(lines.filter((line) => !line.endsWith("unused-suppression"))).toEqual([]);
    expect(suppressed).toBe(1);
  });

  test("and nothing else", () => {
    expect(lint('// trackwright-ignore-next-line unknown-event: theirs\nsend("Ping");')).toEqual(clean);
    const text = '// trackwright-ignore-next-line unknown-event: theirs\nsend("Ping");\nsend("Pong");';
    expect(lint(text)).toEqual({ lines: ["3 code unknown-event"], suppressed: 1 });
  });
});

describe("a comment that is wrong is a finding of the code", () => {
  test.each([
    [
      "unused",
      "// trackwright-ignore-next-line unknown-event: theirs\nsend(1);",
      ["1 code unused-suppression"],
    ],
    [
      "above nothing",
      "send(1);\n// trackwright-ignore-next-line unknown-event: theirs",
      ["2 code unused-suppression"],
    ],
    [
      "of an unknown rule",
      '// trackwright-ignore-next-line unkown-event: theirs\nsend("Ping");',
      ["1 code unknown-suppression", "2 code unknown-event"],
    ],
    ["of no rule", "// trackwright-ignore-next-line\nsend(1);", ["1 code unknown-suppression"]],
    [
      "of another keyword",
      "// trackwright-ignore-line unknown-event: x\nsend(1);",
      ["1 code unknown-suppression"],
    ],
    [
      "without a reason",
      '// trackwright-ignore-next-line unknown-event\nsend("Ping");',
      ["1 code suppression-without-reason"],
    ],
    [
      "past its day",
      '// trackwright-ignore-next-line unknown-event until 2026-05-31: soon\nsend("Ping");',
      ["1 code suppression-expired", "2 code unknown-event"],
    ],
  ])("%s", (_, text, lines) => {
    expect(lint(text).lines).toEqual(lines);
  });

  test("about a rule of the plan it is not told to be unused, since the plan was not checked", () => {
    expect(lint("// trackwright-ignore-next-line missing-owner: x\nsend(1);").lines).toEqual([]);
  });
});

function safeEdits(diagnostics: readonly Diagnostic[]): readonly TextEdit[] {
  return diagnostics.flatMap(({ fixes = [] }) =>
    fixes.filter(({ safe }) => safe).flatMap(({ edits }) => edits),
  );
}

test("--fix takes out a comment that sets nothing aside, and leaves the code", () => {
  const text =
    "a();\n  // trackwright-ignore-next-line unknown-event: theirs\nb(); /* trackwright-ignore unknown-event: x */\n";
  const code = handScan({ "web/a.ts": text });
  const { diagnostics } = checkPlan(plan, { today: exampleDay, mirrors: ["code"], facts: { code } });
  const files = [{ path: "web/a.ts", text }];
  const edits = safeEdits(diagnostics);
  expect(applyEdits(files, edits)).toEqual([{ path: "web/a.ts", text: "a();\nb();\n" }]);
});

test("a misspelled name is renamed in the quotes that it has", () => {
  const text = "send( 'signed_up' ); send(\"signed_up\"); send(`signed_up`);";
  const code = handScan({ "web/a.ts": text });
  const emissions = code.emissions.length;
  expect(emissions).toBe(1);
  const { diagnostics } = checkPlan(plan, { today: exampleDay, mirrors: ["code"], facts: { code } });
  const files = [{ path: "web/a.ts", text }];
  const edits = safeEdits(diagnostics);
  expect(applyEdits(files, edits)[0]?.text).toBe(text.replace('"signed_up"', '"Signed Up"'));
});
