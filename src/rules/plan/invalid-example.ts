// The rule invalid-example: what the plan shows as an example would be accepted.
import type { Located } from "../../diagnostics/diagnostic.js";
import { didYouMean } from "../../diagnostics/did-you-mean.js";
import { type Mismatch, mismatches, propertyMismatches } from "../../plan/conforms.js";
import type { Json, PlanEvent } from "../../plan/plan.js";
import { shapesOf } from "../../plan/shapes.js";
import { ExamplePlaces } from "../example-places.js";
import { describeProperty, type PlanIndex } from "../plan-index.js";
import { type FindingDetails, planRule } from "../rule.js";
import { Suggestions } from "../suggestions.js";

/** An example with that many mistakes is one of something else. */
const findingLimit = 3;

export const invalidExample = planRule({
  id: "invalid-example",
  summary: "An example is not what its own declaration says",
  why:
    "Examples are what people copy: into test events, into the preview of a message, into the code of the next service. " +
    "One that does not fit is refused where it is copied to, or sends a campaign a value that its filters never match.",
  fix: "Correct the example; or, where the example is what is really sent, correct the declaration.",
  severity: "error",
  needs: "plan",
  examples: {
    bad: `
events:
  Order Completed:
    description: An order is paid.
    properties:
      order_id: string
      total: { type: number, minimum: 0 }
    examples:
      - { order_id: A-1001, total: "49.90" }
`,
    good: `
events:
  Order Completed:
    description: An order is paid.
    properties:
      order_id: string
      total: { type: number, minimum: 0 }
    examples:
      - { order_id: A-1001, total: 49.90 }
`,
  },
  check({ plan, index }, report) {
    const places = new ExamplePlaces(plan);
    const suggestions = new Suggestions();
    const say = (
      what: string,
      example: Located<Json>,
      all: readonly Mismatch[],
      details: FindingDetails,
    ): void => {
      if (all.length === 0) return;
      const found = withoutEchoes(all);
      for (const [at, { path, message, declared, meant }] of found.slice(0, findingLimit).entries()) {
        const span =
          declared === undefined ? places.value(example.span, path) : places.key(example.span, path);
        const place = pathText(path);
        const subject = place === "" ? `An example of ${what}` : `In an example of ${what}, "${place}"`;
        const hint =
          declared === undefined
            ? ""
            : meant === undefined
              ? suggestions.text(String(path.at(-1)), declared)
              : ` Did you mean "${meant}"?`;
        const more = at === findingLimit - 1 ? found.length - findingLimit : 0;
        report(span, `${subject} ${message}.${hint}`, {
          ...details,
          ...(more > 0 && {
            help: `${more} more ${more === 1 ? "place" : "places"} of this example ${more === 1 ? "does" : "do"} not fit.`,
          }),
        });
      }
    };

    for (const event of index.liveEvents) {
      for (const example of event.examples) {
        const found = eventMismatches(example.value, event, index);
        say(`the event "${event.name.value}"`, example, found, { event: event.name.value });
      }
    }
    for (const declared of index.declaredProperties) {
      const { property, owner, within } = declared;
      if (property.examples.length === 0 || [property, ...within].some(({ status }) => status === "retired"))
        continue;
      if (owner.kind === "event" && index.events.get(owner.name)?.status === "retired") continue;
      const details = {
        property: property.name.value,
        ...(owner.kind === "event" && { event: owner.name }),
      };
      for (const example of property.examples) {
        const found = mismatches(example.value, property.type, index.lookup);
        say(describeProperty(declared), example, found, details);
      }
    }
    for (const type of plan.types) {
      if (type.status === "retired") continue;
      for (const example of type.examples)
        say(`the type "${type.name.value}"`, example, mismatches(example.value, type.type, index.lookup), {});
    }
  },
});

/** Held to the payload of each source: the one that fits best is the one that was meant. */
function eventMismatches(example: Json, event: PlanEvent, index: PlanIndex): readonly Mismatch[] {
  // Nearly all events have one shape, which is what they declare.
  if (event.properties.every(({ status, sources }) => status !== "retired" && sources.length === 0))
    return propertyMismatches(example, event.properties, event.open, index.lookup);
  const retired = event.properties.filter(({ status }) => status === "retired");
  const attempts = shapesOf(event).map(({ properties }) => {
    // In the shape of a source, what is bound to that source is required like anything else.
    const here = properties.map((property) =>
      property.sources.length === 0 ? property : { ...property, sources: [] },
    );
    return propertyMismatches(example, [...here, ...retired], event.open, index.lookup);
  });
  const unknown = (found: readonly Mismatch[]): number =>
    found.filter(({ declared }) => declared !== undefined).length;
  return attempts.toSorted((a, b) => a.length - b.length || unknown(a) - unknown(b))[0] ?? [];
}

/** A misspelled key is one mistake: that the right one is missing goes with it. */
function withoutEchoes(found: readonly Mismatch[]): readonly (Mismatch & { readonly meant?: string })[] {
  const misspelled = new Set<Mismatch>();
  const kept = found.map((mismatch) => {
    if (mismatch.declared === undefined) return mismatch;
    const beside = found.filter(
      ({ missing, path }) => missing !== undefined && pathText(path) === pathText(mismatch.path.slice(0, -1)),
    );
    const meant = didYouMean(
      String(mismatch.path.at(-1)),
      beside.flatMap(({ missing }) => missing ?? []),
    );
    const echo = beside.find(({ missing }) => missing === meant);
    if (meant === undefined || echo === undefined) return mismatch;
    misspelled.add(echo);
    return { ...mismatch, meant };
  });
  return kept.filter((mismatch) => !misspelled.has(mismatch));
}

/** `items[0].price`. */
function pathText(path: readonly (string | number)[]): string {
  return path.reduce<string>(
    (text, step) => (typeof step === "number" ? `${text}[${step}]` : text === "" ? step : `${text}.${step}`),
    "",
  );
}
