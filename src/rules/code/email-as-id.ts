// The rule email-as-id: where people are known by id, no address is passed as one.
import { emailIn } from "../code-identity.js";
import { codeRule } from "../code-rule.js";

export const emailAsId = codeRule({
  id: "email-as-id",
  summary: "The code passes an email address where the plan has an id",
  why:
    "Customer.io makes a second profile for the address, beside the one that the id belongs to. The person gets the welcome " +
    "series twice, and what they said no to on one profile is unknown to the other. Profiles that were joined can't be parted again.",
  fix: "Pass the id of your own database, and send the address as an attribute.",
  severity: "error",
  examples: {
    bad: {
      body: `
identity:
  primary: id
  also: [email]
events:
  Signed Up:
    description: An account is opened.
`,
      beside: {
        "server/account.ts": `
import { TrackClient } from "customerio-node";

const cio = new TrackClient(siteId, apiKey);
cio.track(user.email, { name: "Signed Up" });
`,
      },
    },
    good: {
      body: `
identity:
  primary: id
  also: [email]
events:
  Signed Up:
    description: An account is opened.
`,
      beside: {
        "server/account.ts": `
import { TrackClient } from "customerio-node";

const cio = new TrackClient(siteId, apiKey);
cio.track(user.id, { name: "Signed Up" });
`,
      },
    },
  },
  check({ plan, code }, report) {
    const { primary, type } = plan.identity;
    if (primary !== "id" || (type.kind === "string" && type.format === "email")) return;
    for (const { emission } of code.calls) {
      for (const identity of emission.identities) {
        const email = identity.as === "id" ? emailIn(identity) : undefined;
        if (email === undefined) continue;
        const event = emission.name?.names[0]?.name;
        const is = email === "certain" ? "is" : "may be";
        // Text with holes has ticks of its own.
        const shown = identity.text.includes("`") ? identity.text : `\`${identity.text}\``;
        report(identity.span, `${shown} ${is} an email address, and people are known by their id.`, {
          ...(event !== undefined && { event }),
          help: "Pass the person's id, and send the address as an attribute.",
          related: [{ message: "the plan's identity", span: plan.identity.span }],
        });
      }
    }
  },
});
