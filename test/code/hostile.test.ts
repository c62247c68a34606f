// What a scanner must survive: files that are broken, enormous, deep, or gone.
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import type { CodeScan } from "../../src/code/emission.js";
import { disk } from "../../src/code/files/looks.js";
import { scanProject } from "../../src/code/scan.js";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function project(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = mkdtempSync(join(tmpdir(), "trackwright-scan-"));
  folders.push(root);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

const good = 'analytics.track("Good");\n';

function names({ emissions }: CodeScan): readonly string[] {
  return emissions.flatMap(({ name }) => name?.names.map((one) => one.name) ?? []);
}

describe("a scan", () => {
  test("reads files beside a bundle of 10 MB, and names the bundle", async () => {
    const bundle = `analytics.track("In Bundle");${"var a=[1,2,3].map(function(b){return b+1});".repeat(240_000)}`;
    const scan = await scanProject({ root: project({ "src/bundle.js": bundle, "src/good.ts": good }) });
    expect(names(scan)).toEqual(["Good"]);
    expect(scan.problems.map(({ kind, span }) => [kind, span.file])).toEqual([
      ["too-large", "src/bundle.js"],
    ]);
  });

  test("goes on where a call leads deeper than the stack, and names the call", () => {
    const steps = Array.from({ length: 100 }, (_, i) => {
      const before = i === 0 ? `({ name: "Lost" })` : `v${i - 1}()`;
      return `const v${i} = () => ({ ...(on ? ${before} : ${before}), a${i}: ${i} });\n`;
    });
    const deep = `${steps.join("")}analytics.track(v99().name);\n${good}`;
    const root = project({ "src/deep.ts": deep, "src/good.ts": good });
    const cli = [fileURLToPath(new URL("../../bin/trackwright.js", import.meta.url)), "scan", "--no-plan"];
    // A tenth of the usual stack stands for a circle that nobody has thought of.
    const run = spawnSync(process.execPath, ["--stack-size=100", ...cli, "--no-cache"], {
      cwd: root,
      encoding: "utf8",
    });
    expect(run.stderr).toBe("");
    expect(run.status).toBe(0);
    expect(run.stdout).toContain("src/deep.ts:101  This call leads too deep to be followed.\n");
    expect(run.stdout).toContain("2 emissions of 1 event in 2 files, 1 problem.\n");
  });

  test("names a file that it can't read, once", async () => {
    const root = project({ "src/closed.ts": good, "src/good.ts": good });
    const closed = (path: string): boolean => path.endsWith("closed.ts");
    const looks = {
      ...disk,
      kindOf: (path: string) => (closed(path) ? "file" : disk.kindOf(path)),
      read(path: string) {
        if (closed(path)) throw new Error("EACCES");
        return disk.read(path);
      },
    };
    const scan = await scanProject({ root, looks });
    expect(names(scan)).toEqual(["Good"]);
    expect(scan.problems).toMatchObject([{ kind: "unreadable", span: { file: "src/closed.ts" } }]);
  });

  test("says which files it left out as built, where they may hold a call", async () => {
    const long = `${"var a=[1,2,3].map(function(b){return b+1});".repeat(1_000)}`;
    const scan = await scanProject({
      root: project({
        "src/long.js": `${long}analytics.track("In Bundle");`,
        "src/index-0a1b2c3d4e5f60718293.js": good,
        "src/quiet.js": long,
        "src/good.ts": good,
      }),
    });
    expect(names(scan)).toEqual(["Good"]);
    expect(scan.skipped).toEqual([
      { file: "src/index-0a1b2c3d4e5f60718293.js", reason: "a bundler named it by a hash" },
      { file: "src/long.js", reason: "its lines are as long as a tool writes them" },
    ]);
  });

  test("leaves out what was minified and formatted again, and no source with short names", async () => {
    const one = "function f(a, b) {\n  return !0 === a ? (b = !1) : void 0;\n}\n";
    const minified = one.repeat(1_000);
    const scan = await scanProject({
      root: project({
        "src/formatted.js": `${minified}analytics.track("In Bundle");`,
        "src/short.js": `${minified.replaceAll("!0", "true").replaceAll("!1", "false")}${good}`,
        "src/long.js": `${minified.replaceAll("a, b", "name, value")}${good}`,
        "src/small.js": `${one.repeat(300)}${good}`,
      }),
    });
    expect(names(scan)).toEqual(["Good", "Good", "Good"]);
    expect(scan.skipped).toEqual([
      { file: "src/formatted.js", reason: "its names are as short as a tool makes them" },
    ]);
  });

  test("names a file in UTF-16, which it does not read", async () => {
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(good, "utf16le")]);
    const scan = await scanProject({ root: project({ "src/wide.ts": wide, "src/good.ts": good }) });
    expect(names(scan)).toEqual(["Good"]);
    expect(scan.problems).toMatchObject([{ kind: "encoding", span: { file: "src/wide.ts" } }]);
  });

  test("reads a file of one line", async () => {
    const line = `${"f(1);".repeat(2000)}analytics.track("Far Right")`;
    const scan = await scanProject({ root: project({ "a.ts": line }) });
    expect(names(scan)).toEqual(["Far Right"]);
    expect(scan.emissions[0]?.span.start).toBe(10_000);
  });

  test("reads a field that another instance's field becomes", async () => {
    const text = [
      "export class Model {",
      "  groups = new Map();",
      "  merge(other: Model) {",
      "    this.groups = other.groups;",
      '    this.groups.capture("none");',
      '    analytics.track("Merged");',
      "  }",
      "}",
    ].join("\n");
    expect(names(await scanProject({ root: project({ "src/model.ts": text }) }))).toEqual(["Merged"]);
  });

  test("reads objects that are put together in many steps, of themselves and of each other", async () => {
    const steps = Array.from({ length: 30 }, (_, index) => [
      `  if (is(${index})) one = { ...one, a${index}: ${index} };`,
      `  if (is(${index})) two = { ...one, ...two, b${index}: one };`,
    ]).flat();
    const text = [
      "export function send(is: (step: number) => boolean) {",
      "  let one: object = { first: 1 };",
      "  let two: object = { second: 2 };",
      ...steps,
      '  analytics.track("One", one);',
      '  analytics.track("Two", { ...two, nested: [one, two] });',
      '  analytics.track("Spread", { ...one });',
      "}",
    ].join("\n");
    const scan = await scanProject({ root: project({ "src/steps.ts": text }) });
    expect(names(scan)).toEqual(["One", "Two", "Spread"]);
    const sent = scan.emissions.at(2)?.properties;
    const keys = sent?.kind === "object" ? sent.properties.map(({ name, optional }) => [name, optional]) : [];
    // Each step keeps what was there before it.
    expect(keys).toHaveLength(31);
    expect(keys.slice(0, 2)).toEqual([
      ["first", false],
      ["a0", true],
    ]);
  });

  test("reads a type of as many names as a library has icons", async () => {
    const icons = Array.from({ length: 8_000 }, (_, index) => `  | "icon-${index}"`).join("\n");
    const scan = await scanProject({
      root: project({ "src/icons.ts": `export type Icon =\n${icons};\n${good}` }),
    });
    expect(names(scan)).toEqual(["Good"]);
    expect(scan.problems).toEqual([]);
  });

  test("reads markup that never ends", async () => {
    const script = "<script>\nanalytics.track('Good');\n</script>\n";
    const endless = [
      "<!-- ",
      "<style ",
      ' @click="f(',
      " @click='f(",
      " on:click={f(",
      "<p @a='f()' on:b={g()} ",
    ];
    const files = endless.flatMap((text, index) =>
      ["vue", "svelte"].map(
        (ending) => [`src/${index}.${ending}`, script + `${text}\n`.repeat(20_000)] as const,
      ),
    );
    const scan = await scanProject({ root: project(Object.fromEntries(files)) });
    expect(names(scan)).toEqual(files.map(() => "Good"));
    expect(scan.problems).toEqual([]);
  });

  const depth = 20_000;
  test.each([
    ["brackets", `x(${"[\n".repeat(depth)}${"]".repeat(depth)})`],
    ["functions", `${"function f(){\n".repeat(depth)}${"}".repeat(depth)}`],
    ["templates", `x=${"`${\n".repeat(depth)}1${"}`".repeat(depth)}`],
    ["types", `let x: ${"A<\n".repeat(depth)}B${">".repeat(depth)}`],
    ["elements", `x=${"<a>\n".repeat(depth)}${"</a>".repeat(depth)}`],
    ["sums", `x=${"'a'+\n".repeat(100_000)}'b'`],
    ["chains of calls", `x${".a()\n".repeat(100_000)}`],
    ["conditions", `x=${"a?b:\n".repeat(100_000)}c`],
    ["else if", `${"if(a){}else\n".repeat(100_000)}{}`],
    ["words", `x=${"typeof\n".repeat(100_000)}a`],
  ])("refuses code of endless %s without falling", async (_what, text) => {
    const scan = await scanProject({ root: project({ "deep.tsx": `${good}${text}`, "good.ts": good }) });
    expect(names(scan)).toContain("Good");
    expect(scan.problems.map(({ span }) => span.file)).toEqual(["deep.tsx"]);
  });

  test.each([
    ["a sum of many parts", `analytics.track(${'"a" + '.repeat(900)}"z")`],
    ["a name that is made of itself", "let a = 'x'; a = a + a; a = a + b; let b = a + a; analytics.track(a)"],
    ["functions that call each other", "const f = () => g(); const g = () => f(); analytics.track(f())"],
    [
      "spreads of each other",
      "let a = {}; let b = { ...a }; a = { ...b, ...a }; b = { ...a, ...b, c: 1 }; analytics.track('x', { ...a, ...b })",
    ],
    [
      "a wrapper that calls itself",
      "function track(name) { analytics.track(name); track(name + 1); track(name + name) } track('x')",
    ],
    [
      "classes that extend each other",
      "class A extends B {} class B extends A { m() { this.x.track('a') } } new A().y.track('b')",
    ],
    [
      "names of the prototype",
      "const o = { __proto__: 'P', constructor: 'C' }; analytics.track(o.constructor, { __proto__: 1, toString: 2 })",
    ],
  ])("ends on %s", async (_what, text) => {
    const scan = await scanProject({ root: project({ "a.js": text, "good.ts": good }) });
    expect(names(scan)).toContain("Good");
    expect(scan.problems).toEqual([]);
  });

  test("heeds what a repository above the project leaves out", async () => {
    const root = project({
      ".git/HEAD": "",
      ".gitignore": "/shop/ignored.ts\nold/\n",
      "shop/.gitignore": "!old/kept.ts\n",
      "shop/ignored.ts": good,
      "shop/old/lost.ts": good,
      "shop/found.ts": good,
    });
    const scan = await scanProject({ root: join(root, "shop") });
    expect(scan.emissions.map(({ span }) => span.file)).toEqual(["found.ts"]);
  });

  test("follows links without going in circles", async () => {
    const root = project({ "src/good.ts": good });
    symlinkSync(root, join(root, "src", "round"));
    symlinkSync(join(root, "nowhere"), join(root, "src", "lost.ts"));
    expect(names(await scanProject({ root }))).toEqual(["Good"]);
  });

  test.skipIf(process.getuid?.() === 0)("goes on past what may not be read", async () => {
    const root = project({ "src/good.ts": good, "src/shut.ts": good });
    chmodSync(join(root, "src/shut.ts"), 0);
    expect(names(await scanProject({ root }))).toEqual(["Good"]);
  });

  test("finds each call at its place, whatever stands around it", async () => {
    const noise = fc.constantFrom(
      "// é 日本 😀\n",
      "\r\n",
      "/* analytics.track('no') */ ",
      "const t = `a 😀`;\n",
      "if (x) { y(); }\r\n",
      "type T = { a: string };\n",
      '"use strict";\n',
      "\u2028",
      "const r = /[/]'\"/g;\n",
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(noise, { maxLength: 8 }),
        fc.array(noise, { maxLength: 4 }),
        fc.boolean(),
        async (before, after, mark) => {
          const call = 'analytics.track("Größe 😀", { a: 1 })';
          const text = `${mark ? "\uFEFF" : ""}${before.map((one, index) => one.replace(/\b([tr]) =/, `$1${index} =`)).join("")}\n${call};\n${after.map((one, index) => one.replace(/\b([tr]) =/, `$1_${index} =`)).join("")}`;
          const scan = await scanProject({ root: project({ "a.ts": text }) });
          const [emission] = scan.emissions;
          expect(scan.emissions).toHaveLength(1);
          expect(text.slice(emission?.span.start, emission?.span.end)).toBe(call);
          const [name] = emission?.name?.names ?? [];
          expect(text.slice(name?.span.start, name?.span.end)).toBe('"Größe 😀"');
        },
      ),
      { numRuns: 40 },
    );
  });
});
