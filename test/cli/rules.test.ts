// Lint with rules as users and CI steps meet it: mends, baselines, suppressions, the catalogue and its pages.
import { chmodSync, readdirSync, statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { rules } from "../../src/rules/registry.js";
import { project, runInTerminal } from "./spawn.js";

const plan = `trackwright: 1
name: acme-store
version: 1.0.0
events:
  signed_in: # where it all begins
    description: 'A person signs in.'
    owner: app
    source: app
sources:
  app: { kind: browser }
consumers:
  Hello:
    kind: campaign
    owner: lifecycle
    trigger: signed_in
`;
const mended = plan
  .replace("\n  signed_in:", "\n  Signed In:")
  // Code and campaigns that still have the old name are found by it.
  .replace("person signs in.'\n", "person signs in.'\n    aliases: [signed_in]\n")
  .replace("trigger: signed_in", "trigger: Signed In");

function withPlan(text = plan) {
  const shop = project();
  shop.write("tracking-plan/plan.yaml", text);
  return shop;
}

describe("lint --fix", () => {
  test("mends the plan, says so, and has nothing to do the second time", () => {
    const shop = withPlan();
    chmodSync(shop.at("tracking-plan/plan.yaml"), 0o640);
    const first = shop.run("lint --only plan --fix");
    expect(first.stderr).toContain("Mended 1 finding in 1 file\n");
    expect(first.code).toBe(0);
    expect(shop.read("tracking-plan/plan.yaml")).toBe(mended);
    expect(statSync(shop.at("tracking-plan/plan.yaml")).mode & 0o777).toBe(0o640);
    expect(readdirSync(shop.at("tracking-plan"))).toEqual(["plan.yaml"]);

    const before = statSync(shop.at("tracking-plan/plan.yaml")).mtimeMs;
    expect(shop.run("lint --only plan --fix").stderr).not.toContain("Mended");
    expect(statSync(shop.at("tracking-plan/plan.yaml")).mtimeMs).toBe(before);
  });

  test("keeps a byte order mark and CRLF", () => {
    const shop = withPlan(`\ufeff${plan.replaceAll("\n", "\r\n")}`);
    expect(shop.run("lint --only plan --fix").code).toBe(0);
    expect(shop.read("tracking-plan/plan.yaml")).toBe(`\ufeff${mended.replaceAll("\n", "\r\n")}`);
  });

  test("with --dry-run prints a diff and writes nothing", () => {
    const shop = withPlan();
    const { code, stdout, stderr } = shop.run("lint --only plan --fix --dry-run");
    expect(code).toBe(1);
    expect(stderr).toBe("Would mend 1 finding in 1 file\n");
    expect(stdout).toMatch(/^--- a\/tracking-plan\/plan.yaml\n\+\+\+ b\/tracking-plan\/plan.yaml\n@@ /);
    expect(stdout).toContain("\n-  signed_in: # where it all begins\n+  Signed In: # where it all begins\n");
    expect(shop.read("tracking-plan/plan.yaml")).toBe(plan);
  });

  test("leaves what it can't mend", () => {
    const shop = withPlan(plan.replace("owner: app", "ownner: app"));
    const { code, stdout } = shop.run("lint --only plan --fix --format concise");
    expect(code).toBe(1);
    expect(stdout).toMatch(/^tracking-plan\/plan.yaml:8:5 error unknown-key .*\n$/);
    expect(shop.read("tracking-plan/plan.yaml")).toContain("Signed In:");
  });

  test("does nothing where a file can't be read", () => {
    const shop = withPlan();
    shop.write("tracking-plan/more.yaml", "\u0000");
    const { code, stderr } = shop.run("lint --fix --only plan");
    expect(code).toBe(1);
    expect(stderr).toContain("Nothing was mended, since some files can't be read\n");
    expect(shop.read("tracking-plan/plan.yaml")).toBe(plan);
  });
});

describe("lint --baseline", () => {
  test("reports only what is new since it was written, whatever moves", () => {
    const shop = withPlan();
    expect(shop.run("lint --only plan --baseline known.json")).toMatchObject({
      code: 2,
      stderr: 'trackwright: there is no baseline "known.json". Add --update-baseline to write it\n',
    });
    const written = shop.run("lint --baseline known.json --update-baseline");
    expect(written.code).toBe(0);
    expect(written.stderr).toMatch(/^Wrote \d+ findings to the baseline known.json\n$/);

    shop.edit("tracking-plan/plan.yaml", "events:\n", "\n# Moved.\nevents:\n");
    const again = shop.run("lint --only plan --baseline known.json");
    expect(again.code).toBe(0);
    expect(again.stdout).toContain("1 in the baseline");

    shop.edit(
      "tracking-plan/plan.yaml",
      "sources:",
      "  signed_out: { description: b, owner: app, source: app }\nsources:",
    );
    const { code, stdout } = shop.run("lint --only plan --baseline known.json --format json");
    expect(code).toBe(1);
    const report = JSON.parse(stdout);
    expect(report.summary).toMatchObject({ errors: 1, baselined: 1, suppressed: 0 });
    expect(report.findings.map((one: { event: string }) => one.event)).toEqual(["signed_out"]);
  });

  test("says what is no longer there, and takes it out when asked", () => {
    const shop = withPlan();
    shop.run("build --quiet");
    shop.run("lint --baseline known.json --update-baseline");
    shop.run("lint --fix --quiet");
    shop.run("build --quiet");
    expect(shop.run("lint --baseline known.json").stderr).toBe(
      "1 finding of the baseline is gone; --update-baseline takes it out\n",
    );
    shop.run("lint --baseline known.json --update-baseline");
    expect(JSON.parse(shop.read("known.json"))).toEqual({ baseline: 1, findings: {} });
  });

  test("is not written for a plan that can't be checked as a whole", () => {
    const shop = withPlan(plan.replace("owner: app", "ownner: app"));
    const { code, stderr } = shop.run("lint --baseline known.json --update-baseline");
    expect(code).toBe(1);
    expect(stderr).toContain(
      "The baseline was not written, since the plan could not be checked as a whole\n",
    );
    expect(shop.exists("known.json")).toBe(false);
  });

  test.each([
    ["{", "it is not JSON"],
    ["[1]", "it is not a baseline that this version of Trackwright wrote"],
  ])("refuses the file %j", (text, reason) => {
    const shop = withPlan();
    shop.write("known.json", text);
    const { code, stderr } = shop.run("lint --baseline known.json");
    expect(code).toBe(2);
    expect(stderr).toContain(`can't use the baseline "known.json": ${reason}`);
  });
});

test("suppressions are counted", () => {
  const shop = withPlan(plan.replace("# where", "# trackwright-ignore event-name-casing: where"));
  const { code, stdout } = shop.run("lint --only plan --format json");
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ findings: [], summary: { suppressed: 1 } });
});

test("the head's settings count for what other stages find", () => {
  const shop = withPlan(mended.replace("events:", "rules: { generated-missing: info }\nevents:"));
  const { code, stdout } = shop.run("lint --format json");
  expect(code).toBe(0);
  expect(new Set(JSON.parse(stdout).findings.map((one: { severity: string }) => one.severity))).toEqual(
    new Set(["info"]),
  );
});

describe("words that don't go together", () => {
  test.each([
    ["lint --dry-run", "--dry-run goes with --fix"],
    [
      "lint --fix --only generated",
      "--fix mends the plan, the code and the templates, which --only leaves out",
    ],
    ["lint --update-baseline", "--update-baseline needs --baseline FILE"],
    ["lint --baseline a --update-baseline --only plan", "--update-baseline and --only don't go together"],
    ["lint --fix --dry-run --watch", "--dry-run and --watch don't go together"],
    ["explain", "`trackwright explain` needs a rule"],
    ["explain event-name-case", 'there is no rule "event-name-case". Did you mean "event-name-casing"?'],
    ["explain __proto__", 'there is no rule "__proto__".'],
    ["rules --format sarif", '"sarif" is a format for findings. Take text, json or markdown here'],
  ])("%s", (args, message) => {
    const { code, stdout, stderr } = withPlan().run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
  });
});

describe("rules and explain", () => {
  test("need no plan, and name every rule", () => {
    const { code, stdout, stderr } = project().run("rules");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const { id } of rules)
      expect(stdout).toMatch(new RegExp(`^ {2}${id} +(?:error|warning|note|off) `, "m"));
  });

  test("keep to the width of the terminal", () => {
    const { root } = project();
    for (const columns of [60, 80]) {
      for (const command of ["rules", "explain event-name-casing", "--help", "lint --help", "init --help"]) {
        const lines = runInTerminal(`${command} --no-color`, root, columns).split("\n");
        // Code keeps its lines, to be copied.
        const code = /^ {4}\S|trackwright-ignore|^ {2}trackwright /;
        expect(lines.filter((line) => line.length > columns && !code.test(line))).toEqual([]);
      }
    }
  });

  test("what is said of an example keeps to the width too", () => {
    const text = runInTerminal("explain similar-event-names --no-color", project().root, 60);
    expect(text).toContain(
      '    error: The event "Checkout Started" has the words of\n    "Started Checkout" in another order.\n',
    );
  });

  test("give JSON for programs", () => {
    const all = JSON.parse(project().run("rules --format json").stdout);
    expect(all.rules.map((rule: { id: string }) => rule.id)).toEqual(rules.map((rule) => rule.id));
    const one = JSON.parse(project().run("explain missing-description --format json").stdout);
    expect(one.rule).toMatchObject({
      id: "missing-description",
      severity: "warning",
      canBeSwitchedOff: true,
    });
  });

  test("show the page of a rule", () => {
    const { stdout } = project().run("explain property-type-conflict");
    for (const part of [
      "What it costs",
      "Bad",
      "Good",
      "How to mend it",
      "To live with it",
      "      total: string",
    ])
      expect(stdout).toContain(part);
    expect(project().run("explain property-type-conflict --format markdown").stdout).toMatch(
      /^# property-type-conflict\n/,
    );
  });
});
