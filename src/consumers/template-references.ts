// Turns a use of a value in a template into a reference of the consumer that sends it.
import type { Consumer } from "../plan/plan.js";
import type { Reference, ReferenceKind, Step } from "./reference.js";
import type { TemplateUse } from "./template.js";

/** `shared` is true in a snippet. */
export function templateReference(
  use: TemplateUse,
  consumer: Consumer,
  file: string,
  text: string,
  shared: boolean,
): Reference {
  const { namespace, root, steps, told, sure, lenient, expected, comparison, start, end } = use;
  const { path, name } = namesIn(steps);
  const event = namespace === "event" ? eventOf(consumer) : undefined;
  return {
    consumer: consumer.name.value,
    kind: kindOf(use),
    namespace,
    path,
    steps,
    name: namespace === "none" ? root : namespace === "snippets" ? (path[0] ?? "") : name,
    event,
    written: text.slice(start, end),
    expectedType: expected,
    comparison:
      comparison === undefined
        ? undefined
        : {
            operator: comparison.operator,
            value: comparison.value,
            loose: false,
            span: { file, start: comparison.start, end: comparison.end },
          },
    guarded: lenient || sure >= steps.length,
    sure,
    told,
    shared,
    ...(use.variable !== undefined && { variable: use.variable }),
    where: "template",
    span: { file, start, end },
  };
}

type Names = { readonly path: readonly string[]; readonly name: string };

/** What was told of steps: an expression that comes again has the same ones. */
const namesOfSteps = new WeakMap<readonly Step[], Names>();

function namesIn(steps: readonly Step[]): Names {
  const known = namesOfSteps.get(steps);
  if (known !== undefined) return known;
  const path = namesOf(steps);
  const names = { path, name: path.join(".") };
  namesOfSteps.set(steps, names);
  return names;
}

/** The names of steps, without those into lists. */
export function namesOf(steps: readonly Step[]): readonly string[] {
  const names: string[] = [];
  for (const step of steps) if ("name" in step) names.push(step.name);
  return names;
}

/** The event that starts a consumer, where there is one alone. */
export function eventOf({ triggers }: Consumer): string | undefined {
  let only: string | undefined;
  for (const trigger of triggers) {
    if (trigger.kind !== "event") continue;
    if (only !== undefined) return undefined;
    only = trigger.event;
  }
  return only;
}

function kindOf({ namespace }: TemplateUse): ReferenceKind {
  if (namespace === "customer") return "attribute";
  return namespace === "snippets" ? "snippet" : "property";
}
