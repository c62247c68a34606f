// The targets that there are, and the check of what a plan's `generate` says about them.
import { Collector } from "../diagnostics/collector.js";
import type { Diagnostic, Located } from "../diagnostics/diagnostic.js";
import { didYouMeanText } from "../diagnostics/did-you-mean.js";
import type { Json, Plan, Target } from "../plan/plan.js";
import type { Generator, OptionSpec, OptionValues } from "./generator.js";
import { jsonSchema } from "./json-schema/index.js";
import { markdown } from "./markdown/index.js";
import { typescript } from "./typescript/index.js";

/** Every target, in the order in which help and docs list them. */
export const generators: readonly Generator[] = [typescript, jsonSchema, markdown];

/** A target of a plan, ready to run. */
export type ResolvedTarget = {
  readonly generator: Generator;
  /** The folder, relative to the project root. */
  readonly out: string;
  readonly options: OptionValues;
};

/**
 * The targets that the plan has, with every option filled in. A target that does not exist is left out; a wrong
 * option has its default.
 */
export function resolveTargets(plan: Plan): {
  readonly targets: readonly ResolvedTarget[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const found = new Collector("plan");
  const targets: ResolvedTarget[] = [];
  for (const target of plan.targets) {
    const name = target.name.value;
    const generator = generators.find(({ id }) => id === name);
    if (generator === undefined) {
      const ids = generators.map(({ id }) => id);
      found.error(
        "unknown-target",
        target.name.span,
        `There is no target "${name}".${didYouMeanText(name, ids)}`,
        { help: `The targets are ${ids.map((id) => `"${id}"`).join(", ")}.` },
      );
      continue;
    }
    targets.push({
      generator,
      out: target.out.value,
      options: optionValues(generator, target.options, found),
    });
  }
  return { targets, diagnostics: found.diagnostics };
}

function optionValues(generator: Generator, written: Target["options"], found: Collector): OptionValues {
  const specs = new Map(Object.entries(generator.options));
  const values = new Map<string, boolean | string | undefined>();
  for (const [name, spec] of specs) values.set(name, spec.default);
  for (const { name, value } of written) {
    const spec = specs.get(name.value);
    if (spec === undefined) {
      const names = [...specs.keys()];
      found.error(
        "unknown-target-option",
        name.span,
        `The target "${generator.id}" has no option "${name.value}".${didYouMeanText(name.value, names)}`,
        {
          help:
            names.length === 0
              ? 'It has no options beside "out".'
              : `Its options are ${["out", ...names].map((one) => `"${one}"`).join(", ")}.`,
        },
      );
    } else if (fits(spec, value.value)) {
      values.set(name.value, value.value);
    } else {
      reportValue(generator, name.value, spec, value, found);
    }
  }
  return Object.fromEntries(values);
}

function fits(spec: OptionSpec, value: Json): value is boolean | string {
  if (spec.type === "boolean") return typeof value === "boolean";
  return typeof value === "string" && (spec.type === "string" || spec.values.includes(value));
}

function reportValue(
  generator: Generator,
  option: string,
  spec: OptionSpec,
  value: Located<Json>,
  found: Collector,
): void {
  const expected =
    spec.type === "boolean"
      ? "true or false"
      : spec.type === "string"
        ? "text"
        : `one of ${spec.values.map((one) => `"${one}"`).join(", ")}`;
  const near =
    spec.type === "enum" && typeof value.value === "string" ? didYouMeanText(value.value, spec.values) : "";
  found.error(
    "invalid-value",
    value.span,
    `"${option}" of the target "${generator.id}" must be ${expected}, not ${JSON.stringify(value.value)}.${near}`,
  );
}
