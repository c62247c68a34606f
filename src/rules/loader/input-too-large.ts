// The rule input-too-large: a file is one that can be read at once.
import { loaderRule } from "../rule.js";

export const inputTooLarge = loaderRule({
  id: "input-too-large",
  summary: "A file is too large or nested too deeply",
  why: "The file is not read, so nothing in it is checked. A file like that is written by a program that went wrong, or by somebody who wants to stop the build.",
  fix: "Split the file: a plan may have any number of them. For deep nesting, give the inner objects names under `types`.",
  examples: {
    bad: { told: "A file of more than 64 MB, or one whose lists and mappings nest deeper than 100 levels." },
    good: { told: "Several smaller files in the plan folder, with inner objects declared under `types`." },
  },
});
