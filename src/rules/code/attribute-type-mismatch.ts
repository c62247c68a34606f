// The rule attribute-type-mismatch: attributes are of the plan's types.
import { sentAt } from "../code-places.js";
import { codeRule } from "../code-rule.js";

export const attributeTypeMismatch = codeRule({
  id: "attribute-type-mismatch",
  summary: "The code sets an attribute of a person to a value that is not of the plan's type",
  why:
    'Segments compare by type. An ISO date or milliseconds match no date condition, `"true"` is not true, and people drop ' +
    "out of a segment, or never get into it, without an error that anybody sees.",
  fix: "Send the value as the plan declares it.",
  severity: "error",
  examples: {
    bad: {
      body: `
events:
  Signed Up:
    description: An account is opened.
people:
  attributes:
    last_order_at?: timestamp
`,
      beside: {
        "server/orders.ts": `
import { TrackClient } from "customerio-node";

const cio = new TrackClient(siteId, apiKey);
cio.identify(user.id, { last_order_at: new Date().toISOString() });
`,
      },
    },
    good: {
      body: `
events:
  Signed Up:
    description: An account is opened.
people:
  attributes:
    last_order_at?: timestamp
`,
      beside: {
        "server/orders.ts": `
import { TrackClient } from "customerio-node";

const cio = new TrackClient(siteId, apiKey);
cio.identify(user.id, { last_order_at: Math.floor(Date.now() / 1000) });
`,
      },
    },
  },
  check({ code }, report) {
    for (const { call, issues } of code.attributes) {
      for (const issue of issues) {
        if (issue.kind !== "mismatch") continue;
        const { path, span, message, help, property } = issue;
        const name = path.join(".");
        report(span, `The attribute "${name}" ${message}.`, {
          property: name,
          ...(help !== undefined && { help }),
          related: [
            ...sentAt(span, [call.emission]),
            ...(property === undefined ? [] : [{ message: "declared here", span: property.type.span }]),
          ],
        });
      }
    }
  },
});
