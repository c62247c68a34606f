// The rule unimplemented-event: what the plan promises is sent.
import { namesText } from "../code-places.js";
import { codeRule } from "../code-rule.js";
import { isNeverSent } from "../never-sent.js";
import { suggestedEvents } from "../suggested-events.js";

export const unimplementedEvent = codeRule({
  id: "unimplemented-event",
  summary: "The plan has an event that its source never sends",
  why:
    "Whoever builds a campaign on it believes the plan, and waits: it never starts. A call that got lost in a rewrite is " +
    "noticed by nobody, since nothing fails.",
  fix: "Write the call, or say `status: planned` until there is one. An event that is gone for good is retired.",
  severity: "warning",
  needs: "entry",
  yieldsTo: ["untriggerable"],
  examples: {
    bad: {
      body: `
sources:
  storefront: { kind: browser, language: typescript, paths: ["web/**/*.ts"] }
events:
  Viewed Product:
    description: A product's page is open.
    source: storefront
  Added to Wishlist:
    description: A product is kept for later.
    source: storefront
`,
      beside: {
        "web/product.ts": `
analytics.track("Viewed Product");
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
  Added to Wishlist:
    description: A product is kept for later.
    source: storefront
    status: planned
`,
      beside: {
        "web/product.ts": `
analytics.track("Viewed Product");
`,
      },
    },
  },
  check({ plan, code, index }, report) {
    // The call that was meant to send it is told where it stands.
    const meant = new Set(suggestedEvents(code, index).values());
    for (const event of plan.events) {
      const { name, sources } = event;
      if (meant.has(name.value) || !isNeverSent(event, code)) continue;
      const names = sources.map(({ value }) => value);
      report(name.span, `"${name.value}" is sent nowhere in the code of ${namesText(names)}.`, {
        event: name.value,
        help: "Write the call, or say `status: planned`.",
        related: sources.map(({ span }) => ({ message: "its source", span })),
      });
    }
  },
});
