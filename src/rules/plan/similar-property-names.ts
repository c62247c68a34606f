// The rule similar-property-names: one fact has one name, in every event and on people.

import { planRule } from "../rule.js";
import type { SimilarName } from "../similar-names.js";
import { differenceText } from "../similar-names.js";

export const similarPropertyNames = planRule({
  id: "similar-property-names",
  summary: "Two properties have names that people take for one another",
  why:
    'A template that reads "event.cart_value" fails to render, and is not sent, for the event that says "cartValue". ' +
    "A filter on one of the two leaves everybody out whose event has the other.",
  fix: "Give both places the name that most places have. Where two things are meant, name them by what parts them.",
  severity: "warning",
  examples: {
    bad: `
events:
  Started Checkout:
    description: The first page of the checkout is shown.
    properties:
      cart_value: number
  Viewed Cart:
    description: The cart is shown.
    properties:
      cart_val: number
`,
    good: `
events:
  Started Checkout:
    description: The first page of the checkout is shown.
    properties:
      cart_value: number
  Viewed Cart:
    description: The cart is shown.
    properties:
      cart_value: number
`,
  },
  check({ index }, report) {
    const each = (kind: string, similar: SimilarName): void => {
      const { name, like } = similar;
      const count = name.uses === 1 ? "" : ` It is declared in ${name.uses} places.`;
      report(name.span, `The ${kind} "${name.value}" ${differenceText(similar)}.`, {
        property: name.value,
        related: [{ message: `"${like.value}" is here`, span: like.span }],
        help: `Call it "${like.value}" where the same is meant.${count}`,
      });
    };
    for (const similar of index.similarProperties.values()) each("property", similar);
    for (const similar of index.similarAttributes.values()) each("attribute", similar);
  },
});
