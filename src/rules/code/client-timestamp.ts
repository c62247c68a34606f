// The rule client-timestamp: no device says when something happened.
import type { Span } from "../../diagnostics/diagnostic.js";
import { codeRule } from "../code-rule.js";
import { onlyEvent, someNames } from "../same-place.js";

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
    // What a wrapper says of the time is one mistake, whoever calls it.
    const told = new Map<string, { readonly at: Span; readonly events: Set<string>; isOpen: boolean }>();
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
      const at = emission.timestampAt?.() ?? timestamp.span;
      const key = `${at.file}\0${at.start}\0${at.end}`;
      const one = told.get(key) ?? { at, events: new Set(), isOpen: false };
      if (sent === undefined || more.length > 0) one.isOpen = true;
      else one.events.add(sent.event.name.value);
      told.set(key, one);
    }
    for (const { at, events, isOpen } of told.values()) {
      const names = [...events];
      const [only, ...more] = names;
      const isOne = more.length === 0 && (only === undefined || !isOpen);
      const what =
        only === undefined
          ? "This event"
          : isOpen
            ? `${someNames(names)} and other events`
            : someNames(names);
      report(
        at,
        `${what} ${isOne ? "carries" : "carry"} the time of the device that sends ${isOne ? "it" : "them"}.`,
        {
          ...(isOne && onlyEvent(names)),
          help: "Leave the timestamp out: the time of receipt counts then.",
        },
      );
    }
  },
});
