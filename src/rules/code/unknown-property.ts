// The rule unknown-property: an event carries what the plan says, and nothing else.
import { broughtTogether } from "../brought-together.js";
import { sentAt } from "../code-places.js";
import { codeRule } from "../code-rule.js";
import { onlyEvent, sharedIssues, someNames } from "../same-place.js";
import type { ShapeIssue } from "../shape-issues.js";
import { Suggestions } from "../suggestions.js";

type Unknown = Extract<ShapeIssue, { kind: "unknown" }>;

export const unknownProperty = codeRule({
  id: "unknown-property",
  summary: "The code sends a property that the plan does not have",
  why:
    "Nobody reads what nobody knows of. And nobody has decided that it may be sent: this is how addresses, names and " +
    "whole objects of the database end up in a tool that they should never have reached.",
  fix: "Declare the property in the plan, or don't send it. An event whose keys can't be known says `open: true`.",
  severity: "error",
  examples: {
    bad: {
      body: `
events:
  Viewed Product:
    description: A product's page is open.
    properties:
      product_id: string
`,
      beside: {
        "web/product.ts": `
analytics.track("Viewed Product", { product_id: "TEE-1", shelf: 12 });
`,
      },
    },
    good: {
      body: `
events:
  Viewed Product:
    description: A product's page is open.
    properties:
      product_id: string
      shelf?: { type: integer, description: Where it lies in the warehouse. }
`,
      beside: {
        "web/product.ts": `
analytics.track("Viewed Product", { product_id: "TEE-1", shelf: 12 });
`,
      },
    },
  },
  check({ code }, report) {
    const suggestions = new Suggestions();
    const shared = sharedIssues(
      code.payloads,
      ({ issues }) => issues.filter((issue): issue is Unknown => issue.kind === "unknown"),
      ({ retired, elsewhere }) => (retired ?? elsewhere)?.name.span.file ?? "",
    );
    const together = broughtTogether(shared, suggestions, ({ events }) => events.join("\0"));
    for (const [{ issue, events, emissions }, ...more] of together) {
      const { path, span, retired, elsewhere, among } = issue;
      const property = path.join(".");
      const related = sentAt(span, emissions);
      const names = someNames(events);
      if (retired !== undefined) {
        const successor = retired.deprecated?.replacedBy?.value;
        report(span, `"${property}" of ${names} is retired, and the code still sends it.`, {
          ...onlyEvent(events),
          property,
          related: [...related, { message: "retired here", span: retired.name.span }],
          help: successor === undefined ? "Leave it out." : `Send "${successor}", which replaces it.`,
        });
      } else if (elsewhere !== undefined) {
        const sources = elsewhere.sources.map(({ value }) => `"${value}"`).join(" and ");
        report(span, `"${property}" of ${names} is sent from ${sources} alone, and not from here.`, {
          ...onlyEvent(events),
          property,
          related: [...related, { message: "declared here", span: elsewhere.name.span }],
          help: "Leave it out, or change its `source` in the plan.",
        });
      } else if (more.length > 0) {
        const keys = [property, ...more.map((other) => other.issue.path.join("."))];
        const have = events.length > 1 ? "have" : "has";
        report(span, `${names} ${have} no properties ${someNames(keys, 6)} in the plan.`, {
          ...onlyEvent(events),
          related,
          help: "Declare them in the plan, or leave them out.",
        });
      } else {
        const suggestion = suggestions.text(path.at(-1) ?? "", among);
        const have = events.length > 1 ? "have" : "has";
        report(span, `${names} ${have} no property "${property}" in the plan.${suggestion}`, {
          ...onlyEvent(events),
          property,
          related,
          help:
            suggestion === ""
              ? "Declare it in the plan, or leave it out."
              : "Write it so, declare the other in the plan, or leave it out.",
        });
      }
    }
  },
});
