// Holds what is made from the rules to the rules: the manual's pages, the catalogue, the schema of `rules:`.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import * as liquid from "liquidjs";
import { parseSync } from "oxc-parser";
import { describe, expect, test } from "vitest";
import { exampleReader } from "../../src/rules/example-reader.js";
import { rules } from "../../src/rules/registry.js";
import { ruleDocs } from "../../src/rules/rule-docs.js";
import { withRules } from "../../src/rules/rule-schema.js";
import { checkBody } from "./example-plan.js";
import { isLeftOut } from "./left-out.js";

const root = join(import.meta.dirname, "..", "..");
const remedy = "run `npm run docs:rules`";
const schema: { readonly [key: string]: unknown } = JSON.parse(
  readFileSync(join(root, "schema", "plan.schema.json"), "utf8"),
);

describe("docs/rules", () => {
  const wanted = ruleDocs(exampleReader({ liquid, parser: parseSync }));

  test.each([...wanted.keys()])("%s is what the rule says", (name) => {
    const page = join(root, "docs", "rules", name);
    expect(existsSync(page) ? readFileSync(page, "utf8") : "no page", remedy).toBe(wanted.get(name));
  });

  test("has no page of a rule that is gone", () => {
    const pages = readdirSync(join(root, "docs", "rules"));
    expect(
      pages.filter((name) => !wanted.has(name)),
      remedy,
    ).toEqual([]);
  });

  test("has a page a rule, which shows what the rule says", () => {
    for (const rule of rules) {
      const page = wanted.get(`${rule.id}.md`) ?? "";
      for (const title of ["What it costs", "Bad", "Good", "How to mend it"])
        expect(page, rule.id).toContain(`\n## ${title}\n`);
    }
  });
});

test("the comments and settings that the catalogue shows work", () => {
  const text = ruleDocs(exampleReader({ liquid, parser: parseSync })).get("README.md") ?? "";
  const [comments = "", settings = ""] = [...text.matchAll(/```yaml\n(.*?)```/gs)].map((match) => match[1]);
  const found = (body: string): string[] =>
    checkBody(body)
      .filter(({ rule }) => rule === "missing-description" || !isLeftOut(rule))
      .map(({ rule, severity }) => `${severity} ${rule}`);
  expect(found(comments)).toEqual([]);
  expect(found(comments.replace(/ # track.*|# track.*/g, ""))).toHaveLength(2);
  expect(found(`${settings}events:\n  a_b: { properties: { c: string } }\n`).sort()).toEqual([
    "error missing-description",
    "error missing-description",
    "warning event-name-casing",
  ]);
});

describe("the schema of the plan language", () => {
  const validate = new Ajv2020({ allErrors: true, strict: false }).compile(schema);
  const plan = (settings: object): object => ({ trackwright: 1, name: "acme-store", rules: settings });

  test("lists the rules and their options", () => {
    expect(withRules(schema), remedy).toEqual(schema);
  });

  test("takes every rule with its defaults", () => {
    for (const { id, options, severity, fixed } of rules) {
      const values = Object.entries(options ?? {}).map(([name, option]) => [
        name,
        option.type === "seconds" ? `${option.default}s` : option.default,
      ]);
      expect(validate(plan({ [id]: severity })), id).toBe(true);
      if (fixed !== true)
        expect(validate(plan({ [id]: { severity, ...Object.fromEntries(values) } })), id).toBe(true);
    }
  });

  test("refuses an option that a rule does not have", () => {
    expect(validate(plan({ "missing-description": { of: "events" } }))).toBe(true);
    expect(validate(plan({ "missing-description": { off: "events" } }))).toBe(false);
    expect(validate(plan({ "missing-description": { of: ["evnets"] } }))).toBe(false);
  });
});
