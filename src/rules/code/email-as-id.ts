// The rule email-as-id: where people are known by id, no address is passed as one.
import type { Emission, EmittedIdentity } from "../../code/emission.js";
import { emailIn } from "../code-identity.js";
import type { CodeIndex } from "../code-index.js";
import { sentAt } from "../code-places.js";
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
    const told = new Set<string>();
    const isAddress = (given: EmittedIdentity): boolean => given.as === "id" && emailIn(given) !== undefined;
    for (const { emission } of [...code.calls, ...code.givenCalls]) {
      // What a function gets wrong that sends an event by itself is told there.
      if (code.sentBy(emission)?.identities.some(isAddress) === true) continue;
      for (const given of emission.identities) {
        if (!isAddress(given)) continue;
        // Where a wrapper takes the address out of what it is given, the mistake is the wrapper's, and one.
        const own = ownOf(code, emission);
        const { text, span } = own ?? given;
        const place = `${span.file}\0${span.start}`;
        if (own !== undefined && told.has(place)) continue;
        told.add(place);
        const event = own === undefined ? emission.name?.names[0]?.name : undefined;
        const is = emailIn(own ?? given) === "certain" ? "is" : "may be";
        // Text with holes has ticks of its own.
        const shown = text.includes("`") ? text : `\`${text}\``;
        report(span, `${shown} ${is} an email address, and people are known by their id.`, {
          ...(event !== undefined && { event }),
          help: "Pass the person's id, and send the address as an attribute.",
          related: [
            // Where it is made, an address is no mistake yet.
            ...(own === undefined ? sentAt(span, [emission]) : []),
            { message: "the plan's identity", span: plan.identity.span },
          ],
        });
      }
    }
  },
});

/** The address that a wrapper passes as an id, in the innermost wrapper that does. */
function ownOf(code: CodeIndex, emission: Emission, depth = 0): EmittedIdentity | undefined {
  const inside = depth > 8 ? undefined : code.insideOf(emission);
  const own = inside?.identities.find((one) => one.as === "id" && emailIn(one) !== undefined);
  return inside === undefined || own === undefined ? undefined : (ownOf(code, inside, depth + 1) ?? own);
}
