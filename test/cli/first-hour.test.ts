// What people meet in the first hour: a project that is not built, a target that nobody wants, a name that is not there.
import { describe, expect, test } from "vitest";
import { git } from "./repository.js";
import { project, run, temporaryFolder } from "./spawn.js";

/** The rules of the findings in a JSON report. */
function rulesIn(stdout: string): readonly string[] {
  const report: { findings: { rule: string }[] } = JSON.parse(stdout);
  return report.findings.map(({ rule }) => rule);
}

describe("a project that is not built", () => {
  test("is told so once, however many targets it has", () => {
    const { code, stdout } = project("store").run("lint --format json");
    expect([code, rulesIn(stdout)]).toEqual([1, ["generated-missing"]]);
  });
});

describe("code that calls the emitters", () => {
  const findings = (stdout: string): readonly string[] =>
    stdout.split("\n").filter((line) => line !== "" && !line.includes(" generated-missing "));

  test.each([
    ["before the first build", ""],
    ["where generated code is not committed", "generated/\n"],
  ])("is understood %s as it is after it", (_, ignored) => {
    const files = project("store");
    git(files.root, "init", "-q");
    if (ignored !== "") files.write(".gitignore", ignored);
    files.edit(
      "tracking-plan/plan.yaml",
      "storefront: { kind: browser,",
      'storefront: { kind: browser, paths: ["web/**/*.ts"],',
    );
    files.write(
      "web/cart.ts",
      `import { createTracker, addedToCart } from "../generated/typescript/index.js";
declare const destination: Parameters<typeof createTracker>[0]["destination"];
const tracker = createTracker({ destination });
export const add = (sku: string) => tracker.track({ anonymous_id: "a" }, addedToCart({ sku, cart_id: 7 }));
`,
    );
    const before = files.run("lint --format concise");
    expect(findings(before.stdout)).toEqual([
      expect.stringContaining('unimplemented-event "Viewed Product" is sent nowhere'),
      // Somebody listens to this one, and would wait for ever.
      expect.stringContaining('untriggerable "Abandoned checkout" is started by "Started Checkout"'),
      expect.stringContaining(
        'missing-property "Added to Cart" is sent without "cart_value", "currency" and "items"',
      ),
      expect.stringContaining('property-type-mismatch "cart_id" of "Added to Cart" must be text'),
    ]);
    const scan = files.run("scan");
    expect(scan.stdout).toContain("The code sends 1 of 6 events: 1 through emitters alone.");
    files.run("build");
    expect(files.run("lint --format concise").stdout).toBe(`${findings(before.stdout).join("\n")}\n`);
    expect(files.run("scan").stdout).toBe(scan.stdout);
  });
});

describe("a plan with `generate: {}`", () => {
  function shop() {
    const files = project("store");
    files.edit(
      "tracking-plan/plan.yaml",
      "generate:\n  typescript: generated/typescript\n  json-schema: generated/schemas\n  markdown: generated/docs\n",
      "generate: {}\n",
    );
    return files;
  }

  test("generates nothing, and build says so", () => {
    const files = shop();
    expect(files.run("build")).toEqual({
      code: 0,
      stdout: 'Nothing to build: "generate" in my-store 0.1.0 names no target\n',
      stderr: "",
    });
    expect(files.exists("generated")).toBe(false);
    expect(files.run("build --check")).toEqual({
      code: 0,
      stdout: 'Nothing to check: "generate" in my-store 0.1.0 names no target\n',
      stderr: "",
    });
    expect(files.run("lint").code).toBe(0);
    expect(files.run("build --only typescript").stderr).toBe(
      'trackwright: the plan has no target "typescript". It generates nothing: name targets under `generate`\n',
    );
  });

  test("gets what was generated before taken away", () => {
    const files = project("store");
    files.run("build");
    files.edit("tracking-plan/plan.yaml", "generate:\n", "generate: {}\nrules: {}\nX:\n");
    files.edit(
      "tracking-plan/plan.yaml",
      "X:\n  typescript: generated/typescript\n  json-schema: generated/schemas\n  markdown: generated/docs\n",
      "",
    );
    const { code, stdout } = files.run("build");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Nothing to build: .*; \d+ files of before removed\n$/);
    expect(files.tree("generated")).toEqual({});
  });
});

describe("a scan that has nothing to look at", () => {
  test.each(["scan --no-plan", "scan --no-plan --format json"])("%s does not pass", (args) => {
    const { code, stdout, stderr } = run(args.split(" "), { cwd: temporaryFolder() });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^trackwright: there is no TypeScript or JavaScript to scan in ".*"\. What/);
  });
});

describe("what is asked for and not there", () => {
  test.each([
    ["lint --base nope", 'no commit "nope"'],
    ["lint --base ./nope", 'there is no folder "./nope"'],
    ["lint nowhere", 'there is no file or folder "nowhere"'],
    ["build --only typescrpt", 'there is no target "typescrpt". Did you mean "typescript"? The targets are'],
    ["lint --fix nowhere", 'there is no file or folder "nowhere"'],
    ["lint --fix --base nope", 'no commit "nope"'],
    ["lint --only plan --base main", "--base is what the base mirror compares with, which --only leaves out"],
  ])("%s is wrong usage, also where the plan has errors", (args, message) => {
    const files = project("store");
    git(files.root, "init", "-q");
    files.edit("tracking-plan/people.yaml", "people:", "naming: shouted\npeople:");
    const before = files.read("tracking-plan/people.yaml");
    const { code, stdout, stderr } = files.run(args);
    expect(stderr).toContain(message);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(files.read("tracking-plan/people.yaml")).toBe(before);
  });
});

describe("a report in a file", () => {
  test.each([
    ["report.json", /^\{\n {2}"trackwright"/],
    ["report.sarif", /"version": "2\.1\.0"/],
    ["report.sarif.json", /"version": "2\.1\.0"/],
    ["report.xml", /^<\?xml/],
    ["REPORT.MD", /^#+ |^\*\*|^\|/],
    ["report.txt", /^error\[generated-missing\]: /],
    ["report", /^error\[generated-missing\]: /],
  ])("%s has the format that its ending names", (file, content) => {
    const files = project("store");
    expect(files.run(`lint --output ${file}`).code).toBe(1);
    expect(files.read(file)).toMatch(content);
  });

  test.each(["build", "lint --fix"])(
    "of %s is no page of HTML, which is said before anything is written",
    (args) => {
      const files = project("store");
      files.edit("tracking-plan/events/shopping.yaml", "Viewed Product:", "viewed_product:");
      const before = files.tree("");
      const { code, stdout, stderr } = files.run(`${args} --output report.html`);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toBe('trackwright: "html" is a format for `trackwright preview` alone\n');
      expect(files.tree("")).toEqual(before);
    },
  );

  test("has the --format that is given, whatever its ending", () => {
    const files = project("store");
    files.run("lint --format concise --output report.json");
    expect(files.read("report.json")).toMatch(/^tracking-plan\/plan\.yaml:30:\d+ error generated-missing /);
  });
});
