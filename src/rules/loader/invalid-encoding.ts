// The rule invalid-encoding: files are text in UTF-8.
import { loaderRule } from "../rule.js";

export const invalidEncoding = loaderRule({
  id: "invalid-encoding",
  summary: "A file is not text in UTF-8",
  why: "Names with umlauts, accents or emoji would be sent as other bytes than the plan shows, and no campaign that waits for them would start.",
  fix: "Save the file as UTF-8, and remove control characters.",
  examples: {
    bad: { told: "A file that was saved as UTF-16 or Windows-1252, or one with a NUL byte in it." },
    good: { told: "The same file, saved as UTF-8." },
  },
});
