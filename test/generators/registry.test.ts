// What `generate` in plan.yaml may say.
import { describe, expect, test } from "vitest";
import { generators, resolveTargets } from "../../src/generators/registry.js";
import { assemblePlan } from "../../src/plan/assemble.js";
import type { Json, Target } from "../../src/plan/plan.js";
import { located, plan } from "../support/plan-builder.js";

function target(name: string, options: Record<string, Json> = {}): Target {
  return {
    name: located(name),
    out: located(`out/${name}`),
    options: Object.entries(options).map(([option, value]) => ({
      name: located(option),
      value: located(value),
    })),
  };
}

function findings(...targets: Target[]): string[] {
  return resolveTargets(plan({ targets })).diagnostics.map(({ rule, message }) => `${rule}: ${message}`);
}

describe("targets", () => {
  test("have the folder and options that the plan gives them", () => {
    const { targets, diagnostics } = resolveTargets(
      plan({ targets: [target("json-schema", { base: "https://acme.example/" })] }),
    );
    expect(diagnostics).toEqual([]);
    expect(targets.map(({ generator, out, options }) => ({ id: generator.id, out, options }))).toEqual([
      { id: "json-schema", out: "out/json-schema", options: { base: "https://acme.example/" } },
    ]);
  });

  test("are all of them, in their own folders, where the plan has no `generate`", () => {
    const { plan: written } = assemblePlan(
      [{ path: "tracking-plan/plan.yaml", text: "trackwright: 1\nname: acme-store\n" }],
      "tracking-plan",
      "tracking-plan/plan.yaml",
    );
    expect(new Map(resolveTargets(written).targets.map(({ generator, out }) => [generator.id, out]))).toEqual(
      new Map(generators.map(({ id, folder }) => [id, folder])),
    );
  });

  test("are none where `generate` names none", () => {
    expect(resolveTargets(plan({ targets: [] }))).toEqual({ targets: [], diagnostics: [] });
  });

  test("that do not exist are a finding with the name that was meant", () => {
    expect(findings(target("jsonschema"), target("json-schema"))).toEqual([
      'unknown-target: There is no target "jsonschema". Did you mean "json-schema"?',
    ]);
    expect(findings(target("__proto__"))).toEqual(['unknown-target: There is no target "__proto__".']);
  });

  test("refuse options that they do not have", () => {
    expect(findings(target("json-schema", { bse: "https://acme.example/" }))).toEqual([
      'unknown-target-option: The target "json-schema" has no option "bse". Did you mean "base"?',
    ]);
    expect(findings(target("json-schema", { constructor: true }))).toEqual([
      'unknown-target-option: The target "json-schema" has no option "constructor".',
    ]);
  });

  test("refuse values that an option can't have", () => {
    expect(findings(target("json-schema", { base: 1 }))).toEqual([
      'invalid-value: "base" of the target "json-schema" must be text, not 1.',
    ]);
  });
});
