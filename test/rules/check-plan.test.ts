// Holds the engine to its promises: severities and options of the head, order, bugs of a rule, silence after errors.
import { describe, expect, test } from "vitest";
import { assemblePlan } from "../../src/plan/assemble.js";
import { type CheckedPlan, type CheckOptions, checkPlan } from "../../src/rules/check-plan.js";
import { rules } from "../../src/rules/registry.js";
import { planRule, type Rule } from "../../src/rules/rule.js";
import { checkBody } from "./example-plan.js";

/** What the engine is given by these tests: words, a check, and what else a test is about. */
function ruleOf(id: string, rest: Pick<Rule, "check"> & Partial<Rule>): Rule {
  return {
    id,
    mirror: "plan",
    summary: "A mistake",
    why: "It costs.",
    fix: "Mend it.",
    severity: "warning",
    examples: { bad: { told: "" }, good: { told: "" } },
    ...rest,
  };
}

function checkWith(body: string, some: readonly Rule[], more: Partial<CheckOptions> = {}): CheckedPlan {
  const file = { path: "tracking-plan/plan.yaml", text: `trackwright: 1\nname: acme-store\n${body}` };
  const { plan, diagnostics } = assemblePlan([file], "tracking-plan", file.path);
  return checkPlan(plan, { today: "2026-06-01", found: diagnostics, rules: some, ...more });
}

const shout = ruleOf("shout", {
  check: ({ plan }, report) => {
    for (const { name } of plan.events) report(name.span, `"${name.value}" is there.`);
  },
});

describe("settings of the head", () => {
  const severities = (body: string): readonly string[] =>
    checkWith(`${body}\nevents:\n  A: {}\n`, [shout]).diagnostics.map((one) => one.severity);

  test("give a rule another severity, or switch it off", () => {
    expect(severities("")).toEqual(["warning"]);
    expect(severities("rules: { shout: error }")).toEqual(["error"]);
    expect(severities("rules: { shout: { severity: info } }")).toEqual(["info"]);
    expect(severities("rules: { shout: off }")).toEqual([]);
  });

  test("a rule that is off is not run", () => {
    let runs = 0;
    const counting = ruleOf("counting-rule", { check: () => runs++ });
    checkWith("rules: { counting-rule: off }", [counting]);
    expect(runs).toBe(0);
    checkWith("", [counting]);
    expect(runs).toBe(1);
  });

  test("reach findings of other stages, where these may change", () => {
    const stale = ruleOf("generated-stale", { mirror: "generated", severity: "error" });
    const fixed = ruleOf("yaml-syntax", { severity: "error", fixed: true });
    const found = [stale, fixed].map(({ id, severity, mirror }) => ({
      rule: id,
      severity,
      mirror,
      message: id,
      span: { file: "tracking-plan/plan.yaml", start: 0, end: 1 },
    }));
    const { diagnostics } = checkWith("rules: { generated-stale: info, yaml-syntax: off }", [stale, fixed], {
      found,
    });
    expect(diagnostics.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
      "info generated-stale",
      "error yaml-syntax",
      "error invalid-value",
    ]);
    expect(diagnostics[2]?.message).toBe('"yaml-syntax" is always an error.');
  });

  test("a rule or an option that does not exist is a finding", () => {
    expect(
      checkBody(
        "rules: { event-name-case: off, missing-description: { off: [events] }, __proto__: off }",
      ).map(({ rule, message }) => `${rule}: ${message}`),
    ).toEqual([
      'unknown-rule: There is no rule "event-name-case". Did you mean "event-name-casing"?',
      'unknown-rule-option: The rule "missing-description" has no option "off". Did you mean "of"?',
      'unknown-rule: There is no rule "__proto__".',
    ]);
  });

  test("an option's value is held to its type, and the rule then runs with its default", () => {
    const seen: unknown[] = [];
    const picky = planRule({
      id: "picky-rule",
      summary: "A mistake",
      why: "It costs.",
      fix: "Mend it.",
      severity: "warning",
      options: {
        count: { type: "integer", default: 3, minimum: 1, description: "How many." },
        wait: { type: "seconds", default: 60, description: "How long." },
        level: { type: "enum", values: ["low", "high"], default: "low", description: "Which." },
        names: { type: "strings", default: ["a"], description: "Whose." },
        strict: { type: "boolean", default: false, description: "Whether." },
      },
      examples: { bad: { told: "" }, good: { told: "" } },
      check: ({ options }) => seen.push({ ...options }),
    });
    const defaults = { count: 3, wait: 60, level: "low", names: ["a"], strict: false };
    const wrong = (text: string): readonly string[] =>
      checkWith(`rules: { picky-rule: { ${text} } }`, [picky]).diagnostics.map((one) => one.message);

    expect(wrong("count: 5, wait: 2h, level: high, names: [b, c], strict: true")).toEqual([]);
    expect(seen.pop()).toEqual({ count: 5, wait: 7200, level: "high", names: ["b", "c"], strict: true });
    expect(wrong("names: b")).toEqual([]);
    expect(seen.pop()).toEqual({ ...defaults, names: ["b"] });

    expect(wrong("count: 0")).toEqual([
      '"count" of the rule "picky-rule" must be a whole number of 1 or more, not 0.',
    ]);
    expect(wrong("count: 1.5")).toHaveLength(1);
    expect(wrong("wait: 45")).toEqual([
      '"wait" of the rule "picky-rule" must be a duration such as 45m, 24h or 7d, not 45.',
    ]);
    expect(wrong("level: hihg")).toEqual([
      '"level" of the rule "picky-rule" must be one of "low", "high", not "hihg". Did you mean "high"?',
    ]);
    expect(wrong("names: [1]")).toHaveLength(1);
    expect(wrong("strict: maybe")).toHaveLength(1);
    expect(seen.splice(0)).toEqual(Array.from({ length: 6 }, () => defaults));
  });
});

describe("a run", () => {
  test("a rule that throws is that rule's bug, and the others still run", () => {
    const broken = ruleOf("broken-rule", {
      check: (_, report) => {
        report({ file: "tracking-plan/plan.yaml", start: 0, end: 1 }, "Found before the bug.");
        throw new TypeError("oh");
      },
    });
    const { diagnostics, crashes } = checkWith("events:\n  A: {}\n", [broken, shout]);
    expect(crashes).toEqual([{ rule: "broken-rule", error: new TypeError("oh") }]);
    expect(diagnostics.map((one) => one.rule)).toEqual(["broken-rule", "shout"]);
  });

  test("findings are sorted by place, and each is there once", () => {
    const again = ruleOf("again-and-again", {
      check: ({ plan }, report) => {
        for (const { name } of [...plan.events, ...plan.events].reverse()) report(name.span, "Here.");
      },
    });
    const { diagnostics } = checkWith("events:\n  B: {}\n  A: {}\n", [again, shout]);
    expect(diagnostics.map(({ rule, span }) => `${span.start} ${rule}`)).toEqual([
      "42 again-and-again",
      "42 shout",
      "50 again-and-again",
      "50 shout",
    ]);
  });

  test("the same plan gives the same findings, whatever the order of its files", () => {
    const body = "events:\n  a_b: {}\n  c_d: {}\n";
    expect(checkBody(body)).toEqual(checkBody(body));
  });

  test("a rule about what is absent is silent where the loader could not read", () => {
    const inEntry = { ...shout, id: "entry-rule", needs: "entry" } as const;
    const inPlan = { ...shout, id: "plan-rule", needs: "plan" } as const;
    const found = (body: string): readonly string[] =>
      checkWith(body, [inEntry, inPlan, shout])
        .diagnostics.filter((one) => one.rule !== "unknown-key")
        .map((one) => `${one.rule} ${one.message}`);
    expect(found("events:\n  A: {}\n")).toHaveLength(3);
    expect(found("events:\n  A: { onwer: x }\n  B: {}\n")).toEqual([
      'shout "A" is there.',
      'entry-rule "B" is there.',
      'shout "B" is there.',
    ]);
  });
});

test("the rules of the registry find nothing in a plan that is in order", () => {
  expect(rules.length).toBeGreaterThan(5);
  expect(
    checkBody("events:\n  Signed In: { description: A person signs in. }\n").filter(
      (one) => !one.rule.startsWith("missing-"),
    ),
  ).toEqual([]);
});
