// The rule alias-bomb: aliases stay small.
import { loaderRule } from "../rule.js";

export const aliasBomb = loaderRule({
  id: "alias-bomb",
  summary: "YAML aliases expand to more than can be read",
  why: "A few lines of aliases that repeat each other become millions of values and stop the build machine. No plan that people write comes near the limit.",
  fix: "Write what is meant without aliases of aliases.",
  examples: {
    bad: {
      told: "Ten anchors, each a list of ten aliases of the one before, are 10,000,000,000 values in eleven lines.",
    },
    good: { told: "An anchor that a handful of places refer to." },
  },
});
