// The rule generated-foreign: generated files lie in a folder of their own.
import { outputRule } from "../rule.js";

export const generatedForeign = outputRule({
  id: "generated-foreign",
  summary: "A file that Trackwright did not write lies where it would write one",
  why: "Building would destroy somebody's work. Nothing is written until the two part.",
  fix: "Move the file away, or give the target another folder under `generate`.",
  severity: "error",
  examples: {
    bad: { told: "The target `markdown` writes to `docs/`, where there is a `README.md` already." },
    good: { told: "The target `markdown` writes to `generated/docs/`." },
  },
});
