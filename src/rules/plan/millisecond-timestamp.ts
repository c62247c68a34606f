// The rule millisecond-timestamp: moments are counted in seconds.
import type { Json, NumberType } from "../../plan/plan.js";
import { resolved } from "../../plan/property-path.js";
import { lowerWordsOf } from "../names.js";
import { type DeclaredProperty, describeProperty, type PlanIndex } from "../plan-index.js";
import { planRule } from "../rule.js";

export const millisecondTimestamp = planRule({
  id: "millisecond-timestamp",
  summary: "A moment is counted in milliseconds",
  why:
    "Customer.io reads times as Unix seconds. Milliseconds are a day in some fifty thousand years: a segment for the last " +
    "30 days finds nobody, or everybody, and an event with that timestamp starts no campaign.",
  fix: "Declare the property as `timestamp`, and divide by 1,000 where it is sent: `Math.floor(Date.now() / 1000)` in JavaScript.",
  severity: "error",
  yieldsTo: ["invalid-value"],
  examples: {
    bad: `
events:
  Order Completed:
    description: An order is paid.
    properties:
      paid_at: { type: integer, description: "When it was paid, in milliseconds." }
`,
    good: `
events:
  Order Completed:
    description: An order is paid.
    properties:
      paid_at: { type: timestamp, description: When it was paid. }
`,
  },
  check({ index, destination }, report) {
    const declaredAsMoment = [...index.lastingByName].flatMap(([name, places]) =>
      isMomentByName(name) ? places : [],
    );
    for (const declared of declaredAsMoment) {
      const { property, owner, within } = declared;
      const evidence = saysMilliseconds(declared, index);
      if (evidence === undefined || index.isInConflict(declared)) continue;
      const name = property.name.value;
      // A name that the destination keeps, declared as something else, is told as that.
      if (owner.kind === "person" && within.length === 0 && destination.reservedAttributes.has(name))
        continue;
      report(
        property.type.span,
        `${describeProperty(declared).replace(/^./, (first) => first.toUpperCase())} is a moment in milliseconds: ${evidence}.`,
        {
          property: name,
          ...(owner.kind === "event" && { event: owner.name }),
          help: 'Declare it as "timestamp", which is Unix seconds, and send seconds.',
        },
      );
    }
  },
});

const units = /^(?:ms|msec|msecs|millis|millisec|millisecs|milliseconds?)$/;
/** Words that say that a number is a moment. `time` alone is as often how long something took. */
const moments = new Set("at date datetime timestamp ts epoch unixtime".split(" "));

function isMomentByName(name: string): boolean {
  const words = lowerWordsOf(name);
  const last = words.at(-1) ?? "";
  return moments.has(last) || (units.test(last) && moments.has(words.at(-2) ?? ""));
}

/** What says that the property, a moment by its name, is one in milliseconds, as the end of a sentence. */
function saysMilliseconds(declared: DeclaredProperty, index: PlanIndex): string | undefined {
  const { property } = declared;
  const last = lowerWordsOf(property.name.value).at(-1) ?? "";
  const numbers = resolved(property.type, index.lookup).filter(
    (member): member is NumberType => member.kind === "number",
  );
  if (numbers.length === 0) return undefined;
  if (units.test(last)) return "its name says so";
  const text = property.description?.value ?? "";
  if (/\b(?:milliseconds?|millis|ms)\b/i.test(text) && !/\b(?:not|never|no|seconds)\b/i.test(text))
    return "its description says so";
  const { unit } = property;
  if (
    unit !== undefined &&
    "text" in unit.value &&
    /^(?:ms|msecs?|millis|milliseconds?)$/i.test(unit.value.text.trim())
  )
    return "its unit says so";
  if (numbers.every((member) => member.timestamp)) return undefined;
  if (numbers.some(({ minimum, exclusiveMinimum }) => isMilliseconds(minimum ?? exclusiveMinimum ?? null)))
    return "its minimum allows nothing else";
  const examples = index.examplesOf(declared).filter((value) => value !== null);
  if (examples.length > 0 && examples.every(isMilliseconds)) return `its example is ${String(examples[0])}`;
  return undefined;
}

/** True for what is a moment from 1990 to 2100 in milliseconds. In seconds it would be after the year 20,000. */
function isMilliseconds(value: Json): boolean {
  return typeof value === "number" && value >= 631_152_000_000 && value <= 4_102_444_800_000;
}
