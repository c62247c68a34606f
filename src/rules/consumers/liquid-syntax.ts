// The rule liquid-syntax: templates can be rendered.
import { consumerRule } from "../consumer-rule.js";
import { reportProblems } from "../template-problems.js";

const plan = `trackwright: 1
name: acme-store
events:
  Signed Up:
    description: An account is opened.
    properties: { plan: string }
consumers:
  Welcome:
    kind: campaign
    description: One letter to those who are new.
    trigger: Signed Up
    templates: [tracking-plan/templates/welcome.liquid]
`;

export const liquidSyntax = consumerRule({
  id: "liquid-syntax",
  summary: "A template is not valid Liquid",
  why:
    "Customer.io can't render it, so that the message is not sent to anybody. In a branch that the preview does not take " +
    "it is found by the first customer who does.",
  fix: "Correct the template at the place that is shown; the finding says how it is written.",
  severity: "error",
  fixable: true,
  examples: {
    bad: {
      files: {
        "plan.yaml": plan,
        "templates/welcome.liquid": `Welcome!
{% if event.plan = "pro" %}Your seats are ready.{% endif %}
`,
      },
    },
    good: {
      files: {
        "plan.yaml": plan,
        "templates/welcome.liquid": `Welcome!
{% if event.plan == "pro" %}Your seats are ready.{% endif %}
`,
      },
    },
  },
  check({ scan }, report) {
    reportProblems(scan, "syntax", report);
  },
});
