// What a build does to the files of a project, and what a check says about them.
import { createHash } from "node:crypto";
import { mkdirSync, renameSync, symlinkSync, utimesSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { drift, generated, target, workspace } from "./workspace.js";

const v1 = [
  target("typescript", "generated/ts", { "index.ts": "one", "events/a.ts": "a", "events/b.ts": "b" }),
];
const v2 = [
  target("typescript", "generated/ts", { "index.ts": "two", "events/a.ts": "a", "types/t.ts": "t" }),
];

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

describe("a build", () => {
  test("writes every file, and a manifest with a line for each", () => {
    const project = workspace();
    const written = project.build(v1);
    expect(written).toMatchObject({
      diagnostics: [],
      count: 3,
      written: ["generated/ts/events/a.ts", "generated/ts/events/b.ts", "generated/ts/index.ts"],
      removed: [],
      unchanged: 0,
      kept: [],
    });
    expect(project.tree()).toEqual({
      "generated/ts/.trackwright.json": [
        "{",
        '  "$comment": "What Trackwright generated in this folder, by content. Do not edit.",',
        '  "manifest": 1,',
        '  "plan": "../../tracking-plan",',
        '  "target": "typescript",',
        '  "files": {',
        `    "events/a.ts": "${sha256(generated("a"))}",`,
        `    "events/b.ts": "${sha256(generated("b"))}",`,
        `    "index.ts": "${sha256(generated("one"))}"`,
        "  }",
        "}",
        "",
      ].join("\n"),
      "generated/ts/events/a.ts": generated("a"),
      "generated/ts/events/b.ts": generated("b"),
      "generated/ts/index.ts": generated("one"),
    });
    expect(project.check(v1).diagnostics).toEqual([]);
  });

  test("does not touch what is unchanged", () => {
    const project = workspace();
    project.build(v1);
    const before = new Date(2020, 1, 1);
    for (const path of Object.keys(project.tree())) utimesSync(project.at(path), before, before);
    utimesSync(project.at("generated/ts"), before, before);
    expect(project.build(v1)).toMatchObject({ written: [], removed: [], unchanged: 3 });
    expect(project.build(v2)).toMatchObject({ unchanged: 1 });
    expect(project.stat("generated/ts/events/a.ts").mtime).toEqual(before);
    expect(project.stat("generated/ts/index.ts").mtime).not.toEqual(before);
  });

  test("a second run leaves even the folder as it was", () => {
    const project = workspace();
    project.build(v1);
    const before = new Date(2020, 1, 1);
    utimesSync(project.at("generated/ts"), before, before);
    project.build(v1);
    expect(project.stat("generated/ts").mtime).toEqual(before);
  });

  test("removes what it generated before and no longer does, with the folders that are empty then", () => {
    const project = workspace();
    project.build(v1);
    const written = project.build([target("typescript", "generated/ts", { "index.ts": "one" })]);
    expect(written.removed).toEqual(["generated/ts/events/a.ts", "generated/ts/events/b.ts"]);
    expect(project.exists("generated/ts/events")).toBe(false);
    expect(Object.keys(project.tree())).toEqual(["generated/ts/.trackwright.json", "generated/ts/index.ts"]);
  });

  test("keeps a folder that holds somebody else's file", () => {
    const project = workspace();
    project.build(v1);
    project.write("generated/ts/events/mine.ts", "export {};\n");
    project.build([target("typescript", "generated/ts", { "index.ts": "one" })]);
    expect(project.read("generated/ts/events/mine.ts")).toBe("export {};\n");
  });

  test("keeps the permissions of a file that it writes anew", () => {
    const project = workspace();
    project.build(v1);
    project.chmod("generated/ts/index.ts", 0o640);
    project.build(v2);
    expect(project.stat("generated/ts/index.ts").mode & 0o777).toBe(0o640);
  });

  test("turns a file into a folder, and a folder into a file", () => {
    const project = workspace();
    project.build([target("typescript", "generated/ts", { a: "file", "b/c": "in a folder" })]);
    const swapped = [target("typescript", "generated/ts", { "a/c": "in a folder", b: "file" })];
    project.build(swapped);
    expect(project.read("generated/ts/a/c")).toBe(generated("in a folder"));
    expect(project.read("generated/ts/b")).toBe(generated("file"));
    expect(project.check(swapped).diagnostics).toEqual([]);
  });

  test("renames a file whose name changes only by case", () => {
    const project = workspace();
    project.build([target("typescript", "generated/ts", { "Events.ts": "x" })]);
    const renamed = [target("typescript", "generated/ts", { "events.ts": "x" })];
    expect(drift(project.check(renamed))).toEqual([
      "generated-missing generated/ts/events.ts",
      "generated-orphan generated/ts/Events.ts",
    ]);
    project.build(renamed);
    expect(Object.keys(project.tree())).toContain("generated/ts/events.ts");
    expect(Object.keys(project.tree())).not.toContain("generated/ts/Events.ts");
  });

  test("goes through a folder that is a link", () => {
    const project = workspace();
    mkdirSync(project.at("elsewhere"));
    mkdirSync(project.at("generated"));
    symlinkSync(project.at("elsewhere"), project.at("generated/ts"));
    project.build(v1);
    expect(project.read("elsewhere/index.ts")).toBe(generated("one"));
    expect(project.check(v1).diagnostics).toEqual([]);
  });

  test("clears the folder of a target that the plan no longer has", () => {
    const project = workspace();
    const docs = target("markdown", "generated/docs", { "README.md": "docs" });
    project.build([...v1, docs]);
    project.write("generated/docs/mine.md", "mine");
    expect(drift(project.check(v1))).toEqual(["generated-orphan generated/docs/README.md"]);
    expect(project.build(v1).removed).toEqual(["generated/docs/README.md"]);
    expect(Object.keys(project.tree("generated/docs"))).toEqual(["generated/docs/mine.md"]);
    expect(project.check(v1).diagnostics).toEqual([]);

    project.build([docs]);
    expect(project.exists("generated/ts")).toBe(false);
  });

  test("moves a target to another folder", () => {
    const project = workspace();
    project.build(v1);
    const moved = [target("typescript", "src/tracking", { "index.ts": "one" })];
    project.build(moved);
    expect(project.exists("generated/ts")).toBe(false);
    expect(project.check(moved).diagnostics).toEqual([]);
  });

  test("of some targets leaves the others alone", () => {
    const project = workspace();
    project.build([...v1, target("markdown", "generated/docs", { "README.md": "docs" })]);
    const before = project.tree("generated/docs");
    expect(project.build(v2, { complete: false }).removed).toEqual(["generated/ts/events/b.ts"]);
    expect(project.tree("generated/docs")).toEqual(before);
  });
});

describe("a check", () => {
  test("tells stale, missing and orphaned files apart, and writes nothing", () => {
    const project = workspace();
    project.build(v1);
    const before = project.tree();
    const checked = project.check(v2);
    expect(drift(checked)).toEqual([
      "generated-missing generated/ts/types/t.ts",
      "generated-orphan generated/ts/events/b.ts",
      "generated-stale generated/ts/index.ts",
    ]);
    for (const { help } of checked.diagnostics) expect(help).toContain("trackwright build");
    expect(project.tree()).toEqual(before);
  });

  test("points at the first line that differs", () => {
    const project = workspace();
    project.build(v1);
    const [stale] = project.check([
      target("typescript", "generated/ts", { "index.ts": "two", "events/a.ts": "a", "events/b.ts": "b" }),
    ]).diagnostics;
    const text = project.read("generated/ts/index.ts");
    expect(text.slice(stale?.span.start, stale?.span.end)).toBe("one");
  });

  test("says so once a target where nothing was built yet, at its place in the plan", () => {
    const { diagnostics } = workspace().check(v1);
    expect(diagnostics.map(({ rule, message, span }) => [rule, message, span.file])).toEqual([
      [
        "generated-missing",
        'The target "typescript" was not built yet: none of its files is in "generated/ts".',
        "tracking-plan/plan.yaml",
      ],
    ]);
  });

  test("says so once for several targets, since one build mends them all", () => {
    const { diagnostics } = workspace().check([
      target("typescript", "generated/ts", { "index.ts": "one" }),
      target("json-schema", "generated/schemas", { "index.json": "{}" }),
      target("markdown", "generated/docs", { "README.md": "# Docs" }),
    ]);
    expect(diagnostics.map(({ rule, message, help }) => [rule, message, help])).toEqual([
      [
        "generated-missing",
        'The targets "typescript", "json-schema" and "markdown" were not built yet: none of their files is there.',
        "Run `trackwright build`, and commit what it writes.",
      ],
    ]);
  });

  test("names each file that is gone where there was a build", () => {
    const project = workspace();
    project.build(v1);
    for (const file of ["events/a.ts", "events/b.ts", "index.ts"]) project.remove(`generated/ts/${file}`);
    expect(drift(project.check(v1))).toEqual([
      "generated-missing generated/ts/events/a.ts",
      "generated-missing generated/ts/events/b.ts",
      "generated-missing generated/ts/index.ts",
    ]);
  });

  test("tells of many files once for each way to be out of date, and names them", () => {
    const project = workspace();
    const names = ["a", "b", "c", "d", "e", "f"];
    const files = (folder: string, text: string) =>
      Object.fromEntries(names.map((name) => [`${folder}/${name}.ts`, text]));
    const before = { ...files("stale", "one"), ...files("orphan", "one"), "mine.ts": "one" };
    project.build([target("typescript", "generated/ts", before)]);
    project.write("generated/ts/mine.ts", `${generated("one")}// mine\n`);
    project.write("generated/ts/orphan/f.ts", `${generated("one")}// mine\n`);
    const after = { ...files("stale", "two"), ...files("missing", "two"), "mine.ts": "one" };
    const { diagnostics } = project.check([target("typescript", "generated/ts", after)]);
    expect(
      diagnostics.map(({ rule, message, related = [] }) => [
        rule,
        message,
        related.map(({ message, span }) => `${message}: ${span.file}`),
      ]),
    ).toEqual([
      // What somebody wrote by hand is told by itself.
      ["generated-edited", expect.stringContaining('"generated/ts/mine.ts" was edited by hand'), []],
      [
        "generated-orphan",
        expect.stringContaining('"generated/ts/orphan/f.ts" is left over and was edited'),
        [],
      ],
      [
        "generated-stale",
        '"generated/ts/stale/a.ts" and 5 other files are out of date: they are not what the plan gives now.',
        ["b", "c", "d", "e", "f"].map((name) => `out of date, too: generated/ts/stale/${name}.ts`),
      ],
      [
        "generated-missing",
        '"generated/ts/missing/a.ts" and 5 other files are missing: the plan generates them.',
        ["b", "c", "d", "e", "f"].map((name) => `missing, too: generated/ts/missing/${name}.ts`),
      ],
      [
        "generated-orphan",
        '"generated/ts/orphan/a.ts" and 4 other files are left over: the plan no longer generates them.',
        ["b", "c", "d", "e"].map((name) => `left over, too: generated/ts/orphan/${name}.ts`),
      ],
    ]);
  });

  test("takes a checkout with CRLF for what it is", () => {
    const project = workspace();
    project.build(v1);
    for (const path of Object.keys(project.tree())) {
      project.write(path, project.read(path).replaceAll("\n", "\r\n"));
    }
    expect(project.check(v1).diagnostics).toEqual([]);
    expect(project.build(v1)).toMatchObject({ written: [], unchanged: 3 });
    expect(drift(project.check(v2))).toContain("generated-stale generated/ts/index.ts");
  });
});

describe("a file that was edited by hand", () => {
  test("is named by a check, and kept beside the new one by a build", () => {
    const project = workspace();
    project.build(v1);
    project.write("generated/ts/index.ts", `${generated("one")}// mine\n`);
    expect(drift(project.check(v1))).toEqual(["generated-edited generated/ts/index.ts"]);
    const written = project.build(v1);
    expect(written.kept).toEqual([{ path: "generated/ts/index.ts", as: "generated/ts/index.ts.orig" }]);
    expect(project.read("generated/ts/index.ts")).toBe(generated("one"));
    expect(project.read("generated/ts/index.ts.orig")).toBe(`${generated("one")}// mine\n`);
    expect(project.check(v1).diagnostics).toEqual([]);
  });

  test("gets a number where such a copy exists", () => {
    const project = workspace();
    for (const edit of ["first", "second", "third"]) {
      project.build(v1);
      project.write("generated/ts/index.ts", edit);
    }
    project.build(v1);
    expect(project.read("generated/ts/index.ts.orig")).toBe("first");
    expect(project.read("generated/ts/index.ts.orig.2")).toBe("second");
    expect(project.read("generated/ts/index.ts.orig.3")).toBe("third");
  });

  test("is kept also where the plan no longer generates it", () => {
    const project = workspace();
    project.build(v1);
    project.write("generated/ts/events/b.ts", "mine");
    expect(drift(project.check(v2))).toContain("generated-orphan generated/ts/events/b.ts");
    project.build(v2);
    expect(project.exists("generated/ts/events/b.ts")).toBe(false);
    expect(project.read("generated/ts/events/b.ts.orig")).toBe("mine");
  });
});

describe("a file that Trackwright did not write", () => {
  test("is never overwritten, and nothing else is written either", () => {
    const project = workspace();
    project.write("generated/ts/index.ts", "export const mine = 1;\n");
    const written = project.build(v1);
    expect(drift(written)).toEqual(["generated-foreign generated/ts/index.ts"]);
    expect(project.tree()).toEqual({ "generated/ts/index.ts": "export const mine = 1;\n" });
    expect(drift(project.check(v1))).toContain("generated-foreign generated/ts/index.ts");
  });

  test("is named where a folder, or a link, is in the way", () => {
    const project = workspace();
    project.write("generated/ts/index.ts/mine.txt", "mine");
    project.write("generated/ts/mine", "mine");
    symlinkSync(project.at("generated/ts/mine"), project.at("generated/ts/events"));
    expect(drift(project.build(v1))).toEqual([
      "generated-foreign generated/ts/events",
      "generated-foreign generated/ts/index.ts",
    ]);
    expect(project.read("generated/ts/index.ts/mine.txt")).toBe("mine");
  });

  test("is left alone beside the generated ones", () => {
    const project = workspace();
    project.write("generated/ts/README.md", "mine");
    project.build(v1);
    project.build(v2);
    expect(project.read("generated/ts/README.md")).toBe("mine");
    expect(project.check(v2).diagnostics).toEqual([]);
  });
});

describe("the manifest", () => {
  test("that was lost is made again from the mark in the files", () => {
    const project = workspace();
    project.build(v1);
    project.remove("generated/ts/.trackwright.json");
    expect(drift(project.check(v1))).toEqual(["generated-missing generated/ts/.trackwright.json"]);
    expect(drift(project.check(v2))).toEqual([
      "generated-missing generated/ts/types/t.ts",
      "generated-orphan generated/ts/events/b.ts",
      "generated-stale generated/ts/index.ts",
    ]);
    project.build(v2);
    expect(project.check(v2).diagnostics).toEqual([]);
    expect(project.exists("generated/ts/events/b.ts")).toBe(false);
  });

  test("that git could not merge still tells orphans and edits apart", () => {
    const project = workspace();
    project.build(v1);
    const ours = project.read("generated/ts/.trackwright.json");
    const conflict = ours.replace(
      /( {4}"events\/b.*\n)/,
      '<<<<<<< HEAD\n$1=======\n    "events/c.ts": "0123456789abcdef",\n>>>>>>> theirs\n',
    );
    expect(conflict).not.toBe(ours);
    project.write("generated/ts/.trackwright.json", conflict);
    project.write("generated/ts/events/a.ts", "mine");
    project.write("generated/ts/index.ts", `<<<<<<< HEAD\n${generated("one")}=======\n>>>>>>> theirs\n`);
    expect(drift(project.check(v2))).toEqual([
      "generated-edited generated/ts/events/a.ts",
      "generated-missing generated/ts/types/t.ts",
      "generated-orphan generated/ts/events/b.ts",
      "generated-stale generated/ts/index.ts",
    ]);
    project.build(v2);
    expect(project.check(v2).diagnostics).toEqual([]);
    expect(project.read("generated/ts/events/a.ts.orig")).toBe("mine");
    expect(project.exists("generated/ts/index.ts.orig")).toBe(false);
  });

  test("can't lead a build out of its folder", () => {
    const project = workspace();
    project.write("precious.txt", "mine");
    project.write(
      "generated/ts/.trackwright.json",
      '{ "manifest": 1, "plan": "../../tracking-plan", "target": "typescript", "files": { "../../precious.txt": "0" } }',
    );
    project.build(v1);
    expect(project.read("precious.txt")).toBe("mine");
  });

  test("of another plan that is still there keeps a build out", () => {
    const project = workspace();
    project.build(v1);
    renameSync(project.at("tracking-plan"), project.at("other-plan"));
    mkdirSync(project.at("tracking-plan"));
    expect(project.build(v1).diagnostics).toEqual([]);
    project.write(
      "generated/ts/.trackwright.json",
      project.read("generated/ts/.trackwright.json").replace("../../tracking-plan", "../../other-plan"),
    );
    expect(drift(project.build(v2))).toEqual(["shared-output-folder tracking-plan/plan.yaml"]);
    expect(drift(project.check(v2))).toContain("shared-output-folder tracking-plan/plan.yaml");
    expect(project.read("generated/ts/index.ts")).toBe(generated("one"));
  });
});

describe("the folder of a target", () => {
  test.each([
    ["", "unusable-output-folder"],
    [".", "unusable-output-folder"],
    ["..", "unusable-output-folder"],
    ["./x/..", "unusable-output-folder"],
    ["/tmp/x", "unusable-output-folder"],
    ["C:\\x", "unusable-output-folder"],
    ["tracking-plan", "unusable-output-folder"],
    ["tracking-plan/generated", "unusable-output-folder"],
    [".git", "unusable-output-folder"],
    [".Git/hooks", "unusable-output-folder"],
    ["web/node_modules/tracking", "unusable-output-folder"],
    ["link/generated", "unusable-output-folder"],
  ])("can't be %j", (out, rule) => {
    const project = workspace();
    symlinkSync(project.at("tracking-plan"), project.at("link"));
    const wrong = [target("typescript", out, { "index.ts": "x" })];
    expect(drift(project.build(wrong))).toEqual([`${rule} tracking-plan/plan.yaml`]);
    expect(drift(project.check(wrong))).toEqual([`${rule} tracking-plan/plan.yaml`]);
  });

  test("may lie outside the project, by a relative path", () => {
    const outer = workspace();
    mkdirSync(outer.at("app"));
    const inner = workspace(outer.at("app"));
    const away = [target("typescript", "../shared", { "index.ts": "x" })];
    expect(inner.build(away).written).toEqual(["../shared/index.ts"]);
    expect(outer.exists("shared/index.ts")).toBe(true);
    expect(inner.check(away).diagnostics).toEqual([]);
  });

  test.each([
    ["generated", "generated"],
    ["generated", "generated/docs"],
    ["generated/docs/api", "generated/docs/"],
    ["generated", "./generated/x/.."],
  ])("can't be shared: %j and %j", (one, other) => {
    const project = workspace();
    const targets = [target("typescript", one, { "a.ts": "a" }), target("markdown", other, { "a.md": "a" })];
    expect(drift(project.build(targets))).toEqual(["shared-output-folder tracking-plan/plan.yaml"]);
    expect(project.exists("generated")).toBe(false);
  });

  test("that is a file is an error with its name", () => {
    const project = workspace();
    project.write("generated/ts", "a file");
    expect(() => project.build(v1)).toThrow(/"generated\/ts".*a file lies there/);
    expect(() => project.check(v1)).toThrow(/"generated\/ts"/);
    expect(project.read("generated/ts")).toBe("a file");
  });

  test("in a file is an error with its name", () => {
    const project = workspace();
    project.write("generated", "a file");
    expect(() => project.build(v1)).toThrow(/"generated\/ts".*a file lies there/);
    expect(() => project.check(v1)).toThrow(/"generated\/ts".*a file lies there/);
  });
});

describe("a generator that is wrong", () => {
  test.each(["../x", "/x", "a//b", "a/../b", "", ".trackwright.json", "a\\b", "C:x"])(
    "can't write to %j",
    (path) => {
      const project = workspace();
      expect(() => project.build([target("typescript", "generated/ts", { [path]: "x" })])).toThrow(
        /the target "typescript" names a file/,
      );
      expect(project.exists("generated")).toBe(false);
    },
  );

  test("can't write two files that are one on disks that ignore case", () => {
    const twins = [target("typescript", "generated/ts", { "a.ts": "x", "A.ts": "y" })];
    expect(() => workspace().build(twins)).toThrow(/writes both "a.ts" and "A.ts"/);
  });
});
