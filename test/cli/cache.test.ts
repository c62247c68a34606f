// What is remembered of a clean run: it may save time, and never change an answer.
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { project, temporaryFolder, tree } from "./spawn.js";

const cache = "node_modules/.cache/trackwright";

/** A project with its output, and results of a first run in its cache. */
function warmProject(...commands: readonly string[]) {
  const shop = project("empty");
  mkdirSync(shop.at("node_modules"));
  const [head = "", people = ""] = shop.read("tracking-plan/plan.yaml").split("\npeople:");
  shop.write("tracking-plan/plan.yaml", head);
  shop.write("tracking-plan/people.yaml", `people:${people}`);
  expect(shop.run("build").code).toBe(0);
  for (const command of commands) expect(shop.run(command).code).toBe(0);
  return shop;
}

type Shop = ReturnType<typeof project>;

function entries(shop: Shop): readonly string[] {
  return shop.exists(cache) ? readdirSync(shop.at(cache)).sort() : [];
}

/** When the entries were written, in seconds. */
function modified(shop: Shop): readonly number[] {
  return entries(shop).map((name) => statSync(join(shop.at(cache), name)).mtimeMs / 1000);
}

/** Puts a mark into what is remembered, so that a repeated answer shows that it is one. */
function mark(shop: Shop): void {
  for (const name of entries(shop)) {
    const text = readFileSync(join(shop.at(cache), name), "utf8");
    writeFileSync(join(shop.at(cache), name), text.replaceAll("No findings", "Remembered"));
  }
}

describe("a run that found nothing", () => {
  test.each(["build --check", "lint", "lint --only plan,generated", "lint --format json", "lint --quiet"])(
    "%s says the same again, from its memory",
    (command) => {
      const shop = warmProject();
      const first = shop.run(command);
      expect(first.code).toBe(0);
      expect(entries(shop)).toHaveLength(1);
      // Were it run again, the entry would be written again.
      utimesSync(join(shop.at(cache), entries(shop)[0] ?? ""), 1000, 1000);
      expect(shop.run(command)).toEqual(first);
      expect(shop.run(`${command} --no-cache`)).toEqual(first);
      expect(modified(shop)).toEqual([1000]);
    },
  );

  test("build says it with the time of now", () => {
    const shop = warmProject("build");
    const untimed = (): string => shop.run("build").stdout.replace(/\(\d+ ms\)\n$/, "(TIME)\n");
    expect(entries(shop)).toHaveLength(1);
    expect(untimed()).toMatch(/^Built .* 0 written, \d+ unchanged \(TIME\)\n$/);
    expect(untimed()).toBe(shop.run("build --no-cache").stdout.replace(/\(\d+ ms\)\n$/, "(TIME)\n"));
  });

  test("is remembered for its own words alone", () => {
    const shop = warmProject("lint --only plan");
    shop.edit("generated/docs/README.md", "# ", "#  ");
    expect(shop.run("lint --only plan").code).toBe(0);
    expect(shop.run("lint --only generated").code).toBe(1);
    expect(shop.run("lint").code).toBe(1);
  });

  test("is remembered in the user's cache folder where the project has no node_modules", () => {
    const shop = project("empty");
    shop.run("build");
    const env = { XDG_CACHE_HOME: shop.at("user-cache") };
    expect(shop.run("lint", { env }).code).toBe(0);
    expect(readdirSync(shop.at("user-cache/trackwright"))).toHaveLength(1);
    expect(shop.exists("node_modules")).toBe(false);
    expect(shop.run("lint", { env })).toEqual(shop.run("lint --no-cache", { env }));
  });
});

describe("nothing is remembered", () => {
  test("of a run with findings, of a build that wrote, of a run that was told not to", () => {
    const shop = project("empty");
    mkdirSync(shop.at("node_modules"));
    expect(shop.run("lint").code).toBe(1);
    expect(shop.run("build --check").code).toBe(1);
    expect(shop.run("build").code).toBe(0);
    for (const command of ["build --no-cache", "lint --no-cache", "--no-cache lint", "lint --verbose"])
      expect(shop.run(command).code).toBe(0);
    expect(entries(shop)).toEqual([]);
  });

  test("of a build that mended nothing but a manifest", () => {
    const shop = warmProject();
    const manifest = "generated/docs/.trackwright.json";
    const right = shop.read(manifest);
    for (let run = 0; run < 2; run++) {
      shop.write(manifest, right.replace('"files"', '"other": 1,\n  "files"'));
      expect(shop.run("build")).toMatchObject({ code: 0, stderr: "" });
      expect(shop.read(manifest)).toBe(right);
    }
    expect(entries(shop)).toEqual([]);
  });

  test("of warnings, also where they don't fail", () => {
    const shop = warmProject();
    shop.write(
      "tracking-plan/more.yaml",
      "events:\n  Looked Around:\n    properties:\n      place: string\n",
    );
    shop.run("build");
    for (let run = 0; run < 2; run++)
      expect(shop.run("lint --fail-on never").stdout).toContain("Looked Around");
    expect(entries(shop)).toEqual([]);
  });
});

describe("a change is noticed", () => {
  const changes: readonly (readonly [what: string, change: (shop: Shop) => void])[] = [
    ["a byte of the plan", (shop) => shop.edit("tracking-plan/plan.yaml", "1.", "2.")],
    ["a new file of the plan", (shop) => shop.write("tracking-plan/more.yml", "events: [\n")],
    [
      "a new file of the plan, deep in it",
      (shop) => shop.write("tracking-plan/a/b/more.yaml", "nonsense: 1\n"),
    ],
    [
      "a link in the plan that leads nowhere",
      (shop) => symlinkSync("nowhere.yaml", shop.at("tracking-plan/link.yaml")),
    ],
    ["a file of the plan that is gone", (shop) => shop.remove("tracking-plan/people.yaml")],
    ["a generated file that was edited", (shop) => shop.edit("generated/docs/README.md", "# ", "#  ")],
    ["a generated file that is gone", (shop) => shop.remove("generated/docs/README.md")],
    ["a generated file that is cut off", (shop) => truncateSync(shop.at("generated/docs/README.md"), 10)],
    [
      "a generated file that is a folder",
      (shop) => {
        shop.remove("generated/docs/README.md");
        mkdirSync(shop.at("generated/docs/README.md"));
      },
    ],
    [
      "a file in the manifest that is not generated",
      (shop) =>
        shop.edit(
          "generated/docs/.trackwright.json",
          '"files": {',
          '"files": {\n    "old.md": "0000000000000000",',
        ),
    ],
    ["a manifest that is gone", (shop) => shop.remove("generated/docs/.trackwright.json")],
    [
      "a left-over file",
      (shop) => shop.write("generated/docs/events/old.md", shop.read("generated/docs/README.md")),
    ],
    [
      "a journal of a build that was stopped",
      (shop) => shop.write("generated/docs/.trackwright-stage/journal.json", "{}"),
    ],
    ["the whole output that is gone", (shop) => rmSync(shop.at("generated"), { recursive: true })],
    [
      "an output folder that moved behind a link, and differs there",
      (shop) => {
        shop.write("elsewhere/README.md", "other");
        shop.remove("generated/docs");
        symlinkSync("../elsewhere", shop.at("generated/docs"));
      },
    ],
  ];

  test.each(changes)("%s", (_, change) => {
    const shop = warmProject("build --check", "lint");
    expect(entries(shop)).toHaveLength(2);
    change(shop);
    for (const command of ["build --check", "lint"]) {
      const cold = shop.run(`${command} --no-cache`);
      expect(shop.run(command)).toEqual(cold);
      expect(cold.code).not.toBe(0);
    }
  });

  test("and a change that is taken back is nothing", () => {
    const shop = warmProject("lint");
    const before = shop.read("generated/docs/README.md");
    shop.write("generated/docs/README.md", "edited\n");
    expect(shop.run("lint").code).toBe(1);
    shop.write("generated/docs/README.md", before);
    expect(shop.run("lint").code).toBe(0);
  });

  test("a build writes what is gone, whatever it remembers", () => {
    const shop = warmProject("build");
    shop.remove("generated/docs/README.md");
    expect(shop.run("build").stdout).toContain("1 written");
    expect(shop.exists("generated/docs/README.md")).toBe(true);
  });
});

describe("a cache that can't be used", () => {
  test.each([
    ["cut off", (path: string) => truncateSync(path, 40)],
    ["empty", (path: string) => truncateSync(path, 0)],
    ["not text", (path: string) => writeFileSync(path, Buffer.from([0, 255, 10, 0, 128]))],
    ["JSON of something else", (path: string) => writeFileSync(path, '{"stdout":"fine"}\n{}')],
    ["unreadable", (path: string) => chmodSync(path, 0)],
    [
      "a folder",
      (path: string) => {
        rmSync(path);
        mkdirSync(path);
      },
    ],
  ])("an entry that is %s is ignored", (_, spoil) => {
    const shop = warmProject("lint");
    const clean = shop.run("lint --no-cache");
    spoil(join(shop.at(cache), entries(shop)[0] ?? ""));
    expect(shop.run("lint")).toEqual(clean);
    shop.remove("generated/docs/README.md");
    expect(shop.run("lint").code).toBe(1);
  });

  test("an entry with other words than were written is ignored", () => {
    const shop = warmProject("lint");
    mark(shop);
    expect(shop.run("lint").stdout).toMatch(/^No findings/);
  });

  test("an entry of another command, or of another project, is ignored", () => {
    const shop = warmProject("lint --only plan", "lint");
    const [a = "", b = ""] = entries(shop).map((name) => join(shop.at(cache), name));
    const [first, second] = [readFileSync(a), readFileSync(b)];
    writeFileSync(a, second);
    writeFileSync(b, first);
    shop.remove("generated/docs/README.md");
    expect(shop.run("lint").code).toBe(1);
    expect(shop.run("lint --only plan").code).toBe(0);

    const other = project("empty");
    mkdirSync(other.at("node_modules"));
    expect(other.run("lint").code).toBe(1);
    mkdirSync(other.at(cache), { recursive: true });
    for (const name of entries(shop))
      writeFileSync(join(other.at(cache), name), readFileSync(join(shop.at(cache), name)));
    expect(other.run("lint").code).toBe(1);
  });

  test("an entry of another build of Trackwright is ignored", () => {
    const shop = warmProject("lint");
    const other = temporaryFolder();
    const repository = fileURLToPath(new URL("../..", import.meta.url));
    for (const name of ["bin", "dist", "package.json"])
      cpSync(join(repository, name), join(other, name), { recursive: true });
    symlinkSync(join(repository, "node_modules"), join(other, "node_modules"));
    const lint = (): void =>
      void execFileSync(process.execPath, [join(other, "bin/trackwright.js"), "lint"], { cwd: shop.root });
    lint();
    expect(entries(shop)).toHaveLength(1);

    const id = /\bbuildId = [^;]*"([0-9a-f]{32})"/;
    for (const [path, text] of Object.entries(tree(join(other, "dist")))) {
      const [, found] = id.exec(text) ?? [];
      if (found !== undefined)
        writeFileSync(join(other, "dist", path), text.replaceAll(found, "f".repeat(32)));
    }
    lint();
    expect(entries(shop)).toHaveLength(2);
  });

  test("a file where the cache would lie is left alone", () => {
    const shop = warmProject();
    shop.write("node_modules/.cache", "mine");
    expect(shop.run("lint")).toMatchObject({ code: 0, stderr: "" });
    expect(shop.read("node_modules/.cache")).toBe("mine");
  });
});

describe("the cache stays small", () => {
  test("as the oldest entries go", () => {
    const shop = warmProject();
    mkdirSync(shop.at(cache), { recursive: true });
    for (let index = 0; index < 80; index++) {
      const path = join(shop.at(cache), `${index}.verdict`);
      writeFileSync(path, "old");
      utimesSync(path, 1000 + index, 1000 + index);
    }
    shop.write(`${cache}/not-ours.txt`, "mine");
    expect(shop.run("lint").code).toBe(0);
    const left = entries(shop);
    expect(left).toContain("not-ours.txt");
    expect(left).toContain("79.verdict");
    expect(left).not.toContain("0.verdict");
    expect(left.length).toBeLessThan(40);
  });

  test("and whole, when many run at once", async () => {
    const shop = warmProject();
    const runs = Array.from({ length: 6 }, () => shop.start("lint"));
    for (const run of runs) expect(await run.ended).toEqual({ code: 0, signal: null });
    expect(entries(shop)).toHaveLength(1);
    expect(shop.run("lint")).toEqual(shop.run("lint --no-cache"));
  });
});
