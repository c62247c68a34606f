// The rule non-unix-timestamp: the Track API is told times in Unix seconds.
import type { Emission, ValueShape } from "../../code/emission.js";
import type { NumberType } from "../../plan/plan.js";
import { isInside } from "../code-places.js";
import { codeRule } from "../code-rule.js";
import { shapeText } from "../shape-text.js";
import { mismatchHelp } from "../shape-values.js";

export const nonUnixTimestamp = codeRule({
  id: "non-unix-timestamp",
  summary: "The code gives Customer.io's Track API a time that is not in Unix seconds",
  why:
    "The Track API reads times as seconds. Milliseconds are a day in some fifty thousand years, and a date as text is none: " +
    "an event that did not happen in the last three days starts no campaign, and a person who signed up then is in no segment.",
  fix: "Divide by 1,000: `Math.floor(Date.now() / 1000)`. Where the moment is now, leave it out: the time of receipt counts.",
  severity: "error",
  examples: {
    bad: {
      body: `
events:
  Order Completed:
    description: An order is paid.
`,
      beside: {
        "server/orders.ts": `
import { TrackClient } from "customerio-node";

const cio = new TrackClient(siteId, apiKey);
cio.track(order.customerId, { name: "Order Completed", timestamp: Date.now() });
`,
      },
    },
    good: {
      body: `
events:
  Order Completed:
    description: An order is paid.
`,
      beside: {
        "server/orders.ts": `
import { TrackClient } from "customerio-node";

const cio = new TrackClient(siteId, apiKey);
cio.track(order.customerId, { name: "Order Completed", timestamp: Math.floor(Date.now() / 1000) });
`,
      },
    },
  },
  check({ plan, code }, report) {
    const declared = new Set(plan.people.attributes.map(({ name }) => name.value));
    for (const { emission } of [...code.calls, ...code.givenCalls]) {
      if (emission.isTrackApi !== true || emission.typed) continue;
      const { timestamp, properties, method } = emission;
      const tell = (what: string, value: ValueShape | undefined): void => {
        const [wrong] = value === undefined ? [] : wrongTimes(value);
        if (wrong === undefined || isToldInside(emission, wrong)) return;
        const type: NumberType = { kind: "number", integer: true, timestamp: true, span: wrong.span };
        const help = mismatchHelp(wrong, [type]);
        report(wrong.span, `${what} must be Unix seconds, not ${shapeText(wrong)}.`, {
          ...(emission.name?.names[0] !== undefined && { event: emission.name.names[0].name }),
          ...(help !== undefined && { help }),
        });
      };
      tell("The time of this event", timestamp);
      // Where the plan declares it, its type says the same.
      if (method !== "identify" || properties?.kind !== "object" || declared.has("created_at")) continue;
      tell('"created_at"', properties.properties.find(({ name }) => name === "created_at")?.value);
    }
  },
});

/** Whether a function that sends an event by a name of its own writes a value itself: it is told there. */
function isToldInside({ sentBy }: Emission, { span }: ValueShape): boolean {
  return sentBy !== undefined && isInside(span, sentBy);
}

/** What of a value is certainly no time in seconds. */
function wrongTimes(value: ValueShape): readonly ValueShape[] {
  if (value.kind === "union") return value.members.flatMap(wrongTimes);
  if (value.kind === "number") {
    const isLarge = value.value !== undefined && Math.abs(value.value) > latestSecond;
    return value.meaning === "milliseconds" || isLarge ? [value] : [];
  }
  if (value.kind === "other") return value.what === "date" ? [value] : [];
  // Seconds may come as text; a date does not.
  if (value.kind !== "string") return [];
  return value.meaning === "iso-date" || /^\d{4}-\d\d-\d\d/.test(value.value ?? "") ? [value] : [];
}

/** Later seconds are some thousands of years away: they are milliseconds. */
const latestSecond = 99_999_999_999;
