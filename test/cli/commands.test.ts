// The command line as users and CI steps meet it: words, exit codes, and what goes to which channel.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { project } from "./spawn.js";

const version: string = JSON.parse(
  readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
).version;

describe("trackwright", () => {
  test.each(["--version", "-V", "build --version", "--version lint", "--quiet --version"])(
    "%s prints the version",
    (args) => {
      expect(project().run(args)).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
    },
  );

  test.each(["--help", "-h", "help", "build --help", "help lint", "init -h"])(
    "%s explains, with examples",
    (args) => {
      const { code, stdout, stderr } = project().run(args);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout).toContain("Examples:\n  trackwright ");
      expect(stdout).toContain("--plan <dir>");
    },
  );

  test("alone explains what there is, and is no success", () => {
    const { code, stdout, stderr } = project().run("");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("Commands:\n  init");
  });
});

describe("what can't be understood", () => {
  test.each([
    ["biuld", 'unknown command "biuld". Did you mean "build"? The commands are init, build, lint, diff'],
    ["--quiet lnit", 'unknown command "lnit". Did you mean "lint"?'],
    ["generate", 'unknown command "generate". Did you mean `trackwright build`? The commands are'],
    ["check --quiet", 'unknown command "check". Did you mean `trackwright lint`? The commands are'],
    ["frobnicate", 'unknown command "frobnicate". The commands are'],
    ["help biuld", 'unknown command "biuld". Did you mean "build"?'],
    ["build --chekc", 'unknown option "--chekc" for `trackwright build`. Did you mean "--check"?'],
    ["--quite build", 'unknown option "--quite" for `trackwright build`. Did you mean "--quiet"?'],
    ["lint --fxi", 'unknown option "--fxi" for `trackwright lint`. Did you mean "--fix"?'],
    ["lint --frmat=json", 'unknown option "--frmat" for `trackwright lint`. Did you mean "--format"?'],
    ["build web", '`trackwright build` takes no "web". The plan\'s folder is named with --plan'],
    ["rules casing", '`trackwright rules` takes no "casing". `trackwright explain RULE` tells of one rule.'],
    ["diff a b c", "too many arguments for `trackwright diff`. Run `trackwright diff --help`"],
    ["lint --format", "--format needs a value."],
    ["lint --format jsno", 'unknown format "jsno". Did you mean "json"? The formats are text, concise,'],
    ["lint --fail-on warnings", 'unknown level "warnings" for --fail-on. Did you mean "warning"?'],
    ["lint --format json --format text", 'the formats "json" and "text" would both go to stdout'],
    ["lint --output a --output b", '--output "b" has no --format'],
    ["lint --format json --output a --format text --output a", 'two reports would be written to "a"'],
    ["lint --only plans", 'unknown mirror "plans". Did you mean "plan"?'],
    ["lint --only plan,base", "the base mirror needs --base: a git ref, a folder or a package"],
    ["lint --only ,", "--only needs at least one name"],
    ["build --only markdwn", 'the plan has no target "markdwn". Did you mean "markdown"?'],
    ["build --check --watch", "--check and --watch don't go together"],
    ["init --template shop", 'unknown template "shop". '],
    ["lint --plan nowhere", "nowhere"],
    ["lint --plan .", '"." holds no plan.yaml, the head of a plan. Did you mean "tracking-plan"?'],
    ["explain event-casing", 'there is no rule "event-casing". Did you mean "event-name-casing"?'],
  ])("%s", (args, message) => {
    const { code, stdout, stderr } = project("store").run(args);
    expect(stderr).toContain(`trackwright: ${message.startsWith("nowhere") ? "" : message}`);
    expect(stderr).toContain(message);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });

  test("a folder without a plan says how to begin", () => {
    for (const command of ["build", "lint", "build --check"]) {
      const { code, stderr } = project().run(command);
      expect(code).toBe(2);
      expect(stderr).toMatch(/^trackwright: no plan found: .*trackwright init/);
    }
  });

  test("a folder above a project says where the plan is", () => {
    const shop = project();
    shop.run("init my-shop");
    for (const command of ["build", "lint", "build --check"]) {
      const { code, stderr } = shop.run(command);
      expect(code).toBe(2);
      expect(stderr).toContain('There is one in "my-shop/tracking-plan": go there, or add `--plan');
    }
    expect(shop.run("lint --only plan --plan my-shop/tracking-plan").code).toBe(0);
  });

  test("a plan without events is nothing that passes a lint", () => {
    const shop = project("empty");
    shop.write("tracking-plan/plan.yaml", "trackwright: 1\nname: shop\n");
    expect(shop.run("lint")).toMatchObject({ code: 2, stderr: expect.stringContaining("no events") });
  });
});

describe("trackwright init", () => {
  test.each(["store", "saas", "empty"] as const)(
    "--template %s gives a plan that lints clean and builds",
    (template) => {
      const shop = project();
      const { code, stdout } = shop.run(`init --template ${template}`);
      expect(code).toBe(0);
      expect(stdout).toContain("Wrote tracking-plan/plan.yaml\n");
      expect(stdout).toContain("Next:\n  trackwright build");
      expect(shop.run("lint --only plan --fail-on info").stdout).toMatch(
        /^No findings\. Checked \d+ events? in/,
      );
      expect(shop.run("build --fail-on info").code).toBe(0);
      expect(shop.run("lint --fail-on info")).toMatchObject({ code: 0, stderr: "" });
      expect(shop.run("build --check").code).toBe(0);
      for (const text of Object.values(shop.tree("tracking-plan"))) {
        expect(text).toMatch(
          /^# yaml-language-server: \$schema=(\.\.\/)+node_modules\/trackwright\/schema\/plan\.schema\.json\n/,
        );
      }
    },
  );

  test("takes a folder, and makes it", () => {
    const shop = project();
    const { code, stdout } = shop.run("init shop/app");
    expect(code).toBe(0);
    expect(stdout).toContain("Wrote shop/app/tracking-plan/plan.yaml\n");
    expect(stdout).toContain("cd shop/app\n");
    expect(shop.exists("shop/app/tracking-plan/plan.yaml")).toBe(true);
  });

  test("is told the project's folder, not the plan's", () => {
    const shop = project();
    for (const [folder, command] of [
      ["tracking-plan", "`trackwright init`"],
      ["my-shop/tracking-plan", "`trackwright init my-shop`"],
    ] as const) {
      const { code, stderr } = shop.run(`init ${folder}`);
      expect({ code, files: shop.tree(".") }).toEqual({ code: 2, files: {} });
      expect(stderr).toContain(`Run ${command}.`);
    }
    // A project may have that name.
    shop.write("tracking-plan/package.json", "{}\n");
    expect(shop.run("init tracking-plan").code).toBe(0);
  });

  test("says the next steps as they have to be typed", () => {
    expect(project().run("init", { env: { npm_command: "exec" } }).stdout).toContain(
      "\n  npx trackwright build  ",
    );
  });

  test("never writes over a file, names each that exists, and writes no other", () => {
    const shop = project();
    shop.write("tracking-plan/plan.yaml", "mine\n");
    shop.write("tracking-plan/people.yaml", "mine\n");
    const { code, stderr } = shop.run("init");
    expect(code).toBe(2);
    expect(stderr).toContain("  tracking-plan/people.yaml\n  tracking-plan/plan.yaml\n");
    expect(shop.tree("tracking-plan")).toEqual({ "people.yaml": "mine\n", "plan.yaml": "mine\n" });
  });

  test("says so where a file lies in the place of the folder", () => {
    const shop = project();
    shop.write("tracking-plan", "mine\n");
    const { code, stderr } = shop.run("init");
    expect(code).toBe(2);
    expect(stderr).toMatch(/^trackwright: can't write to .*tracking-plan/);
    expect(shop.read("tracking-plan")).toBe("mine\n");
  });
});

describe("trackwright build", () => {
  test("says what it did, and says nothing with --quiet", () => {
    const shop = project("store");
    expect(shop.run("build").stdout).toMatch(
      /^Built 3 targets from my-store 0\.1\.0: (\d+) files, \1 written, 0 unchanged \(\d+ ms\)\n$/,
    );
    expect(shop.run("build").stdout).toMatch(/: (\d+) files, 0 written, \1 unchanged \(\d+ ms\)\n$/);
    expect(shop.run("build --quiet")).toEqual({ code: 0, stdout: "", stderr: "" });
  });

  test("names the files that it wrote and removed with --verbose", () => {
    const shop = project("empty");
    shop.run("build");
    shop.edit("tracking-plan/plan.yaml", "Signed Up", "Joined");
    const { stderr } = shop.run("build --verbose");
    expect(stderr).toContain("Wrote generated/schemas/events/joined.schema.json\n");
    expect(stderr).toContain("Removed generated/schemas/events/signed-up.schema.json\n");
  });

  test("takes the options of all commands before and after its name", () => {
    const shop = project("store");
    shop.run("--plan tracking-plan build --quiet");
    expect(shop.run("build --check --plan tracking-plan").code).toBe(0);
    expect(shop.run("--format json build --check").stdout).toMatch(/^{\n {2}"trackwright"/);
  });

  test("finds the plan from a folder below the project", () => {
    const shop = project("store");
    shop.write("web/src/x.ts", "");
    expect(shop.run("build", { cwd: shop.at("web/src") }).code).toBe(0);
    expect(shop.exists("generated/docs/README.md")).toBe(true);
  });

  test("with mistakes in the plan shows them, writes nothing, and fails whatever --fail-on says", () => {
    const shop = project("store");
    shop.run("build");
    const before = shop.tree("generated");
    shop.edit("tracking-plan/types.yaml", "cart_value: Money", "cart_value: Monney");
    for (const args of ["build", "build --fail-on never"]) {
      const { code, stdout, stderr } = shop.run(args);
      expect(code).toBe(1);
      expect(stdout).toContain("tracking-plan/types.yaml:18:19\n");
      expect(stdout).toContain('"Money"?');
      expect(stderr).toBe("Nothing was written: 1 error\n");
    }
    expect(shop.tree("generated")).toEqual(before);
    expect(shop.run("build --check")).toMatchObject({
      code: 1,
      stderr: "The generated files were not checked, since the plan has errors\n",
    });
  });

  test("--only builds those targets, and leaves the others as they are", () => {
    const shop = project("store");
    expect(shop.run("build --only json-schema,markdown").stdout).toMatch(/^Built 2 targets/);
    expect(shop.exists("generated/typescript")).toBe(false);
    expect(shop.run("build --check --only markdown --only json-schema").code).toBe(0);
    expect(shop.run("build --check").code).toBe(1);
  });

  test("keeps a hand edit and says where", () => {
    const shop = project("store");
    shop.run("build");
    const file = "generated/docs/README.md";
    shop.write(file, `${shop.read(file)}mine\n`);
    const checked = shop.run("build --check");
    expect(checked.code).toBe(1);
    expect(checked.stdout).toContain(`error[generated-edited]: "${file}" was edited by hand`);
    const { code, stderr } = shop.run("build");
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: `Kept the hand-edited version of ${file} as ${file}.orig\n`,
    });
    expect(shop.run("build --check").code).toBe(0);
  });

  test("names a file that it did not write, and stays away from it", () => {
    const shop = project("store");
    shop.write("generated/docs/README.md", "mine\n");
    const { code, stdout } = shop.run("build");
    expect(code).toBe(1);
    expect(stdout).toContain(
      'error[generated-foreign]: "generated/docs/README.md" was not written by Trackwright',
    );
    expect(shop.tree("generated")).toEqual({ "docs/README.md": "mine\n" });
  });

  test("into a folder that is a file is an error with its name", () => {
    const shop = project("store");
    shop.write("generated", "mine\n");
    for (const command of ["build", "build --check", "lint"]) {
      const { code, stderr } = shop.run(command);
      expect(code).toBe(2);
      expect(stderr).toMatch(
        /^trackwright: the folder "generated\/[a-z]+" of the target "[a-z-]+" can't be made/,
      );
    }
  });

  test("gives the command that mends drift as it has to be typed", () => {
    const shop = project("store");
    const { stdout } = shop.run("build --check --plan ./tracking-plan --format concise");
    expect(stdout).toContain("generated-missing");
    const json = JSON.parse(shop.run("build --check --plan ./tracking-plan --format json").stdout);
    expect(json.findings[0].help).toBe(
      "Run `trackwright build --plan ./tracking-plan`, and commit what it writes.",
    );
  });
});

describe("trackwright lint", () => {
  test("runs the rules of the plan, with the severities that its head gives them", () => {
    const shop = project("empty");
    shop.run("build");
    shop.edit("tracking-plan/plan.yaml", "  Signed Up:", "  signed_up:");
    expect(shop.run("lint --only plan").stdout).toContain("error[event-name-casing]");
    shop.edit("tracking-plan/plan.yaml", "naming:", "rules: { event-name-casing: warning }\nnaming:");
    const linted = shop.run("lint --only plan");
    expect(linted).toMatchObject({ code: 0, stdout: expect.stringContaining("warning[event-name-casing]") });
    expect(shop.run("lint --only plan --fail-on warning").code).toBe(1);
    expect(shop.run("lint --only generated").stdout).not.toContain("event-name-casing");
  });

  test("finds generated files that are out of date, and the command that mends them", () => {
    const shop = project("empty");
    shop.run("build");
    expect(shop.run("lint")).toMatchObject({ code: 0, stderr: "" });
    shop.edit("tracking-plan/plan.yaml", "A person opened", "Somebody opened");
    const { code, stdout } = shop.run("lint --format json");
    expect(code).toBe(1);
    const { findings } = JSON.parse(stdout);
    expect(findings.length).toBeGreaterThan(0);
    for (const one of findings) {
      expect(one).toMatchObject({
        rule: "generated-stale",
        mirror: "generated",
        help: "Run `trackwright build`.",
      });
      expect(shop.exists(one.file)).toBe(true);
    }
    expect(shop.run("lint --only plan").code).toBe(0);
  });

  test("takes a reason in a comment, and counts what it takes away", () => {
    const shop = project("empty");
    shop.run("build");
    shop.edit(
      "tracking-plan/plan.yaml",
      "  Signed Up:",
      "  # trackwright-ignore event-name-casing: kept as the old shop sent it\n  signed_up:",
    );
    const { code, stdout } = shop.run("lint --only plan");
    expect(stdout).toMatch(/^No findings, 1 suppressed\. Checked/);
    expect(code).toBe(0);
  });
});

describe("reports", () => {
  test("JSON on stdout is all of stdout, however long it is and whoever reads it", () => {
    const shop = project("store");
    const many = Array.from({ length: 3_000 }, (_, index) => `  Event ${index}: { sauce: backend }\n`).join(
      "",
    );
    shop.write("tracking-plan/many.yaml", `events:\n${many}`);
    const { code, stdout } = shop.run("lint --only plan --format json");
    expect(code).toBe(1);
    expect(stdout.length).toBeGreaterThan(1_000_000);
    const { findings, summary } = JSON.parse(stdout);
    expect(findings).toHaveLength(summary.errors + summary.warnings + summary.infos);
    const text = shop.run("lint --only plan").stdout;
    expect(text.match(/^(error|warning|note)\[/gm)).toHaveLength(findings.length);
  });

  test("several at once, to files and to stdout", () => {
    const shop = project("store");
    const { code, stdout, stderr } = shop.run(
      "build --check --format sarif --output reports/a.sarif --format junit --output reports/b.xml --format concise",
    );
    expect(code).toBe(1);
    expect(stdout).toMatch(/^tracking-plan\/plan\.yaml:\d+:\d+ error generated-missing /);
    expect(stderr).toMatch(/^Wrote 1 error to reports\/a\.sarif\nWrote 1 error to reports\/b\.xml\n$/);
    expect(JSON.parse(shop.read("reports/a.sarif")).version).toBe("2.1.0");
    expect(shop.read("reports/b.xml")).toMatch(/^<\?xml/);
  });

  test("an output that can't be written is an error with its name", () => {
    const shop = project("store");
    shop.write("a-file", "");
    const { code, stderr } = shop.run("lint --only plan --format json --output a-file/report.json");
    expect(code).toBe(2);
    expect(stderr).toMatch(/^trackwright: can't write the report "a-file\/report\.json": /);
  });

  test("in GitHub Actions there are annotations below the text, with paths from the repository's root", () => {
    const shop = project();
    shop.run("init app --template empty");
    const env = { GITHUB_ACTIONS: "true", GITHUB_WORKSPACE: shop.root };
    const { stdout } = shop.run("build --check", { cwd: shop.at("app"), env });
    expect(stdout).toMatch(/^error\[generated-missing\]/);
    expect(stdout).toMatch(/::error title=generated-missing,file=app\/tracking-plan\/plan\.yaml,line=\d+/);
    expect(shop.run("build --check --format concise", { cwd: shop.at("app"), env }).stdout).not.toContain(
      "::",
    );
  });

  test("--fail-on decides about the exit code alone", () => {
    const shop = project("store");
    expect(shop.run("lint").code).toBe(1);
    expect(shop.run("lint --fail-on never").code).toBe(0);
    expect(shop.run("lint --fail-on never").stdout).toBe(shop.run("lint").stdout);
  });

  test("--quiet leaves the findings and drops the summary", () => {
    const shop = project("store");
    shop.edit("tracking-plan/types.yaml", "cart_value: Money", "cart_value: Monney");
    const { stdout, stderr } = shop.run("lint --quiet");
    expect(stdout).toContain("Monney");
    expect(stdout).not.toContain("Checked");
    expect(stderr).toBe("");
  });
});

describe("colour", () => {
  const escapeCode = "\u001b[";

  test("is off in a pipe, and on where the user or the environment says so", () => {
    const shop = project("store");
    expect(shop.run("build --check").stdout).not.toContain(escapeCode);
    expect(shop.run("build --check --color").stdout).toContain(escapeCode);
    expect(shop.run("build --check", { env: { FORCE_COLOR: "1" } }).stdout).toContain(escapeCode);
    expect(shop.run("build --check", { env: { FORCE_COLOR: "0" } }).stdout).not.toContain(escapeCode);
    expect(shop.run("build --check --no-color", { env: { FORCE_COLOR: "1" } }).stdout).not.toContain(
      escapeCode,
    );
    expect(shop.run("build --check --color --format json").stdout).not.toContain(escapeCode);
  });
});
