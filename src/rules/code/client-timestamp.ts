// The rule client-timestamp: no device says when something happened.
import { codeRule } from "../code-rule.js";

export const clientTimestamp = codeRule({
  id: "client-timestamp",
  summary: "An event from a browser or an app carries the time of the device",
  why:
    "The clocks of devices are wrong, by minutes or by years. An event that seems older than three days starts no campaign, " +
    "one from the future confuses every wait, and both are sorted in where they don't belong.",
  fix: "Leave the timestamp out, so that the time of receipt counts. Where an app sends what it gathered offline, set the finding aside and say so.",
  severity: "warning",
  examples: {
    bad: {
      body: `
sources:
  storefront: { kind: browser, language: typescript, paths: ["web/**/*.ts"] }
events:
  Viewed Product:
    description: A product's page is open.
    source: storefront
`,
      beside: {
        "web/product.ts": `
analytics.track("Viewed Product", {}, { timestamp: new Date() });
`,
      },
    },
    good: {
      body: `
sources:
  storefront: { kind: browser, language: typescript, paths: ["web/**/*.ts"] }
events:
  Viewed Product:
    description: A product's page is open.
    source: storefront
`,
      beside: {
        "web/product.ts": `
analytics.track("Viewed Product");
`,
      },
    },
  },
  check({ index, code }, report) {
    for (const { emission, sources, events } of code.eventCalls) {
      const { timestamp, typed, needsIdentity } = emission;
      if (timestamp === undefined || timestamp.kind === "undefined" || typed || sources.length === 0)
        continue;
      // A library that has to be told the person runs on a server, wherever its file lies.
      if (needsIdentity) continue;
      const isClient = sources.every((name) => {
        const kind = index.sources.get(name)?.kind.value;
        return kind === "browser" || kind === "mobile";
      });
      if (!isClient) continue;
      const [sent, ...more] = events;
      const what = sent === undefined || more.length > 0 ? "This event" : `"${sent.event.name.value}"`;
      // What several calls carry is made at one place: each call is the mistake.
      report(
        emission.timestampAt?.() ?? timestamp.span,
        `${what} carries the time of the device that sends it.`,
        {
          ...(sent !== undefined && more.length === 0 && { event: sent.event.name.value }),
          help: "Leave the timestamp out: the time of receipt counts then.",
        },
      );
    }
  },
});
