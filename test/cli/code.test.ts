// The code that V8 made of the command line in an earlier process: it may save time, and never change an answer.
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { project, type Ran, temporaryFolder } from "./spawn.js";

const repository = fileURLToPath(new URL("../..", import.meta.url));

/** The package as it is installed, without the code that the compilation makes, beside a cache that is empty. */
function installed() {
  const folder = temporaryFolder();
  const at = (path: string): string => join(folder, path);
  for (const name of ["bin", "dist/cli", "package.json"])
    cpSync(join(repository, name), at(name), { recursive: true });
  for (const name of readdirSync(at("dist/cli"))) if (name.endsWith(".code")) rmSync(at(`dist/cli/${name}`));
  symlinkSync(join(repository, "node_modules"), at("node_modules"), "junction");
  const kept = at("cache/trackwright/code");
  return {
    app: at("dist/cli/app.js"),
    kept: (): readonly string[] =>
      existsSync(kept) ? readdirSync(kept).map((name) => join(kept, name)) : [],
    run(args = "explain missing-owner", env: NodeJS.ProcessEnv = {}): Ran {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [at("bin/trackwright.js"), ...args.split(" ")],
        {
          cwd: folder,
          encoding: "utf8",
          env: { PATH: process.env.PATH, XDG_CACHE_HOME: at("cache"), ...env },
        },
      );
      return { code: status, stdout, stderr };
    },
  };
}

type Installed = ReturnType<typeof installed>;

/** The code of both scripts. A file that is written anew has another number. */
function both({ kept }: Installed): readonly { readonly path: string; readonly number: number }[] {
  const paths = kept();
  expect(paths).toHaveLength(2);
  return paths.map((path) => ({ path, number: statSync(path).ino }));
}

test("is kept by the first run, and taken by the next", () => {
  const trackwright = installed();
  const first = trackwright.run();
  expect(first).toMatchObject({ code: 0, stderr: "" });
  const kept = both(trackwright);
  expect(trackwright.run()).toEqual(first);
  // Code that V8 refuses would have been kept anew.
  expect(both(trackwright)).toEqual(kept);
});

test.each([
  ["cut off", (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1)],
  ["empty", () => Buffer.alloc(0)],
  ["changed by a bit", (bytes: Buffer) => Buffer.from(bytes).fill((bytes[9000] ?? 0) ^ 4, 9000, 9001)],
  ["of nobody", () => Buffer.alloc(10_000, "x")],
])("is made anew where what was kept is %s", (_, damage) => {
  const trackwright = installed();
  const first = trackwright.run();
  for (const { path } of both(trackwright)) {
    const whole = readFileSync(path);
    writeFileSync(path, damage(whole));
    expect(trackwright.run()).toEqual(first);
    expect(readFileSync(path).length).toBeGreaterThan(whole.length / 2 + 1);
  }
});

test("does not outlive a change of the program, even one that V8 takes for the same by its length", () => {
  const trackwright = installed();
  const first = trackwright.run();
  const source = readFileSync(trackwright.app, "utf8");
  const [sentence = ""] = first.stdout.split("\n");
  const changed = sentence.replace("owner", "ownor");
  const mended = source.replaceAll(/missing-owner/g, "missing-ownor");
  expect(mended.length).toBe(source.length);
  expect(changed).not.toBe(sentence);
  writeFileSync(trackwright.app, mended);
  expect(trackwright.run("explain missing-ownor").stdout.split("\n")[0]).toBe(changed);
  expect(trackwright.run()).toMatchObject({ code: 2 });
});

test("is not kept of a run that failed or keeps nothing, and each kind of run has its own", () => {
  const trackwright = installed();
  expect(trackwright.run("explain no-such-rule").code).toBe(2);
  expect(trackwright.run("rules --no-cache").code).toBe(0);
  expect(trackwright.kept()).toEqual([]);
  trackwright.run();
  trackwright.run("rules");
  trackwright.run("rules", { NODE_OPTIONS: "--max-old-space-size=512" });
  expect(trackwright.kept().length).toBe(6);
});

test("is done without where there is no place for it", () => {
  const trackwright = installed();
  expect(trackwright.run(undefined, { XDG_CACHE_HOME: trackwright.app })).toMatchObject({
    code: 0,
    stderr: "",
  });
  expect(trackwright.run(undefined, { XDG_CACHE_HOME: undefined })).toMatchObject({ code: 0, stderr: "" });
  expect(trackwright.kept()).toEqual([]);
});

test("is made by the compilation for the Node that compiles", () => {
  const shop = project("empty");
  const cache = shop.at("cache");
  shop.run("build");
  // With a cache of their own, so that nothing of an earlier run is repeated.
  for (const command of ["build --check", "lint --only plan,generated"])
    expect(shop.run(command, { env: { XDG_CACHE_HOME: cache } }).code).toBe(0);
  expect(existsSync(join(cache, "trackwright"))).toBe(true);
  expect(existsSync(join(cache, "trackwright/code"))).toBe(false);
});
