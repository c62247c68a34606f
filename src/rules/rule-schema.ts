// The JSON Schema of the head's `rules:`, made from the registry, so that editors offer rules and their options.
import { rules as allRules } from "./registry.js";
import type { Rule, RuleOption } from "./rule.js";
import { valueText } from "./rule-page.js";

type Schema = { readonly [key: string]: unknown };

/** The schema of the plan language with the rules of the registry in its `rules`. */
export function withRules(schema: Schema, rules: readonly Rule[] = allRules): Schema {
  const properties = objectIn(schema, "properties");
  const setting = objectIn(properties, "rules");
  const known = Object.fromEntries(
    rules.filter((rule) => rule.fixed !== true).map((rule) => [rule.id, ruleSchema(rule)]),
  );
  const { type, additionalProperties, examples, ...rest } = setting;
  return {
    ...schema,
    properties: {
      ...properties,
      rules: { ...rest, type, properties: known, additionalProperties, examples },
    },
  };
}

function objectIn(parent: Schema, key: string): Schema {
  const value = parent[key];
  if (typeof value !== "object" || value === null) throw new Error(`the schema has no "${key}"`);
  return Object.fromEntries(Object.entries(value));
}

function ruleSchema(rule: Rule): Schema {
  const options = Object.entries(rule.options ?? {});
  const words = {
    title: rule.id,
    description: `${rule.summary}. By default: ${rule.optional === true ? "off" : rule.severity}.`,
  };
  if (options.length === 0) return { ...words, $ref: "#/$defs/ruleSetting" };
  return {
    ...words,
    anyOf: [
      { $ref: "#/$defs/severity" },
      {
        type: "object",
        properties: {
          severity: { $ref: "#/$defs/severity" },
          ...Object.fromEntries(options.map(([name, option]) => [name, optionSchema(name, option)])),
        },
        additionalProperties: false,
      },
    ],
  };
}

function optionSchema(name: string, option: RuleOption): Schema {
  const words = { title: name, description: option.description };
  switch (option.type) {
    case "boolean":
      return { ...words, type: "boolean", default: option.default };
    case "integer":
      return { ...words, type: "integer", minimum: option.minimum ?? 0, default: option.default };
    case "seconds":
      return {
        ...words,
        type: "string",
        pattern: "^[0-9]{1,9}[smhdw]$",
        default: valueText("seconds", option.default),
      };
    case "enum":
      return { ...words, enum: option.values, default: option.default };
    case "strings": {
      const item = option.values === undefined ? { type: "string" } : { enum: option.values };
      return { ...words, anyOf: [item, { type: "array", items: item }], default: option.default };
    }
  }
}
