// The rule generated-edited: generated files are not edited.
import { outputRule } from "../rule.js";

export const generatedEdited = outputRule({
  id: "generated-edited",
  summary: "A generated file was edited by hand",
  why: "The change is lost with the next build, and until then the code does something that the plan does not say.",
  fix: "Put the change into the plan, or into the application's own code, and run `trackwright build`. It keeps your version beside the file.",
  severity: "error",
  examples: {
    bad: {
      told: "A type in `generated/typescript/events/order-completed.ts` was made optional there, and not in the plan.",
    },
    good: { told: "The property is optional in the plan, and `generated/` was built from it." },
  },
});
