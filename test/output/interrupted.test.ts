// A build that is killed, or whose disk fails, at any of its steps: the old files or the new ones, never half, and
// no hand edit lost.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { describe, expect, onTestFinished, type TestContext, test } from "vitest";
import { disk, type FileSystem } from "../../src/output/file-system.js";
import { drift, generated, target, type Workspace, workspace } from "./workspace.js";

const before = [
  target("typescript", "generated/ts", { "index.ts": "one", "a/a.ts": "a", "a/b.ts": "b", x: "file" }),
  target("markdown", "generated/docs", { "README.md": "one" }),
];
const after = [
  target("typescript", "generated/ts", { "index.ts": "two", "a/a.ts": "a", "c/c.ts": "c", "x/y": "below" }),
  target("markdown", "generated/docs", { "README.md": "two", "more.md": "more" }),
];

const changing = ["write", "link", "makeFolder", "rename", "remove", "removeFolder", "removeTree"] as const;

class Killed extends Error {}

/**
 * The disk until the given change; from then on nothing works, as for a process that is gone. The last change
 * is half done where that is possible: a kill does not wait for a write to be whole.
 */
function diesAt(step: number): { files: FileSystem; died: () => boolean } {
  let count = 0;
  const files: FileSystem = { ...disk };
  for (const name of changing) {
    const real = disk[name] as (...args: unknown[]) => unknown;
    Object.defineProperty(files, name, {
      value: (...args: unknown[]) => {
        count++;
        if (count < step) return real(...args);
        if (count === step && name === "write") {
          const content = String(args[1]);
          real(args[0], content.slice(0, content.length / 2), {});
        }
        throw new Killed();
      },
    });
  }
  return { files, died: () => count >= step };
}

/** The disk with one operation that fails with a code, at its nth call; the others go on working. */
function failsAt(name: (typeof changing)[number], nth: number, code: string): FileSystem {
  let count = 0;
  const real = disk[name] as (...args: unknown[]) => unknown;
  return {
    ...disk,
    [name]: (...args: unknown[]) => {
      // A full disk makes the file, and then refuses its content.
      if (++count === nth && name === "write" && code === "ENOSPC") real(args[0], "");
      if (count === nth) throw Object.assign(new Error(`${code}: made up`), { code });
      return real(...args);
    },
  };
}

function built(): Workspace {
  const project = workspace();
  project.build(before);
  return project;
}

function withoutTrace(tree: { [path: string]: string }): { [path: string]: string } {
  return Object.fromEntries(
    Object.entries(tree).filter(([path]) => !/\.trackwright-(stage|lock)/.test(path)),
  );
}

/** Builds what comes after, killed at a step; false where it came through before. */
function buildsUntil(project: ReturnType<typeof built>, step: number): boolean {
  const { files, died } = diesAt(step);
  try {
    project.build(after, { files });
  } catch (error) {
    expect(error).toBeInstanceOf(Killed);
  }
  return died();
}

describe("a build that is killed", () => {
  test("at any step leaves the old files, or is finished by the next build", () => {
    const old = built().tree();
    const reference = built();
    reference.build(after);
    const fresh = reference.tree();
    let sawOld = 0;
    let sawJournal = 0;
    for (let step = 1; ; step++) {
      const project = built();
      const died = buildsUntil(project, step);
      if (!died) {
        // Every step was tried: this build came through.
        expect(project.tree()).toEqual(fresh);
        break;
      }
      const left = withoutTrace(project.tree());
      const journals = ["ts", "docs"].filter((name) =>
        existsSync(project.at(`generated/${name}/.trackwright-stage/journal.json`)),
      );
      const checked = drift(project.check(after));
      if (journals.length > 0) {
        sawJournal++;
        expect(checked.filter((one) => one.startsWith("generated-interrupted"))).toHaveLength(
          journals.length,
        );
      } else if (JSON.stringify(left) === JSON.stringify(old)) {
        sawOld++;
      } else {
        // Nothing was left to do but to tidy up.
        expect(left, `step ${step}`).toEqual(fresh);
      }
      project.build(after);
      expect(project.tree(), `step ${step}`).toEqual(fresh);
      expect(project.check(after).diagnostics).toEqual([]);
    }
    expect(sawOld).toBeGreaterThan(5);
    expect(sawJournal).toBeGreaterThan(5);
  });

  test("keeps a hand edit, whether it was made before the build or after the kill", () => {
    for (let step = 1; ; step++) {
      const project = built();
      project.write("generated/ts/index.ts", "edited before");
      const died = buildsUntil(project, step);
      if (!died) break;
      project.write("generated/docs/README.md", "edited after");
      project.build(after);
      const contents = Object.values(project.tree());
      expect(contents, `step ${step}`).toContain("edited before");
      expect(contents, `step ${step}`).toContain("edited after");
      expect(project.check(after).diagnostics).toEqual([]);
    }
  });

  test("at any step of the first build is done by the next", () => {
    const reference = workspace();
    reference.build(after);
    for (let step = 1; ; step++) {
      const project = workspace();
      const died = buildsUntil(project, step);
      project.build(after);
      expect(project.tree(), `step ${step}`).toEqual(reference.tree());
      if (!died) break;
    }
  });

  test("keeps what came into the place of a new folder after the kill", () => {
    let came = 0;
    for (let step = 1; ; step++) {
      const project = built();
      const died = buildsUntil(project, step);
      if (!died) break;
      if (project.exists("generated/ts/c")) continue;
      project.write("generated/ts/c/c.ts", "mine");
      project.write("generated/ts/c/d/d.ts", "mine too");
      if (project.exists("generated/ts/.trackwright-stage/journal.json")) {
        came++;
        project.build(after);
        expect(project.read("generated/ts/c/c.ts"), `step ${step}`).toBe(generated("c"));
        expect(project.read("generated/ts/c/c.ts.orig"), `step ${step}`).toBe("mine");
      } else {
        // A file of somebody else, where a file is wanted: nothing is written.
        expect(drift(project.build(after))).toEqual(["generated-foreign generated/ts/c/c.ts"]);
        expect(project.read("generated/ts/c/c.ts"), `step ${step}`).toBe("mine");
      }
      expect(project.read("generated/ts/c/d/d.ts"), `step ${step}`).toBe("mine too");
    }
    expect(came).toBeGreaterThan(2);
  });

  test("while it finishes another is finished by a third", () => {
    const fresh = built();
    fresh.build(after);
    for (let step = 1; ; step++) {
      const project = built();
      // A step in the middle of the commit.
      const first = diesAt(24);
      expect(() => project.build(after, { files: first.files })).toThrow(Killed);
      const second = diesAt(step);
      try {
        project.build(after, { files: second.files });
      } catch (error) {
        expect(error).toBeInstanceOf(Killed);
      }
      project.build(after);
      expect(project.tree(), `step ${step}`).toEqual(fresh.tree());
      if (!second.died()) break;
    }
  });
});

describe("a disk that fails", () => {
  test.each(["ENOSPC", "EACCES", "EROFS"])(
    "with %s while files are staged leaves everything as it was",
    (code) => {
      const old = built().tree();
      const reasons = { ENOSPC: "no space is left", EACCES: "permission denied", EROFS: "read-only" };
      for (let nth = 1; nth <= 6; nth++) {
        const project = built();
        expect(() => project.build(after, { files: failsAt("write", nth, code) })).toThrow(
          new RegExp(`^can't write to "generated/(ts|docs)": .*${reasons[code as keyof typeof reasons]}`),
        );
        expect(project.tree()).toEqual(old);
      }
    },
  );

  test("that is full at the first build is left empty", () => {
    for (let nth = 1; ; nth++) {
      const project = workspace();
      try {
        project.build(after, { files: failsAt("write", nth, "ENOSPC") });
        expect(nth).toBeGreaterThan(6);
        break;
      } catch (error) {
        expect(String(error)).toMatch(/no space is left/);
      }
      expect(project.exists("generated"), `call ${nth}`).toBe(false);
    }
  });

  test("while folders are made leaves no empty ones", () => {
    for (let nth = 1; nth <= 6; nth++) {
      const project = workspace();
      try {
        project.build(after, { files: failsAt("makeFolder", nth, "ENOSPC") });
        continue;
      } catch (error) {
        expect(String(error)).toMatch(/no space is left/);
      }
      expect(project.tree(), `call ${nth}`).toEqual({});
      expect(project.exists("generated"), `call ${nth}`).toBe(false);
    }
  });

  test("while files are put in place says that the next build finishes, and it does", () => {
    const project = built();
    expect(() => project.build(after, { files: failsAt("rename", 5, "EIO") })).toThrow(/the next build/);
    expect(drift(project.check(after))).toContain("generated-interrupted tracking-plan/plan.yaml");
    project.build(after);
    expect(project.check(after).diagnostics).toEqual([]);
  });
});

describe("a real disk", () => {
  /** Mounts a small disk of its own as the folder `generated`, or skips the test and says why. */
  function smallDisk(project: Workspace, context: TestContext): void {
    mkdirSync(project.at("generated"));
    try {
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=128k", "tmpfs", project.at("generated")], {
        stdio: "pipe",
      });
    } catch {
      context.skip("this machine does not let a test mount a small disk");
    }
    onTestFinished(() => {
      execFileSync("umount", [project.at("generated")]);
    });
  }

  test("that is full leaves everything as it was", (context) => {
    const project = workspace();
    smallDisk(project, context);
    project.build(before);
    const old = project.tree();
    const large = [
      target("typescript", "generated/ts", {
        "index.ts": "two",
        "b.ts": "b".repeat(20_000),
        "c.ts": "c".repeat(160_000),
      }),
      target("markdown", "generated/docs", { "README.md": "two" }),
    ];
    expect(() => project.build(large)).toThrow(
      /no space is left on the disk \(ENOSPC\)\. Nothing was changed/,
    );
    expect(project.tree()).toEqual(old);
    project.build(after);
    expect(project.check(after).diagnostics).toEqual([]);
  });

  test("that is read-only can be checked, and is not written to", (context) => {
    const project = workspace();
    smallDisk(project, context);
    project.build(before);
    const old = project.tree();
    execFileSync("mount", ["-o", "remount,ro", project.at("generated")]);
    expect(project.check(before).diagnostics).toEqual([]);
    expect(project.build(before).unchanged).toBe(5);
    expect(() => project.build(after)).toThrow(
      /^can't write to "generated\/docs": the disk is read-only \(EROFS\)/,
    );
    expect(project.tree()).toEqual(old);
  });
});

describe("a lock", () => {
  test("of a build that still runs is waited for, and then named", () => {
    const project = built();
    project.write("generated/ts/.trackwright-lock", JSON.stringify({ pid: 4242, host: "elsewhere" }));
    expect(() => project.build(after)).toThrow(
      /another build \(process 4242\) is writing to "generated\/ts"/,
    );
    expect(project.read("generated/ts/index.ts")).toBe(generated("one"));
  });

  test("of a build that died is taken over", () => {
    const project = built();
    project.write("generated/ts/.trackwright-lock", JSON.stringify({ pid: 4242, host: "here" }));
    project.build(after);
    expect(project.exists("generated/ts/.trackwright-lock")).toBe(false);
    expect(project.check(after).diagnostics).toEqual([]);
  });

  test("is no generated file, and none of a foreigner", () => {
    const project = built();
    project.write("generated/ts/.trackwright-lock", JSON.stringify({ pid: 4242, host: "here" }));
    expect(project.check(before).diagnostics).toEqual([]);
  });
});
