// The rule identity-in-properties: an event does not repeat, as a property, whom it is about.
import { type Identifier, repeatedIdentifiers } from "../person-data.js";
import { planRule } from "../rule.js";

const meanings: { readonly [as in Identifier]: string } = {
  identifier: "the identifier of the person",
  anonymous: "the anonymous identifier",
  email: "the email address of the person",
  phone: "the phone number of the person",
};

export const identityInProperties = planRule({
  id: "identity-in-properties",
  summary: "An event repeats the identifier, the email address or the phone number of its person",
  why:
    "Each call says already whom it is about. A second copy in the properties stays in every stored event: it is out of " +
    "date once the address changes, it survives a request for deletion, and a message that reads it greets or reaches " +
    "somebody else.",
  fix: "Remove the property: templates read `customer.email`, and who the event is about is the call's own argument. Where it is another person, say so with `person: true`.",
  severity: "warning",
  examples: {
    bad: `
events:
  Signed In:
    description: A session begins.
    properties:
      email: { type: email, pii: true }
      method: enum(password, google)
`,
    good: `
events:
  Signed In:
    description: A session begins.
    properties:
      method: enum(password, google)
people:
  attributes:
    email?: { type: email, pii: true }
`,
  },
  check({ index }, report) {
    for (const { event, property, as } of repeatedIdentifiers(index).values()) {
      const name = property.name.value;
      report(property.name.span, `"${name}" repeats ${meanings[as]}, which the call carries itself.`, {
        event: event.name.value,
        property: name,
        help:
          as === "email" || as === "phone"
            ? `Remove it: templates read "customer.${as}". If it is somebody else's, write "person: true".`
            : 'Remove it, or write "person: true" if it is another person\'s.',
      });
    }
  },
});
