// The rule unreadable-template: the templates that the plan names are there.
import { consumerRule } from "../consumer-rule.js";

export const unreadableTemplate = consumerRule({
  id: "unreadable-template",
  summary: "A template that a consumer names can't be read",
  why:
    "Nobody hears when a change of an event breaks the message: what it shows is not known. Mostly the file was moved, or " +
    "its path does not begin at the project's root.",
  fix: "Correct the path, which begins at the folder that holds the plan folder, or remove it. Pulled templates are written anew by `trackwright consumers pull`.",
  severity: "error",
  examples: {
    bad: `
events:
  Signed Up:
    description: An account is opened.
consumers:
  Welcome:
    kind: campaign
    description: One letter to those who are new.
    trigger: Signed Up
    templates: [templates/welcome.liquid]
`,
    good: {
      files: {
        "plan.yaml": `trackwright: 1
name: acme-store
events:
  Signed Up:
    description: An account is opened.
consumers:
  Welcome:
    kind: campaign
    description: One letter to those who are new.
    trigger: Signed Up
    templates: [tracking-plan/templates/welcome.liquid]
`,
        "templates/welcome.liquid": "Welcome!\n",
      },
    },
  },
  check({ scan, plan }, report) {
    for (const { path, why } of scan.unreadable) {
      report(path.span, `The template "${path.value}" can't be read: ${why}.`, {
        help: `Paths begin at the folder that holds "${plan.folder}", such as "${plan.folder}/templates/welcome.liquid".`,
      });
    }
  },
});
