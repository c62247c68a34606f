// Calls of the code that is generated from the plan: each creator is an event of it, wherever it is imported from.
import { parseSync } from "oxc-parser";
import { describe, expect, test } from "vitest";
import { scanTexts } from "../../src/code/scan.js";
import { planOf } from "../rules/code/hand-scan.js";

const plan = planOf(`
generate:
  typescript: web/tracking
events:
  Order Completed: { description: An order is paid., properties: { total: number } }
  SMS Opted In: { description: Agreed. }
  Pricing: { description: The prices are shown., call: page }
`);

/** \`method name {properties} who\` of each emission. */
function told(text: string, more: Readonly<Record<string, string>> = {}): readonly string[] {
  const scan = scanTexts(new Map(Object.entries({ ...more, "web/shop.ts": text })), {
    plan,
    parser: parseSync,
  });
  return scan.emissions.map(({ method, name, properties, identities, typed }) => {
    const keys = properties?.kind === "object" ? properties.properties.map((one) => one.name).join() : "-";
    const people = identities.map(({ as, text }) => `${as}=${text}`).join();
    return `${method} ${name?.names.map((one) => one.name).join() ?? "-"} {${keys}} ${people}${typed ? "" : " by hand"}`.trim();
  });
}

describe("a creator", () => {
  test("is an event of the plan, about whom it is handed to track with", () => {
    const text = `
import { createTracker, orderCompleted, smsOptedIn, pricing } from "./tracking/index.js";
const tracker = createTracker({ destination });
tracker.track({ id: user.id }, orderCompleted({ total: 3 }));
tracker.track({ email: user.email, anonymous_id: browser }, smsOptedIn());
tracker.track(who, pricing());
`;
    expect(told(text)).toEqual([
      "track Order Completed {total} id=user.id",
      "track SMS Opted In {-} email=user.email,anonymous=browser",
      "page Pricing {-} id=who,email=who,phone=who,anonymous=who",
    ]);
  });

  test("is known through other names, modules and aliases", () => {
    const more = {
      "web/events.ts": 'export { orderCompleted } from "./tracking";\nexport * from "./tracking/index.js";\n',
      "web/barrel/index.ts": 'export * from "../events";\n',
    };
    expect(
      told(
        'import { orderCompleted, smsOptedIn } from "./barrel";\norderCompleted({ total: 3 });\nsmsOptedIn();\n',
        more,
      ),
    ).toEqual(["track Order Completed {total}", "track SMS Opted In {-}"]);
    expect(told('import { orderCompleted as paid } from "./tracking";\npaid({ total: 3 });\n')).toEqual([
      "track Order Completed {total}",
    ]);
    expect(told('import * as plan from "./tracking";\nplan.orderCompleted({ total: 3 });\n')).toEqual([
      "track Order Completed {total}",
    ]);
  });

  test("is none where it comes from elsewhere, and what is no creator is no event", () => {
    expect(told('import { orderCompleted } from "./other";\norderCompleted({ total: 3 });\n')).toEqual([]);
    expect(told('import { validate } from "./tracking/validators/index.js";\nvalidate(message);\n')).toEqual(
      [],
    );
  });
});

test("identify and update of a tracker set attributes", () => {
  const text = `
import { createTracker, type Tracker } from "./tracking/index.js";
const tracker: Tracker<void> = createTracker({ destination });
tracker.update({ id: user.id }, { tier: "gold" });
export function join(tracker: Tracker<void>) {
  tracker.identify({ id: user.id }, { tier: "gold" });
}
hash.update(text);
`;
  expect(told(text)).toEqual(["identify - {tier} id=user.id", "identify - {tier} id=user.id"]);
});
