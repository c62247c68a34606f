// Hostile plans: whatever lies in a plan folder ends in findings, in bounded time and memory.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findPlan, type LoadedPlan, loadPlan, UnreadablePlanError } from "../../src/plan/load.js";
import {
  expectSoundFindings,
  headText,
  loadBody,
  loadFiles,
  rulesOf,
  withPlanFolder,
} from "./plan-folder.js";

/** Loads, checks that every finding is sound, and gives the rules found. */
function rulesFor(content: string | Uint8Array): string[] {
  const loaded = loadBody(content);
  expectSoundFindings(loaded);
  return rulesOf(loaded);
}

const repeat = (text: string, count: number) => text.repeat(count);
const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join("\n");

describe("aliases", () => {
  test("an alias bomb is refused", () => {
    const levels = lines(12, (level) => {
      const items = level === 0 ? "x, x, x, x, x, x, x, x, x, x" : repeat(`*l${level - 1}, `, 10);
      return `  E${level}: { tags: &l${level} [${items}] }`;
    });
    expect(rulesFor(`events:\n${levels}\n`)).toContain("alias-bomb");
  });

  test("a bomb that grows slowly is refused too", () => {
    const big = `&big { ${lines(2_000, (index) => `p${index}: string,`).replaceAll("\n", " ")} }`;
    const uses = lines(2_000, (index) => `  E${index}: { properties: *big }`);
    expect(rulesFor(`events:\n  First: { properties: ${big} }\n${uses}\n`)).toContain("alias-bomb");
  });

  test("a hundred aliases of one entry are fine", () => {
    const uses = lines(100, (index) => `  E${index}: { properties: *p }`);
    expect(rulesFor(`events:\n  First: { properties: &p { a: string, b: integer } }\n${uses}\n`)).toEqual([]);
  });

  test("an alias inside its own anchor ends", () => {
    expect(rulesFor("types:\n  T: &t { properties: { a: *t } }\n")).toHaveLength(1);
    expect(rulesFor("events: &e\n  A: *e\n")).toHaveLength(1);
    expect(rulesFor("&root\nevents: *root\n")).toHaveLength(1);
  });
});

describe("nesting and size", () => {
  const depth = 3_000;
  const block = (count: number) => lines(count, (level) => `${repeat(" ", level)}k:`);

  test("blocks thousands deep", () => expect(rulesFor(`${block(depth)} x\n`)).toEqual(["input-too-large"]));

  test.each([
    ["open lists", repeat("[", 20_000)],
    ["open maps", repeat("{ a: ", 20_000)],
    ["closed lists", repeat("[", 20_000) + repeat("]", 20_000)],
    ["closed maps", repeat("{a: ", 20_000) + repeat("}", 20_000)],
    ["list items on one line", `${repeat("- ", 20_000)}x`],
    ["explicit keys", repeat("? ", 20_000)],
  ])("%s, thousands deep", (_, value) => {
    const rules = rulesFor(`events:\n  A:\n    examples:\n      ${value}\n`);
    expect(rules).toHaveLength(1);
    expect(["input-too-large", "yaml-syntax"]).toContain(rules[0]);
  });

  test("inline objects thousands deep", () => {
    const value = `${repeat("{ properties: { a: ", 2_000)}string${repeat(" } }", 2_000)}`;
    expect(rulesFor(`types:\n  T: ${value}\n`)).toHaveLength(1);
  });

  test("a scalar of 5 MB is text like any other", () => {
    expect(rulesFor(`events:\n  A:\n    description: ${repeat("word ", 1_000_000)}\n`)).toEqual([]);
    expect(rulesFor(`events:\n  A:\n    description: "${repeat("word ", 1_000_000)}"\n`)).toEqual([]);
    expect(rulesFor(`events:\n  A:\n    description: |\n${repeat("      word\n", 400_000)}`)).toEqual([]);
  });

  test("a scalar of 5 MB where a word is expected gives a finding that can be read", () => {
    const long = repeat("word", 1_250_000);
    for (const entry of [
      `status: ${long}`,
      `source: ${long}`,
      `${long}: x`,
      `deprecated: { since: ${long} }`,
      `properties: { a: ${long} }`,
    ]) {
      expect(rulesFor(`events:\n  A: { ${entry} }\n`), entry.slice(0, 20)).toHaveLength(1);
    }
  });

  test("a file of 5,000 lines is clean and quick", () => {
    const events = lines(
      1_250,
      (index) => `  Event ${index}:\n    owner: team\n    properties:\n      order_id: string`,
    );
    const loaded = loadBody(`events:\n${events}\n`);
    expect(loaded.diagnostics).toEqual([]);
    expect(loaded.value?.events).toHaveLength(1_250);
  });

  test("10,000 mistakes are 10,000 findings", () => {
    const events = lines(10_000, (index) => `  Event ${index}: { ownr: team }`);
    const loaded = loadBody(`events:\n${events}\n`);
    expect(loaded.diagnostics).toHaveLength(10_000);
    expect(rulesOf(loaded)).toEqual(["unknown-key"]);
  });

  test("10,000 unknown names among 10,000 known ones", () => {
    const groups = lines(10_000, (index) => `  Group number ${index}: { properties: { a: string } }`);
    const events = lines(10_000, (index) => `  Event ${index}: { include: [Grup numbr ${index}] }`);
    const loaded = loadBody(`groups:\n${groups}\nevents:\n${events}\n`);
    expect(loaded.diagnostics).toHaveLength(10_000);
    expect(rulesOf(loaded)).toEqual(["unknown-reference"]);
    expect(loaded.diagnostics[0]?.message).toContain('"Group number 0"');
  });

  test("10,000 syntax errors in one file end", () => {
    const loaded = loadBody(`events:\n${lines(10_000, (index) => `  Event ${index}: { a: [ }`)}\n`);
    expectSoundFindings(loaded);
    expect(rulesOf(loaded)).toContain("yaml-syntax");
  });

  test("10,000 definitions of one name, and 10,000 equal keys", () => {
    const files = new Map(
      Array.from({ length: 300 }, (_, index) => [`f${index}.yaml`, "events:\n  A: {}\n"] as const),
    );
    const loaded = loadFiles(files);
    expectSoundFindings(loaded);
    expect(loaded.diagnostics).toHaveLength(299);
    expect(rulesFor(`events:\n${lines(10_000, () => "  A: {}")}\n`).length).toBe(1);
  });

  test("10,000 files' worth of includes of one group", () => {
    const events = lines(5_000, (index) => `  Event ${index}: { include: [G] }`);
    const properties = lines(100, (index) => `      p${index}: string`);
    expect(rulesFor(`groups:\n  G:\n    properties:\n${properties}\nevents:\n${events}\n`)).toEqual([]);
  });

  test("types that refer to each other in a long chain and a long circle", () => {
    const chain = lines(5_000, (index) => `  T${index}: T${index + 1}`);
    expect(rulesFor(`types:\n${chain}\n  T5000: string\n`)).toEqual([]);
    expect(rulesFor(`types:\n${chain}\n  T5000: T0\n`)).toEqual(["circular-type"]);
    const required = lines(5_000, (index) => `  T${index}: { properties: { next: T${index + 1} } }`);
    expect(rulesFor(`types:\n${required}\n  T5000: { properties: { next: T0 } }\n`)).toEqual([
      "circular-type",
    ]);
  });

  test("unions that refer to each other in many ways stay small", () => {
    const unions = lines(60, (index) => `  U${index}: U${index + 1} | U${index + 2}`);
    const ends = "  U60: string\n  U61: integer";
    const body = `types:\n${unions}\n${ends}\nevents:
  A: { idempotency_key: k, timestamp: t, properties: { k: U0, t: timestamp } }
  B: { properties: { u: { type: U0, minLength: 1 }, d: { type: U0, default: x } } }
  C: { properties: { u: { type: "U0 | null", minItems: 1 } } }\n`;
    expect(rulesFor(body)).toEqual(["invalid-type"]);
  });

  test("a long chain of types with constraints", () => {
    const chain = lines(3_000, (index) => `  T${index}: { type: T${index + 1}, minLength: ${index} }`);
    expect(rulesFor(`types:\n${chain}\n  T3000: string\n`)).toEqual([]);
  });

  test("types that double at each step stay small", () => {
    const doubling = lines(
      60,
      (index) => `  T${index}: { properties: { a: T${index + 1}, b: T${index + 1} } }`,
    );
    expect(
      rulesFor(`types:\n${doubling}\n  T60: string\nevents:\n  A: { properties: { t: { type: T0 } } }\n`),
    ).toEqual([]);
    const unions = lines(
      60,
      (index) => `  U${index}: { type: "U${index + 1} | U${index + 1}[]", minItems: 1 }`,
    );
    expectSoundFindings(loadBody(`types:\n${unions}\n  U60: string\n`));
  });

  test("a constraint beside a type that circles ends", () => {
    for (const body of [
      "types:\n  T: T | string\ngroups: { G: { properties: { a: { type: T, minLength: 1 } } } }\n",
      "types:\n  T: { type: T, minLength: 1 }\n",
      "types:\n  T: { type: U, minLength: 1 }\n  U: { type: T, maxLength: 3 }\n",
      'types:\n  T: { type: "T[]", minItems: 1 }\n',
      "types:\n  T: { type: T | T, minLength: 1 }\n",
    ]) {
      expectSoundFindings(loadBody(body));
    }
  });
});

describe("type expressions", () => {
  test.each([
    ["parentheses", `${repeat("(", 5_000)}string${repeat(")", 5_000)}`],
    ["open parentheses", repeat("(", 5_000)],
    ["maps", `${repeat("map(", 5_000)}string${repeat(")", 5_000)}`],
    ["arrays", `string${repeat("[]", 5_000)}`],
  ])("%s, thousands deep", (_, type) => {
    expect(rulesFor(`types:\n  T: "${type}"\n`)).toEqual(["invalid-type"]);
  });

  test("a union and an enum of 10,000 members", () => {
    expect(
      rulesFor(`types:\n  T: ${lines(10_000, (index) => `T${index}`).replaceAll("\n", " | ")}\n`),
    ).toEqual(["unknown-reference"]);
    expect(
      rulesFor(`types:\n  T: enum(${lines(10_000, (index) => `v${index}`).replaceAll("\n", ", ")})\n`),
    ).toEqual([]);
  });
});

describe("bytes", () => {
  const body = "events:\n  A: { owner: x }\n";

  test.each([
    ["a byte that UTF-8 never has", Buffer.from([...Buffer.from(body), 0xff, 0x0a])],
    ["a sequence that is cut short", Buffer.from([...Buffer.from("events: # "), 0xe2, 0x82, 0x0a])],
    ["an overlong sequence", Buffer.from([0x23, 0xc0, 0xaf, 0x0a])],
    ["a surrogate in UTF-8", Buffer.from([0x23, 0xed, 0xa0, 0x80, 0x0a])],
    ["UTF-16, little end first", Buffer.from(`\ufeff${body}`, "utf16le")],
    ["UTF-16, big end first", Buffer.from(`\ufeff${body}`, "utf16le").swap16()],
    ["UTF-16 without a mark", Buffer.from(body, "utf16le")],
    ["Latin-1", Buffer.from("events:\n  Café: {}\n", "latin1")],
    ["a NUL", Buffer.from("events:\n  A\u0000: {}\n")],
    ["only NULs", Buffer.alloc(10_000)],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d])],
  ])("%s is one finding about the encoding", (_, bytes) => {
    const loaded = loadBody(bytes);
    expectSoundFindings(loaded);
    expect(loaded.diagnostics.map((finding) => finding.rule)).toEqual(["invalid-encoding"]);
  });

  test("the other files are still checked", () => {
    const loaded = loadFiles(
      new Map<string, string | Uint8Array>([
        ["a.yaml", Buffer.from([0xff])],
        ["b.yaml", "events:\n  B: { ownr: x }\n"],
      ]),
    );
    expect(rulesOf(loaded)).toEqual(["invalid-encoding", "unknown-key"]);
  });

  test("control characters and half surrogates never reach a name", () => {
    for (const name of ['"\\ud800"', '"a\\u0000b"', '"a\\u0007b"', "a\u0007b", "a\u007fb"]) {
      expect(rulesFor(`events:\n  ${name}: {}\n`), JSON.stringify(name)).not.toEqual([]);
    }
  });

  test("CRLF ends lines like LF", () => {
    expect(rulesFor(body.replaceAll("\n", "\r\n"))).toEqual([]);
    const text = "events:\n  A:\n    description: |\n      One.\n      Two.\n";
    const loaded = loadBody(text.replaceAll("\n", "\r\n"));
    expect(loaded.diagnostics).toEqual([]);
    expect(loaded.value?.events[0]?.description?.value).toBe("One.\nTwo.\n");
  });

  test("a byte order mark is no part of the text", () => {
    expect(rulesFor(`\ufeff${body}`)).toEqual([]);
    expect(rulesFor("\ufeff")).toEqual([]);
    const head = loadFiles(new Map([["plan.yaml", `\ufeff${headText}`]]));
    expect(head.diagnostics).toEqual([]);
    expect(head.value?.name.value).toBe("acme-store");
  });
});

describe("names that objects have", () => {
  test("nothing leaks into the prototypes", () => {
    const loaded = loadFiles(
      new Map([
        [
          "plan.yaml",
          `${headText}rules: { __proto__: { polluted: true }, x: { severity: error, __proto__: { polluted: true } } }
generate: { __proto__: { out: a, polluted: true }, markdown: { out: b, __proto__: { polluted: true } } }
events:
  __proto__:
    properties: { __proto__: { default: { __proto__: { polluted: true } }, type: object } }
    examples: [{ __proto__: { polluted: true } }]
`,
        ],
      ]),
    );
    expectSoundFindings(loaded);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(loaded.value?.events.map((event) => event.name.value)).toEqual(["__proto__"]);
    expect(loaded.value?.events[0]?.properties.map((property) => property.name.value)).toEqual(["__proto__"]);
    const example = loaded.value?.events[0]?.examples[0]?.value;
    expect(Object.keys(example ?? {})).toEqual(["__proto__"]);
  });

  test.each(["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "__defineGetter__"])(
    "%s is an unknown name where it is not defined",
    (name) => {
      expect(rulesFor(`types:\n  T: ${name}\n`)).toEqual(["unknown-reference"]);
      expect(rulesFor(`events:\n  A: { include: [${name}] }\n`)).toEqual(["unknown-reference"]);
      expect(rulesFor(`events:\n  A: { source: ${name} }\n`)).toEqual(["unknown-reference"]);
      expect(rulesFor(`events:\n  A: { idempotency_key: ${name} }\n`)).toEqual(["unknown-reference"]);
      expect(rulesFor(`events:\n  A: { status: ${name} }\n`)).toEqual(["invalid-value"]);
      expect(rulesFor(`events:\n  A: { ${name}: x }\n`)).toEqual(["unknown-key"]);
      expect(rulesFor(`${name}: x\n`)).toEqual(["unknown-key"]);
      expect(rulesFor(`sequences:\n  s: { steps: [${name}] }\n`)).toEqual(["unknown-reference"]);
      expect(rulesFor(`consumers:\n  c: { kind: ${name} }\n`)).toEqual(["invalid-value"]);
    },
  );
});

describe("patterns", () => {
  const rulesOfPattern = (pattern: string) =>
    rulesFor(`types:\n  T: { type: string, pattern: '${pattern.replaceAll("'", "''")}' }\n`);

  test.each([
    "(a+)+$",
    "(a|a)*$",
    "(a|aa)+$",
    "(.*a){20}$",
    "([a-zA-Z]+)*$",
    "^(([a-z])+.)+[A-Z]([a-z])+$",
    "(a*)*b",
    "(?:a?){30}a{30}b",
    "a{1,100000}",
    "(a{1000}){1000}",
    "((a{100}){100}){100}",
    `${"(".repeat(5_000)}a${")".repeat(5_000)}`,
    "(x+x+)+y",
  ])("%s is refused", (pattern) => {
    expect(rulesOfPattern(pattern)).toEqual(["invalid-pattern"]);
  });

  test.each([
    "^[A-Z]{3}-[0-9]+$",
    "^[a-z0-9]+(-[a-z0-9]+)*$",
    "^https://",
    "^(?:[0-9]{1,3}\\.){3}[0-9]{1,3}$",
    "^\\d{4}-\\d{2}$",
    "^\\w+@\\w+\\.com$",
    "^(red|green|blue)$",
    "^.{1,100}$",
    "^\\S+$",
    "^[^/]+/[^/]+$",
    "^v[0-9]+(\\.[0-9]+){2}$",
    "^[a-f0-9]{64}$",
    "^sub_[A-Za-z0-9]{14,}$",
    "^\\p{Lu}",
    "^(?:19|20)[0-9]{2}$",
    "it's",
  ])("%s is a pattern that plans use", (pattern) => {
    expect(rulesOfPattern(pattern)).toEqual([]);
  });
});

describe("folders", () => {
  test("a symbolic link that leads back into the folder ends", () => {
    withPlanFolder(new Map([["events/a.yaml", "events:\n  A: {}\n"]]), (root) => {
      symlinkSync(".", join(root, "tracking-plan", "loop"));
      symlinkSync("..", join(root, "tracking-plan", "events", "up"));
      const loaded = loadPlan({ root, folder: "tracking-plan" });
      expect(loaded.diagnostics).toEqual([]);
      expect(loaded.files.map((file) => file.path)).toEqual([
        "tracking-plan/events/a.yaml",
        "tracking-plan/plan.yaml",
      ]);
    });
  });

  test("a folder whose name ends in .yaml is a folder", () => {
    const loaded = loadFiles(new Map([["x.yaml/a.yaml", "events:\n  A: {}\n"]]));
    expect(loaded.diagnostics).toEqual([]);
    expect(loaded.value?.events).toHaveLength(1);
  });

  /** Either way out is right: a finding that names the file, or the error of a plan that can't be read. */
  function expectNamed(root: string, name: string): LoadedPlan | undefined {
    try {
      const loaded = loadPlan({ root, folder: "tracking-plan" });
      expectSoundFindings(loaded);
      expect(
        loaded.diagnostics.some((finding) => `${finding.span.file} ${finding.message}`.includes(name)),
      ).toBe(true);
      return loaded;
    } catch (error) {
      expect(error).toBeInstanceOf(UnreadablePlanError);
      expect(String(error)).toContain(name);
      return undefined;
    }
  }

  test("a symbolic link to nothing is named", () => {
    withPlanFolder(new Map(), (root) => {
      symlinkSync("nowhere.yaml", join(root, "tracking-plan", "dangling.yaml"));
      expectNamed(root, "dangling.yaml");
    });
  });

  test("a plan.yaml that is a folder is named", () => {
    const root = mkdtempSync(join(tmpdir(), "trackwright-plan-"));
    try {
      mkdirSync(join(root, "tracking-plan", "plan.yaml"), { recursive: true });
      expectNamed(root, "plan.yaml");
    } finally {
      rmSync(root, { recursive: true });
    }
  });

  test.runIf(process.platform !== "win32")("a pipe is not waited for", () => {
    withPlanFolder(new Map(), (root) => {
      const pipe = join(root, "tracking-plan", "pipe.yaml");
      execFileSync("mkfifo", [pipe]);
      // Were the pipe read, this would end the wait with text that can be seen in the plan.
      const writer = spawn("sh", ["-c", 'printf "events: { Piped: {} }" > "$0"', pipe], { stdio: "ignore" });
      try {
        let loaded: LoadedPlan | undefined;
        try {
          loaded = loadPlan({ root, folder: "tracking-plan" });
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadablePlanError);
        }
        expect(loaded?.files.map((file) => file.path) ?? []).not.toContain("tracking-plan/pipe.yaml");
      } finally {
        writer.kill();
      }
    });
  });

  test("a folder without plan.yaml can't be read as a plan", () => {
    const root = mkdtempSync(join(tmpdir(), "trackwright-plan-"));
    try {
      mkdirSync(join(root, "tracking-plan"));
      writeFileSync(join(root, "tracking-plan", "events.yaml"), "events:\n  A: {}\n");
      expect(() => loadPlan({ root, folder: "tracking-plan" })).toThrow(UnreadablePlanError);
      expect(() => loadPlan({ root, folder: "tracking-plan" })).toThrow("plan.yaml");
      expect(findPlan(root)).toBeUndefined();
    } finally {
      rmSync(root, { recursive: true });
    }
  });

  test("a folder that is not there, and a file in its place, can't be read", () => {
    const root = mkdtempSync(join(tmpdir(), "trackwright-plan-"));
    try {
      expect(() => loadPlan({ root, folder: "tracking-plan" })).toThrow(UnreadablePlanError);
      writeFileSync(join(root, "tracking-plan"), "not a folder");
      expect(() => loadPlan({ root, folder: "tracking-plan" })).toThrow(UnreadablePlanError);
    } finally {
      rmSync(root, { recursive: true });
    }
  });

  test("the plan is found from below, from beside, by name, or not at all", () => {
    withPlanFolder(new Map([["events/a.yaml", ""]]), (root) => {
      const found = { root, folder: "tracking-plan" };
      mkdirSync(join(root, "web", "src"), { recursive: true });
      expect(findPlan(root)).toEqual(found);
      expect(findPlan(join(root, "web", "src"))).toEqual(found);
      expect(findPlan(join(root, "tracking-plan"))).toEqual(found);
      expect(findPlan(join(root, "tracking-plan", "events"))).toEqual(found);
      expect(findPlan(root, "tracking-plan")).toEqual(found);
      expect(findPlan(join(root, "web"), "../tracking-plan")).toEqual(found);
      expect(findPlan(join(root, "web"), join(root, "tracking-plan"))).toEqual(found);
    });
    const empty = mkdtempSync(join(tmpdir(), "trackwright-none-"));
    try {
      expect(findPlan(empty)).toBeUndefined();
    } finally {
      rmSync(empty, { recursive: true });
    }
  });
});
