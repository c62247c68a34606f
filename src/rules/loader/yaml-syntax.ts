// The rule yaml-syntax: a plan is YAML.
import { loaderRule } from "../rule.js";

export const yamlSyntax = loaderRule({
  id: "yaml-syntax",
  summary: "A file is not YAML from some place on",
  why: "What stands there can't be read, so the events in it are not checked, not compiled and not sent as anybody expects. The rest of the plan is checked all the same.",
  fix: "Mend the place that the finding points at. Most often a quote or a bracket is not closed, text holds a colon followed by a space and wants quotes, or a line is indented by one space too few.",
  examples: {
    bad: `
events:
  Signed In:
    description: "A person signs in.
`,
    good: `
events:
  Signed In:
    description: "A person signs in."
`,
  },
});
