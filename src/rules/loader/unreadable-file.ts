// The rule unreadable-file: every file of the plan can be read.
import { loaderRule } from "../rule.js";

export const unreadableFile = loaderRule({
  id: "unreadable-file",
  summary: "A file in the plan folder cannot be read",
  why: "What it declares is not in the plan, and whatever refers to it seems to be wrong.",
  fix: "Mend its permissions or the target of the link, or move it out of the plan folder.",
  examples: {
    bad: { told: "A link in the plan folder that leads nowhere, or a file without permission to read it." },
    good: { told: "Regular files that the user who runs Trackwright may read." },
  },
});
