// The rule email-as-id: where people are known by id, no address is passed as one.
import type { Emission, EmittedIdentity } from "../../code/emission.js";
import { emailIn } from "../code-identity.js";
import type { CodeIndex } from "../code-index.js";
import { isInside } from "../code-places.js";
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
    const told = new Set<EmittedIdentity>();
    const owns = new Map<string, EmittedIdentity | undefined>();
    for (const { emission } of code.calls) {
      for (const given of emission.identities) {
        if (given.as !== "id" || emailIn(given) === undefined) continue;
        // What a wrapper takes out of what it is given is its own mistake, whoever calls it.
        const identity = wrappersOwn(code, emission, owns) ?? given;
        const email = emailIn(identity);
        if (told.has(identity)) continue;
        told.add(identity);
        const event = identity === given ? emission.name?.names[0]?.name : undefined;
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

/** The address that a wrapper itself takes for an id; undefined where a call goes through none. */
function wrappersOwn(
  code: CodeIndex,
  { via }: Emission,
  known: Map<string, EmittedIdentity | undefined>,
): EmittedIdentity | undefined {
  if (via === undefined) return undefined;
  const key = `${via.span.file}\0${via.span.start}`;
  if (known.has(key)) return known.get(key);
  const inside = code.scan.emissions.filter(
    ({ forwards, span }) => forwards === true && isInside(span, via.span),
  );
  const own = inside
    .flatMap(({ identities }) => identities)
    .find((one) => one.as === "id" && emailIn(one) === "certain");
  known.set(key, own);
  return own;
}
