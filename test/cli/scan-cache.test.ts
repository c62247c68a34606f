// What is remembered of a scan of code: it may save time, and never change an answer.
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { extname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { project } from "./spawn.js";

const cache = "node_modules/.cache/trackwright";
const scan = "scan --no-plan --format json";

/** A small monorepo whose calls are found through an alias, a package and a wrapper. */
function shop(more: Readonly<Record<string, string>> = {}) {
  const made = project();
  const files = {
    "node_modules/.keep": "",
    "tsconfig.json": '{ "compilerOptions": { "paths": { "shop:*": ["./web/*"] } } }',
    ".gitignore": "ignored/\n",
    "packages/events/package.json": '{ "name": "@shop/events", "main": "src/index.ts" }',
    "packages/events/src/index.ts": 'export const opened = "Checkout Opened";\n',
    "packages/events/lib/other.ts": 'export const opened = "Checkout Closed";\n',
    "web/track.ts":
      'import { AnalyticsBrowser } from "@segment/analytics-next";\nconst analytics = AnalyticsBrowser.load({});\nexport const send = (name: string) => analytics.track(name);\n',
    "web/cart.ts":
      'import { send } from "shop:track";\nimport { opened } from "@shop/events";\nsend(opened);\n',
    "web/plain.ts": "export const a = 1;\n",
    "ignored/old.ts":
      'import { AnalyticsBrowser } from "@segment/analytics-next";\nconst analytics = AnalyticsBrowser.load({});\nanalytics.track("Old");\n',
    ...more,
  };
  for (const [path, text] of Object.entries(files)) made.write(path, text);
  return made;
}

type Shop = ReturnType<typeof shop>;

function entries(made: Shop, ending = ".scan"): readonly string[] {
  if (!made.exists(cache)) return [];
  return readdirSync(made.at(cache))
    .filter((name) => name.endsWith(ending))
    .map((name) => made.at(join(cache, name)));
}

/** Whether the run did the work again: then it wrote down what came of it. */
function works(made: Shop, run: () => void): boolean {
  const before = entries(made);
  for (const path of before) utimesSync(path, 1000, 1000);
  run();
  const after = entries(made);
  return after.length !== before.length || after.some((path) => statSync(path).mtimeMs !== 1_000_000);
}

/**
 * Whether runs take the answer from what is remembered. Files that were just written are looked at more closely until
 * they have settled, which one run then writes down: that may be the first of two, and not both.
 */
function repeats(made: Shop, run: () => void): boolean {
  return !works(made, run) || !works(made, run);
}

function events(stdout: string): readonly (string | null)[] {
  const { emissions }: { emissions: readonly { readonly event: string | null }[] } = JSON.parse(stdout);
  return emissions.map(({ event }) => event);
}

describe("a second scan", () => {
  test("says the same from what the first found, and so does every format", () => {
    const made = shop();
    const first = made.run(scan);
    expect(events(first.stdout)).toContain("Checkout Opened");
    expect(entries(made)).toHaveLength(1);
    for (const format of ["json", "text", "markdown"]) {
      const command = `scan --no-plan --format ${format}`;
      const whole = made.run(`${command} --no-cache`);
      expect(repeats(made, () => expect(made.run(command)).toEqual(whole))).toBe(true);
    }
  });

  test("with other options is one of its own", () => {
    const made = shop({ "web/cart.test.ts": 'import { send } from "./track";\nsend("Tested");\n' });
    made.run(scan);
    const tests = made.run(`${scan} --tests`);
    expect(events(tests.stdout)).toContain("Tested");
    expect(events(made.run(scan).stdout)).not.toContain("Tested");
    expect(made.run(`${scan} --tests`)).toEqual(tests);
    expect(entries(made)).toHaveLength(2);
  });

  test("of a folder of the project says what is in it", () => {
    const made = shop({
      "tracking-plan/plan.yaml": "trackwright: 1\nname: shop\nevents:\n  A: { description: An a. }\n",
    });
    const whole = made.run("scan --format json");
    const below = made.run("scan web --format json --no-cache");
    expect(repeats(made, () => expect(made.run("scan web --format json")).toEqual(below))).toBe(true);
    expect(repeats(made, () => expect(made.run("scan --format json")).toEqual(whole))).toBe(true);
  });

  test("asks the TypeScript checker the same", () => {
    const made = shop({
      "web/typed.ts":
        'import { send } from "./track";\nexport const log = (name: "A" | "B") => send(name);\nexport function more(count: number) {\n  window.analytics.track("More", { count });\n}\n',
    });
    const plain = (text: string): string => text.replace(/[\d.]+ s\)/, "s)");
    const first = made.run(`${scan} --types --no-cache`);
    for (let run = 0; run < 2; run++) {
      const again = made.run(`${scan} --types`);
      expect(again.stdout).toBe(first.stdout);
      expect(plain(again.stderr)).toBe(plain(first.stderr));
    }
  });
});

describe("nothing is remembered or used", () => {
  test("with --no-cache", () => {
    const made = shop();
    made.run(`${scan} --no-cache`);
    expect(entries(made)).toEqual([]);
  });

  test("where a file stands in the place of the cache", () => {
    const made = shop({ "node_modules/.cache": "mine" });
    for (let run = 0; run < 2; run++) expect(made.run(scan)).toMatchObject({ code: 0, stderr: "" });
    expect(made.read("node_modules/.cache")).toBe("mine");
  });
});

describe("a scan is done again after", () => {
  const changes: readonly (readonly [what: string, change: (made: Shop) => void, found: boolean])[] = [
    ["an edit", (made) => made.edit("web/cart.ts", "send(opened)", 'send("New")'), true],
    [
      "an edit of a file without calls",
      (made) => made.write("web/plain.ts", 'window.gtag("event", "New");\n'),
      true,
    ],
    [
      "a new file",
      (made) => made.write("web/new.ts", 'import { send } from "./track";\nsend("New");\n'),
      true,
    ],
    [
      "a new folder",
      (made) => made.write("web/new/a.ts", 'import { send } from "shop:track";\nsend("New");\n'),
      true,
    ],
    ["a file that is gone", (made) => made.remove("web/cart.ts"), false],
    [
      "a file that has another name",
      (made) => renameSync(made.at("web/cart.ts"), made.at("web/cart.test.ts")),
      false,
    ],
    ["another tsconfig.json", (made) => made.write("tsconfig.json", "{}"), false],
    [
      "a tsconfig.json that is new",
      (made) =>
        made.write("web/tsconfig.json", '{ "compilerOptions": { "paths": { "shop:*": ["./none/*"] } } }'),
      false,
    ],
    [
      "another package.json",
      (made) => made.edit("packages/events/package.json", "src/index.ts", "lib/other.ts"),
      false,
    ],
    ["another .gitignore", (made) => made.write(".gitignore", "other/\n"), true],
    ["a .gitignore that is new", (made) => made.write("web/.gitignore", "cart.ts\n"), false],
    [
      "a link to elsewhere",
      (made) => {
        rmSync(made.at("linked"));
        symlinkSync(made.at("ignored"), made.at("linked"));
      },
      true,
    ],
  ];
  test.each(changes)("%s", (_, change) => {
    const made = shop({ "elsewhere/a.ts": "export const b = 2;\n" });
    symlinkSync(made.at("elsewhere"), made.at("linked"));
    const before = made.run(scan);
    change(made);
    expect(works(made, () => expect(made.run(scan)).toEqual(made.run(`${scan} --no-cache`)))).toBe(true);
    expect(made.run(scan).stdout).not.toBe(before.stdout);
  });

  test("an edit that leaves size and time as they were", () => {
    const made = shop();
    const path = made.at("web/cart.ts");
    made.write("web/cart.ts", 'import { send } from "shop:track";\nsend("One");\n');
    const { atime, mtime } = statSync(path);
    expect(events(made.run(scan).stdout)).toContain("One");
    for (const name of ["Two", "Six", "Ten"]) {
      made.write("web/cart.ts", `import { send } from "shop:track";\nsend("${name}");\n`);
      utimesSync(path, atime, mtime);
      expect(events(made.run(scan).stdout)).toContain(name);
    }
  });

  test("another plan, where it declares what is a call or what is left out", () => {
    const plan = "trackwright: 1\nname: shop\nevents:\n  A: { description: An a. }\n";
    const made = shop({ "tracking-plan/plan.yaml": plan, "web/own.ts": 'shout("Own");\n' });
    const own = (): readonly (string | null)[] => events(made.run("scan --format json").stdout);
    expect(own()).not.toContain("Own");
    made.write("tracking-plan/plan.yaml", `${plan}code:\n  calls: [{ call: shout, event: 0 }]\n`);
    expect(own()).toContain("Own");
    made.write(
      "tracking-plan/plan.yaml",
      `${plan}code:\n  calls: [{ call: shout, event: 0 }]\n  exclude: [web/own.ts]\n`,
    );
    expect(own()).not.toContain("Own");
    made.write("tracking-plan/plan.yaml", plan);
    expect(own()).toEqual(events(made.run("scan --format json --no-cache").stdout));
  });
});

/** What may become of an entry. */
const spoiled: readonly (readonly [string, (path: string) => void])[] = [
  ["cut off", (path) => truncateSync(path, statSync(path).size - 20)],
  ["empty", (path) => truncateSync(path, 0)],
  ["not text", (path) => writeFileSync(path, Buffer.from([0, 255, 10, 0, 128]))],
  ["JSON of something else", (path) => writeFileSync(path, '{"emissions":[]}\n{}')],
  [
    "changed in a word",
    (path) => writeFileSync(path, readFileSync(path, "utf8").replaceAll("Checkout Opened", "Checkout Moved")),
  ],
];

describe("what an edited project is scanned with is not believed where it is", () => {
  const edit = 'import { send } from "./track";\nsend("More");\n';

  test.each([...spoiled, ["gone", (path: string) => rmSync(path)] as const])("%s", (_, spoil) => {
    const made = shop({ "web/more.ts": "export const more = 1;\n" });
    made.run(scan);
    for (const path of entries(made, ".looks")) spoil(path);
    made.write("web/more.ts", edit);
    const whole = made.run(`${scan} --no-cache`);
    expect(events(whole.stdout)).toContain("More");
    expect(made.run(scan)).toEqual(whole);
    expect(entries(made, ".looks")).toHaveLength(1);
  });

  test("that of another scan", () => {
    const made = shop({ "web/more.ts": "export const more = 1;\n" });
    made.run(scan);
    const [path = ""] = entries(made, ".looks");
    const old = readFileSync(path);
    made.write("web/cart.ts", 'import { send } from "shop:track";\nsend("Other");\n');
    made.run(scan);
    writeFileSync(path, old);
    made.write("web/more.ts", edit);
    const whole = made.run(`${scan} --no-cache`);
    expect(events(whole.stdout)).toContain("Other");
    expect(made.run(scan)).toEqual(whole);
  });
});

describe("an entry is rebuilt and not believed that is", () => {
  test.each(spoiled)("%s", (_, spoil) => {
    const made = shop();
    const first = made.run(scan);
    const [path = ""] = entries(made);
    spoil(path);
    expect(works(made, () => expect(made.run(scan)).toEqual(first))).toBe(true);
    expect(repeats(made, () => expect(made.run(scan)).toEqual(first))).toBe(true);
  });

  test("a folder", () => {
    const made = shop();
    const first = made.run(scan);
    const [path = ""] = entries(made);
    rmSync(path);
    mkdirSync(path);
    expect(made.run(scan)).toEqual(first);
  });

  test("another project's, or of a scan with other options", () => {
    const made = shop({ "web/cart.test.ts": 'import { send } from "./track";\nsend("Tested");\n' });
    made.run(scan);
    const [plain = ""] = entries(made);
    const bytes = readFileSync(plain);
    const tests = made.run(`${scan} --tests`);
    const other = entries(made).find((path) => path !== plain) ?? "";
    writeFileSync(other, bytes);
    expect(made.run(`${scan} --tests`)).toEqual(tests);
    const twin = shop({ "web/cart.ts": 'import { send } from "shop:track";\nsend("Twin");\n' });
    twin.run(scan);
    writeFileSync(entries(twin)[0] ?? "", bytes);
    expect(events(twin.run(scan).stdout)).toContain("Twin");
  });
});

test("scans at the same moment say the same, and leave one scan that is whole", async () => {
  const made = shop();
  const runs = Array.from({ length: 5 }, () => made.start(scan));
  for (const one of runs) expect(await one.ended).toEqual({ code: 0, signal: null });
  const whole = made.run(`${scan} --no-cache`);
  for (const one of runs) expect(one.said()).toBe(whole.stdout);
  expect(readdirSync(made.at(cache)).map((name) => extname(name))).toEqual([".looks", ".scan"]);
  expect(repeats(made, () => expect(made.run(scan)).toEqual(whole))).toBe(true);
});

const plan = `trackwright: 1
name: shop
sources:
  web: { kind: browser, language: typescript, paths: ["web/**"] }
events:
  Checkout Opened: { description: The checkout is open., owner: shop, source: web }
`;

describe("lint", () => {
  test("with findings starts from what was scanned, also where the plan has changed", () => {
    const made = shop({
      "tracking-plan/plan.yaml": plan,
      "web/more.ts": 'import { send } from "./track";\nsend("More");\n',
    });
    const first = made.run("lint --only code");
    expect(first.stdout).toContain('"More"');
    expect(repeats(made, () => expect(made.run("lint --only code")).toEqual(first))).toBe(true);
    made.write(
      "tracking-plan/plan.yaml",
      `${plan}  More: { description: More., owner: shop, source: web }\n`,
    );
    const mended = made.run("lint --only code --no-cache");
    expect(mended.stdout).not.toContain('"More"');
    expect(repeats(made, () => expect(made.run("lint --only code").stdout).toBe(mended.stdout))).toBe(true);
    made.edit("web/more.ts", '"More"', '"Less"');
    expect(made.run("lint --only code")).toEqual(made.run("lint --only code --no-cache"));
  });

  test("--watch lints code again on every kind of change", async () => {
    const made = shop({ "tracking-plan/plan.yaml": plan });
    const watching = made.start("lint --only code --watch");
    await watching.until(/No findings.*Watching the plan/s);
    /** What the next run says that ends with its summary and says what is expected. */
    const changed = async (change: () => void, expected: string): Promise<string> => {
      const from = watching.said().length;
      change();
      return await watching.until(new RegExp(`${expected}.*Checked 1 event`, "s"), from);
    };
    await changed(() => made.edit("web/cart.ts", "send(opened)", 'send("Never Heard")'), '"Never Heard"');
    const both = await changed(
      () => made.write("web/new.ts", 'import { send } from "./track";\nsend("Newly Sent");\n'),
      '"Newly Sent"',
    );
    expect(both).toContain('"Never Heard"');
    const one = await changed(() => made.edit("web/cart.ts", '"Never Heard"', "opened"), '"Newly Sent"');
    expect(one).not.toContain('"Never Heard"');
    await changed(() => made.remove("web/new.ts"), "No findings");
    // The name comes from another file than the one with the call.
    const names = "packages/events/src/index.ts";
    await changed(() => made.edit(names, "Checkout Opened", "Checkout Shut"), '"Checkout Shut"');
    await changed(() => made.edit(names, "Checkout Shut", "Checkout Opened"), "No findings");
    const paths = made.read("tsconfig.json");
    await changed(() => made.write("tsconfig.json", "{}"), "dynamic-event-name");
    await changed(() => made.write("tsconfig.json", paths), "No findings");
    await changed(
      () => made.edit("tracking-plan/plan.yaml", "Checkout Opened", "Checkout Done"),
      '"Checkout Opened"',
    );
    watching.child.kill("SIGINT");
    expect(await watching.ended).toEqual({ code: 0, signal: null });
  });
});
