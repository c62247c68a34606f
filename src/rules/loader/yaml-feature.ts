// The rule yaml-feature: a plan uses the part of YAML that everybody reads alike.
import { loaderRule } from "../rule.js";

export const yamlFeature = loaderRule({
  id: "yaml-feature",
  summary: "A part of YAML is used that plans do not have",
  why: "Merge keys, tags and directives make a plan mean something that its lines do not say, and programs read them differently. A reviewer would approve one thing and the company would send another.",
  fix: "Write out what the feature stands for. What several events share goes into a group, which they `include`.",
  examples: {
    bad: `
types:
  Base: &base
    type: string
  Name:
    <<: *base
    minLength: 1
`,
    good: `
types:
  Base: string
  Name: { type: Base, minLength: 1 }
`,
  },
});
