// What the head's `rules:` says about each rule: its severity and its options, and the mistakes in it.
import { Collector } from "../diagnostics/collector.js";
import type { Diagnostic, Located, Severity } from "../diagnostics/diagnostic.js";
import { didYouMeanText } from "../diagnostics/did-you-mean.js";
import { parseDuration } from "../plan/duration.js";
import type { Json, Plan, RuleSetting } from "../plan/plan.js";
import type { OptionValue, OptionValues, Rule, RuleOption } from "./rule.js";

/** How a rule runs. */
export type RuleSettings = {
  readonly severity: Severity | "off";
  readonly options: OptionValues;
};

/** The settings of every rule, by its id; the plan's own where it says any, else the rule's. */
export function readSettings(
  plan: Plan,
  rules: readonly Rule[],
): { readonly settings: ReadonlyMap<string, RuleSettings>; readonly diagnostics: readonly Diagnostic[] } {
  const found = new Collector("plan");
  const written = new Map(plan.rules.map((setting) => [setting.rule.value, setting]));
  const settings = new Map<string, RuleSettings>();
  for (const rule of rules) {
    const setting = written.get(rule.id);
    written.delete(rule.id);
    settings.set(rule.id, {
      severity: severityOf(rule, setting, found),
      options: optionsOf(rule, setting, found),
    });
  }
  for (const { rule } of written.values()) {
    const ids = rules.map(({ id }) => id);
    found.error(
      "unknown-rule",
      rule.span,
      `There is no rule "${rule.value}".${didYouMeanText(rule.value, ids)}`,
      { help: "`trackwright rules` lists all of them." },
    );
  }
  return { settings, diagnostics: found.diagnostics };
}

function severityOf(rule: Rule, setting: RuleSetting | undefined, found: Collector): Severity | "off" {
  const wanted = setting?.severity;
  if (wanted === undefined) return isSwitchedOn(rule, setting) ? rule.severity : "off";
  if (rule.fixed !== true || wanted.value === rule.severity) return wanted.value;
  found.error("invalid-value", wanted.span, `"${rule.id}" is always an ${rule.severity}.`, {
    help: "What it flags is missing from the plan that is checked and compiled, so it can't be set aside.",
  });
  return rule.severity;
}

/** A rule that is off by default is on where the plan gives it any setting. */
function isSwitchedOn({ optional }: Rule, setting: RuleSetting | undefined): boolean {
  return optional !== true || setting !== undefined;
}

function optionsOf(rule: Rule, setting: RuleSetting | undefined, found: Collector): OptionValues {
  const specs = new Map(Object.entries(rule.options ?? {}));
  const values = new Map<string, OptionValue>();
  for (const [name, spec] of specs) values.set(name, spec.default);
  for (const { name, value } of setting?.options ?? []) {
    const spec = specs.get(name.value);
    if (spec === undefined) {
      const names = [...specs.keys()];
      found.error(
        "unknown-rule-option",
        name.span,
        `The rule "${rule.id}" has no option "${name.value}".${didYouMeanText(name.value, ["severity", ...names])}`,
        {
          help:
            names.length === 0
              ? 'It takes a "severity" and nothing else.'
              : `It takes ${["severity", ...names].map((one) => `"${one}"`).join(", ")}.`,
        },
      );
      continue;
    }
    const accepted = readOption(spec, value.value);
    if (accepted === undefined) reportValue(rule, name.value, spec, value, found);
    else values.set(name.value, accepted);
  }
  return Object.fromEntries(values);
}

/** The value of an option as its rule gets it; undefined for one that does not fit. */
function readOption(spec: RuleOption, value: Json): OptionValue | undefined {
  switch (spec.type) {
    case "boolean":
      return typeof value === "boolean" ? value : undefined;
    case "integer":
      return typeof value === "number" && Number.isInteger(value) && value >= (spec.minimum ?? 0)
        ? value
        : undefined;
    case "seconds":
      return typeof value === "string" ? parseDuration(value)?.seconds : undefined;
    case "enum":
      return typeof value === "string" && spec.values.includes(value) ? value : undefined;
    case "strings": {
      const items: readonly Json[] = Array.isArray(value) ? value : [value];
      const texts = items.filter((item) => typeof item === "string");
      const fits =
        texts.length === items.length && texts.every((text) => spec.values?.includes(text) ?? true);
      return fits ? texts : undefined;
    }
  }
}

function reportValue(
  rule: Rule,
  option: string,
  spec: RuleOption,
  value: Located<Json>,
  found: Collector,
): void {
  const words = spec.type === "enum" || spec.type === "strings" ? spec.values : undefined;
  const wrong = [value.value].flat().find((one) => typeof one === "string" && words?.includes(one) !== true);
  const near = words !== undefined && typeof wrong === "string" ? didYouMeanText(wrong, words) : "";
  found.error(
    "invalid-value",
    value.span,
    `"${option}" of the rule "${rule.id}" must be ${optionText(spec)}, not ${JSON.stringify(value.value)}.${near}`,
  );
}

/** What an option takes, in words. */
export function optionText(spec: RuleOption): string {
  switch (spec.type) {
    case "boolean":
      return "true or false";
    case "integer":
      return `a whole number of ${spec.minimum ?? 0} or more`;
    case "seconds":
      return "a duration such as 45m, 24h or 7d";
    case "enum":
      return `one of ${spec.values.map((one) => `"${one}"`).join(", ")}`;
    case "strings":
      return spec.values === undefined
        ? "a list of texts"
        : `a list of ${spec.values.map((one) => `"${one}"`).join(", ")}`;
  }
}
