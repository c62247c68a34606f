// Makes one mistake for each rule in a copy of the store's project, and holds the command line to one finding each:
// of that rule, at that place. Then it makes them together.
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { rules } from "../../src/rules/registry.js";
import { run } from "../cli/spawn.js";
import { baseMistakes } from "./base-mistakes.js";
import { codeMistakes } from "./store-code-mistakes.js";
import {
  brokenMistakes,
  type Edit,
  generatedMistakes,
  type Mistake,
  planMistakes,
} from "./store-mistakes.js";

const store = join(import.meta.dirname, "../..");
const mistakes = [...planMistakes, ...brokenMistakes, ...generatedMistakes, ...baseMistakes, ...codeMistakes];

type Finding = {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
};

function copyOfStore(): string {
  const root = mkdtempSync(join(tmpdir(), "trackwright-mistakes-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const folder of ["tracking-plan", "generated", "web"])
    cpSync(join(store, folder), join(root, folder), { recursive: true });
  return root;
}

function apply(root: string, edit: Edit): void {
  if ("remove" in edit) {
    rmSync(join(root, edit.remove));
    return;
  }
  if ("link" in edit) {
    symlinkSync("nowhere.yaml", join(root, edit.link));
    return;
  }
  const path = join(root, edit.file);
  if ("whole" in edit) {
    writeFileSync(path, edit.whole);
    return;
  }
  if ("append" in edit) {
    mkdirSync(dirname(path), { recursive: true });
    appendFileSync(path, edit.append);
    return;
  }
  const parts = readFileSync(path, "utf8").split(edit.find);
  expect(parts.length, `times that ${edit.file} holds ${JSON.stringify(edit.find)}`).toBe(2);
  writeFileSync(path, parts.join(edit.text));
}

function lint(root: string, mirrors: string, base?: string): readonly Finding[] {
  const args = [
    "lint",
    "--only",
    mirrors,
    "--format",
    "json",
    ...(base === undefined ? [] : ["--base", base]),
  ];
  const { code, stdout, stderr } = run(args, { cwd: root });
  expect([0, 1], stderr).toContain(code);
  const { findings }: { readonly findings: readonly Finding[] } = JSON.parse(stdout);
  return findings;
}

/** The text that a finding flags, or the file where it flags none. */
function flagged(root: string, finding: Finding): string {
  if (finding.line === finding.endLine && finding.column === finding.endColumn) return finding.file;
  const lines = readFileSync(join(root, finding.file), "utf8").split("\n");
  const [first = "", ...more] = lines.slice(finding.line - 1, finding.endLine);
  const last = more.pop();
  if (last === undefined) return first.slice(finding.column - 1, finding.endColumn - 1);
  return [first.slice(finding.column - 1), ...more, last.slice(0, finding.endColumn - 1)].join("\n");
}

/** `rule: flagged text` of each finding; where the mistake only names a file, `rule: file`. */
function told(root: string, findings: readonly Finding[], made: readonly Mistake[]): readonly string[] {
  return findings
    .map((finding) => {
      const at = made.find(({ rule }) => rule === finding.rule)?.at;
      return `${finding.rule}: ${typeof at === "object" ? finding.file : flagged(root, finding)}`;
    })
    .sort();
}

function expected(made: readonly Mistake[]): readonly string[] {
  return made.map(({ rule, at }) => `${rule}: ${typeof at === "object" ? at.file : at}`).sort();
}

/** The findings that follow from another one by design, taken out. */
function withoutFollowing(findings: readonly Finding[], made: readonly Mistake[]): readonly Finding[] {
  const left = [...findings];
  for (const { also } of made) {
    if (also === undefined) continue;
    const index = left.findLastIndex(({ rule }) => rule === also.rule);
    expect(index, `a finding of ${also.rule}: ${also.because}`).toBeGreaterThanOrEqual(0);
    left.splice(index, 1);
  }
  return left;
}

/** Mistakes in code need the code looked at; only mistakes with the generated files and with targets need the generated files looked at. */
function mirrorsOf(made: readonly Mistake[]): string {
  const rulesOfCode = new Set(rules.filter(({ mirror }) => mirror === "code").map(({ id }) => id));
  if (made.every(({ rule }) => rulesOfCode.has(rule))) return "code";
  const needs = made.some(
    ({ rule }) =>
      rules.find(({ id }) => id === rule)?.reportedBy === "generators" || /-output-|^generated-/.test(rule),
  );
  return needs ? "plan,generated,consumers" : "plan,consumers";
}

function expectFindings(made: readonly Mistake[]): void {
  const root = copyOfStore();
  for (const { edit, and } of made) {
    apply(root, edit);
    for (const one of [and ?? []].flat()) apply(root, one);
  }
  const compares = made.some(({ rule }) => rules.find(({ id }) => id === rule)?.mirror === "base");
  const base = compares ? copyOfStore() : undefined;
  for (const { before } of made) if (base !== undefined && before !== undefined) apply(base, before);
  const findings = lint(root, compares ? "base" : mirrorsOf(made), base);
  expect(told(root, withoutFollowing(findings, made), made)).toEqual(expected(made));
}

describe("the store's project with one mistake gives one finding", () => {
  test("and without one none", () => {
    expect(lint(copyOfStore(), "plan,generated,code,consumers")).toEqual([]);
  });

  test.each(mistakes.map((mistake) => [mistake.rule, mistake] as const))("%s", (_, mistake) => {
    expectFindings([mistake]);
  });

  test("of every rule there is", () => {
    const shown = mistakes.map(({ rule }) => rule);
    const missing = rules.map(({ id }) => id).filter((id) => !shown.includes(id));
    expect(missing, "rules without a mistake: add one to store-mistakes.ts or its neighbours").toEqual([]);
    expect(shown.toSorted()).toEqual(rules.map(({ id }) => id).sort());
  });
});

describe("the store's project with the mistakes of many rules gives one finding each", () => {
  const together = (made: readonly Mistake[]) => made.filter(({ alone }) => alone === undefined);

  test("of what the rules say", () => expectFindings(together(planMistakes)));
  test("of what the loader says", () => expectFindings(together(brokenMistakes)));
  test("of what the generated files say", () => expectFindings(together(generatedMistakes)));
  test("of what the code says", () => expectFindings(together(codeMistakes)));
});
