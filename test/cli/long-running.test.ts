// What takes time: watching, builds at the same moment, kills, readers that go away, and real terminals.
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { bin, project, runInTerminal, start, tree } from "./spawn.js";

type Project = ReturnType<typeof project>;

/** A store whose events can be told to be many, so that a build takes a while. */
function manyEvents(shop: Project, count: number, description: string): void {
  const events = Array.from(
    { length: count },
    (_, index) =>
      `  Event Number ${index}:\n    description: ${description}\n    owner: team\n    source: backend\n    properties: { a: string, b?: integer }\n`,
  );
  shop.write("tracking-plan/many.yaml", `events:\n${events.join("")}`);
}

describe("build --watch", () => {
  test("builds again on every kind of change, and ends quietly on Ctrl+C", async () => {
    const shop = project("empty");
    const watching = shop.start("build --watch");
    await watching.until(/Watching the plan/);
    expect(watching.said()).toMatch(/^Built 3 targets from my-plan 0\.1\.0: \d+ files, \d+ written/);
    const changed = async (change: () => void, expected: RegExp): Promise<string> => {
      const from = watching.said().length;
      change();
      return await watching.until(expected, from);
    };
    const built = /^Built 3 targets.*\n/;

    await changed(() => shop.edit("tracking-plan/plan.yaml", "A person opened", "Somebody opened"), built);
    expect(shop.read("generated/docs/README.md")).toContain("Somebody opened");

    // An editor that writes a new file and renames it over the old one.
    await changed(() => {
      writeFileSync(
        shop.at("tracking-plan/.plan.yaml.swp"),
        shop.read("tracking-plan/plan.yaml").replace("Somebody", "Anybody"),
      );
      renameSync(shop.at("tracking-plan/.plan.yaml.swp"), shop.at("tracking-plan/plan.yaml"));
    }, built);
    expect(shop.read("generated/docs/README.md")).toContain("Anybody opened");

    // A file in a folder that was not there before.
    await changed(() => {
      mkdirSync(shop.at("tracking-plan/events/more"), { recursive: true });
      writeFileSync(
        shop.at("tracking-plan/events/more/x.yaml"),
        "events:\n  Left Newsletter: { description: Gone., owner: team, source: backend }\n",
      );
    }, built);
    expect(shop.exists("generated/schemas/events/left-newsletter.schema.json")).toBe(true);

    // A broken state in between keeps the last good output.
    const good = shop.tree("generated");
    const said = await changed(
      () => shop.edit("tracking-plan/plan.yaml", "referral_code?: string", "referral_code?: sting"),
      /Nothing was written: 1 error\n/,
    );
    expect(said).toContain('"sting"');
    expect(shop.tree("generated")).toEqual(good);
    await changed(
      () => shop.edit("tracking-plan/plan.yaml", "referral_code?: sting", "referral_code?: string"),
      built,
    );

    // The folder is gone for a moment, as on a change of branches.
    const files = shop.tree("tracking-plan");
    await changed(() => rmSync(shop.at("tracking-plan"), { recursive: true }), /\n/);
    await changed(() => {
      for (const [path, content] of Object.entries(files)) shop.write(`tracking-plan/${path}`, content);
    }, /Built 3 targets/);
    await changed(
      () => shop.edit("tracking-plan/plan.yaml", "Anybody opened", "A person opened"),
      /Built 3 targets/,
    );
    expect(shop.read("generated/docs/README.md")).toContain("A person opened");

    expect(watching.said()).not.toContain("\u001b");
    watching.child.kill("SIGINT");
    expect(await watching.ended).toEqual({ code: 0, signal: null });
  });
});

test("a report in the plan folder does not make a watch run for ever", async () => {
  const shop = project("empty");
  const watching = shop.start("lint --only plan --watch --format json --output tracking-plan/report.json");
  await watching.until(/Watching the plan/);
  shop.edit("tracking-plan/plan.yaml", "A person opened", "Somebody opened");
  await watching.until(/Wrote.*Wrote/s);
  // The next change is the next run: nothing ran in between.
  shop.edit("tracking-plan/plan.yaml", "Somebody opened", "Anybody opened");
  await watching.until(/Wrote.*Wrote.*Wrote/s);
  watching.child.kill("SIGINT");
  await watching.ended;
  expect(watching.said().match(/^Wrote/gm)).toHaveLength(3);
});

test("lint --watch lints again", async () => {
  const shop = project("empty");
  const watching = shop.start("lint --only plan --watch");
  await watching.until(/No findings.*Watching the plan/s);
  const from = watching.said().length;
  shop.edit("tracking-plan/plan.yaml", "referral_code?: string", "referral_code?: sting");
  await watching.until(/1 error\. Checked/, from);
  watching.child.kill("SIGTERM");
  expect(await watching.ended).toEqual({ code: 0, signal: null });
});

describe("a build that is killed", () => {
  test("at any moment leaves the old files or the new ones, or the next build finishes", async () => {
    const shop = project("store");
    manyEvents(shop, 80, "One.");
    shop.run("build");
    const old = tree(shop.at("generated"));
    manyEvents(shop, 80, "Two.");
    const whole = spawnSync(process.execPath, [bin, "build"], { cwd: shop.root });
    expect(whole.status).toBe(0);
    const fresh = tree(shop.at("generated"));
    expect(fresh).not.toEqual(old);

    const seen = new Set<string>();
    for (let attempt = 0; attempt < 10; attempt++) {
      const [from, to] = attempt % 2 === 0 ? ["One.", fresh] : ["Two.", old];
      const before = tree(shop.at("generated"));
      manyEvents(shop, 80, from);
      // The kill comes when the stage appears, plus a little more each time: that is when files change.
      const child = spawn(process.execPath, [bin, "build"], { cwd: shop.root, stdio: "ignore" });
      await killWhileWriting(child, shop.at("generated/typescript"), attempt);
      const after = Object.fromEntries(
        Object.entries(tree(shop.at("generated"))).filter(
          ([path]) => !/\.trackwright-(stage|lock)/.test(path),
        ),
      );
      const checked = shop.run("build --check --format concise");
      if (JSON.stringify(after) === JSON.stringify(before)) seen.add("old");
      else if (checked.code === 0) seen.add("new");
      else if (checked.stdout.includes("generated-interrupted")) seen.add("interrupted");
      else {
        // One target may be done and the next not yet begun: whole files, each old or new.
        seen.add("between targets");
        for (const [path, content] of Object.entries(after))
          expect([old[path], fresh[path]]).toContain(content);
      }
      expect(shop.run("build").code).toBe(0);
      expect(shop.run("build --check").code).toBe(0);
      expect(tree(shop.at("generated"))).toEqual(to === fresh ? old : fresh);
    }
    // Without kills that came while files were changing, the test would say nothing.
    expect([...seen].some((state) => state !== "new")).toBe(true);
  });

  test("by Ctrl+C ends with that signal, and leaves nothing behind", async () => {
    const shop = project("store");
    manyEvents(shop, 80, "One.");
    shop.run("build");
    manyEvents(shop, 80, "Two.");
    const child = start(["build"], shop.root);
    const wait = setInterval(() => {
      if (shop.exists("generated/typescript/.trackwright-stage")) child.child.kill("SIGINT");
    }, 1);
    await child.ended;
    clearInterval(wait);
    expect(Object.keys(shop.tree("generated")).filter((path) => path.includes(".trackwright-"))).toEqual([]);
    expect(["generated-interrupted"].some((rule) => shop.run("build --check").stdout.includes(rule))).toBe(
      false,
    );
  });
});

/** Kills a build some moments after it began to stage files. */
async function killWhileWriting(
  child: ReturnType<typeof spawn>,
  folder: string,
  moments: number,
): Promise<void> {
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const { existsSync } = await import("node:fs");
  const look = (): void => {
    if (child.exitCode !== null) return;
    if (!existsSync(`${folder}/.trackwright-stage`)) {
      setImmediate(look);
      return;
    }
    const until = performance.now() + moments * 3;
    while (performance.now() < until) existsSync(folder);
    child.kill("SIGKILL");
  };
  look();
  await ended;
}

test("builds at the same moment take turns", async () => {
  const shop = project("store");
  manyEvents(shop, 60, "One.");
  const builds = Array.from({ length: 4 }, () => start(["build"], shop.root));
  for (const build of builds) expect((await build.ended).code, build.said()).toBe(0);
  expect(shop.run("build --check").code).toBe(0);
});

test("a reader that goes away is no error", () => {
  const shop = project("store");
  const events = Array.from({ length: 4_000 }, (_, index) => `  Event ${index}: { sauce: backend }\n`).join(
    "",
  );
  shop.write("tracking-plan/many.yaml", `events:\n${events}`);
  const { stdout, stderr } = spawnSync("sh", ["-c", `${process.execPath} ${bin} lint | head -n 1`], {
    cwd: shop.root,
    encoding: "utf8",
  });
  expect(stdout.split("\n")).toHaveLength(2);
  expect(stderr).not.toMatch(/EPIPE|bug/);
});

test("output that can't be written is exit code 2, and says so", () => {
  const shop = project("store");
  const { status, stderr } = spawnSync("sh", ["-c", `${process.execPath} ${bin} lint > /dev/full`], {
    cwd: shop.root,
    encoding: "utf8",
  });
  expect(stderr).toMatch(/^trackwright: can't write the output: .*ENOSPC/);
  expect(status).toBe(2);
});

test("a plan behind a link works", () => {
  const shop = project();
  const plans = project("store");
  symlinkSync(plans.at("tracking-plan"), shop.at("tracking-plan"));
  expect(shop.run("build").code).toBe(0);
  expect(shop.run("build --check").code).toBe(0);
});

describe("in a terminal", () => {
  test("the text is coloured, fits, and shows 50 findings at most", () => {
    const shop = project("store");
    const many = Array.from({ length: 70 }, (_, index) => `  Event ${index}: { sauce: backend }\n`).join("");
    shop.write("tracking-plan/many.yaml", `events:\n${many}`);
    const text = runInTerminal("lint --only plan", shop.root, 80);
    expect(text).toContain("\u001b[");
    const plain = text.replace(/\u001b\[[\d;]*m/g, "");
    expect(plain.match(/^(error|warning)\[/gm)).toHaveLength(50);
    expect(plain).toMatch(/^… and \d+ more\./m);
    expect(Math.max(...plain.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(runInTerminal("lint --only plan", shop.root, 80, { NO_COLOR: "1" })).not.toContain("\u001b[");
    expect(runInTerminal("lint --only plan --no-color", shop.root, 80)).not.toContain("\u001b[");
    expect(runInTerminal("lint --only plan", shop.root, 80, { TERM: "dumb" })).not.toContain("\u001b[");
  });
});
