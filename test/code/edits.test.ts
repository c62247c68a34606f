// A scan after edits finds what a scan of everything finds: random edits of real small projects, one after the other,
// each scanned both ways.
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openScanMemory } from "../../src/cache/scan-memory.js";
import { languageOf } from "../../src/code/languages.js";
import type { ScanMemory } from "../../src/code/rounds/scan-memory.js";
import { scanProject } from "../../src/code/scan.js";
import { temporaryFolder } from "../cli/spawn.js";

const cases = fileURLToPath(new URL("../cases/code/", import.meta.url));

/** Everything that a scan tells, with the places that are worked out when somebody asks. */
async function told(root: string, memory?: ScanMemory): Promise<string> {
  const scan = await scanProject({ root, places: true, given: true, suspects: true, memory });
  const [emissions, given, suspects] = [scan.emissions, scan.given ?? [], scan.suspects ?? []].map((all) =>
    all.map(({ payloadAt, timestampAt, ...emission }) => ({
      ...emission,
      places: [payloadAt?.(), timestampAt?.()],
    })),
  );
  const { problems, skipped, files, parsed, texts } = scan;
  return JSON.stringify({ emissions, given, suspects, problems, skipped, files, parsed, texts: [...texts] });
}

/** Edits of a file of code, by what they are called when they fail. */
const edits: Readonly<Record<string, (path: string, at: number, other: string) => void>> = {
  "put a line on top": (path) => change(path, (text) => `// moved\n${text}`),
  "add an export": (path, at) => change(path, (text) => `${text}\nexport const added${at} = "Added";\n`),
  "take a line out": (path, at) => change(path, (text) => without(text, at, /^/)),
  "take an import out": (path, at) => change(path, (text) => without(text, at, /^import|require\(/)),
  "rename a word": (path, at) =>
    change(path, (text) => {
      const word = nth(text.match(/\b[a-zA-Z_]{4,}\b/g), at);
      return word === undefined ? text : text.replaceAll(new RegExp(`\\b${word}\\b`, "g"), `${word}X`);
    }),
  "change a text": (path, at) =>
    change(path, (text) => {
      const literal = nth(text.match(/(["'])[^"'\n]{1,40}\1/g), at);
      return literal === undefined ? text : text.replace(literal, () => `"Another ${at}"`);
    }),
  "break it": (path, at) =>
    change(
      path,
      (text) => `${text.slice(0, at % (text.length + 1))}{(\`${text.slice(at % (text.length + 1))}`,
    ),
  "put another in its place": (path, _at, other) => change(path, () => readFileSync(other, "utf8")),
  "move it": (path, at) => renameSync(path, join(dirname(path), `moved-${at}-${basename(path)}`)),
  "delete it": (path) => rmSync(path),
  "add a wrapper beside it": (path, at) => {
    const name =
      nth(readFileSync(path, "utf8").match(/(?<=export (?:const|function|class) )\w+/g), at) ?? "track";
    const from = basename(path, extname(path));
    writeFileSync(
      join(dirname(path), `wrapper-${at % 3}.ts`),
      `import { ${name} } from "./${from}";\nexport const wrapped = (name: string) => ${name}(name, { a: 1 });\nwrapped("Wrapped ${at}");\n`,
    );
  },
  "let it be ignored": (path) => writeFileSync(join(dirname(path), ".gitignore"), `${basename(path)}\n`),
  "lead imports elsewhere": (path, at) =>
    writeFileSync(
      join(dirname(path), "tsconfig.json"),
      JSON.stringify({ compilerOptions: { baseUrl: ".", paths: { [`${"@~$"[at % 3]}/*`]: ["./*"] } } }),
    ),
  "make a package of its folder": (path, at) =>
    writeFileSync(
      join(dirname(path), "package.json"),
      JSON.stringify({
        name: ["@shop/events", "react", "mixpanel-browser"][at % 3],
        exports: `./${basename(path)}`,
      }),
    ),
};

function change(path: string, by: (text: string) => string): void {
  writeFileSync(path, by(readFileSync(path, "utf8")));
}

function without(text: string, at: number, pattern: RegExp): string {
  const lines = text.split("\n");
  const line = nth(
    lines.flatMap((one, index) => (pattern.test(one) ? [index] : [])),
    at,
  );
  return line === undefined ? text : lines.toSpliced(line, 1).join("\n");
}

function nth<T>(all: readonly T[] | null, at: number): T | undefined {
  return all === null || all.length === 0 ? undefined : all[at % all.length];
}

function codeIn(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => languageOf(path) !== undefined)
    .sort()
    .map((path) => join(root, path));
}

const edit = fc.record({
  name: fc.constantFrom(...Object.keys(edits)),
  file: fc.nat(999),
  other: fc.nat(999),
  at: fc.nat(9999),
});

describe("after edits, the same is found as without what is remembered", () => {
  test.each(readdirSync(cases))("in %s", async (name) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(edit, { minLength: 1, maxLength: 2 }), { maxLength: 6 }),
        async (steps) => {
          const root = join(temporaryFolder(), "project");
          cpSync(join(cases, name), root, { recursive: true });
          mkdirSync(join(root, ".git"), { recursive: true });
          const memory = openScanMemory(join(root, ".git"), "key", { owner: 1, now: () => Date.now() });
          await told(root, memory);
          for (const step of steps) {
            for (const { name: which, file, other, at } of step) {
              const all = codeIn(root);
              const path = nth(all, file);
              if (path !== undefined && existsSync(path)) edits[which]?.(path, at, nth(all, other) ?? path);
            }
            expect(await told(root, memory)).toBe(await told(root));
          }
        },
      ),
      { numRuns: 5 },
    );
  });
});
