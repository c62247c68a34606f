// The rule unknown-attribute: a person has the attributes that the plan says.
import { broughtTogether } from "../brought-together.js";
import { sentAt } from "../code-places.js";
import { codeRule } from "../code-rule.js";
import { someNames } from "../same-place.js";
import { Suggestions } from "../suggestions.js";

export const unknownAttribute = codeRule({
  id: "unknown-attribute",
  summary: "The code sets an attribute of a person that the plan does not have",
  why:
    "Attributes stay. One that nobody knows of is never cleaned up, counts against the limit of a profile, and may be what " +
    "nobody has allowed to be kept. Under a misspelled name, the segment on the right one misses people.",
  fix: "Declare the attribute under `people` in the plan, or don't set it.",
  severity: "warning",
  fixable: true,
  examples: {
    bad: {
      body: `
events:
  Signed Up:
    description: An account is opened.
people:
  attributes:
    is_subscriber: boolean
`,
      beside: {
        "server/account.ts": `
import { TrackClient } from "customerio-node";

const cio = new TrackClient(siteId, apiKey);
cio.identify(user.id, { isSubscriber: true, shoe_size: 42 });
`,
      },
    },
    good: {
      body: `
events:
  Signed Up:
    description: An account is opened.
people:
  attributes:
    is_subscriber: boolean
`,
      beside: {
        "server/account.ts": `
import { TrackClient } from "customerio-node";

const cio = new TrackClient(siteId, apiKey);
cio.identify(user.id, { is_subscriber: true });
`,
      },
    },
  },
  check({ plan, code }, report) {
    const suggestions = new Suggestions();
    const found = code.attributes.flatMap(({ call, issues }) =>
      issues.flatMap((issue) =>
        issue.kind === "unknown" || issue.kind === "misspelled" ? [{ call, issue }] : [],
      ),
    );
    for (const [{ call, issue }, ...more] of broughtTogether(found, suggestions, () => "")) {
      const { path, span } = issue;
      const property = path.join(".");
      const related = sentAt(span, [call.emission]);
      if (issue.kind === "misspelled") {
        const right = [...path.slice(0, -1), issue.meant.name.value].join(".");
        const fix = code.keyFix(issue, call.emission);
        report(span, `There is no attribute "${property}" in the plan; did you mean "${right}"?`, {
          property: right,
          related: [...related, { message: "declared here", span: issue.meant.name.span }],
          help: `Write "${issue.meant.name.value}".`,
          ...(fix !== undefined && { fixes: [fix] }),
        });
      } else if (issue.retired !== undefined) {
        report(span, `The attribute "${property}" is retired, and the code still sets it.`, {
          property,
          related: [...related, { message: "retired here", span: issue.retired.name.span }],
          help: "Leave it out.",
        });
      } else if (issue.elsewhere === undefined) {
        const keys = [property, ...more.map((other) => other.issue.path.join("."))];
        const suggestion = more.length > 0 ? "" : suggestions.text(path.at(-1) ?? "", issue.among);
        const none = more.length > 0 ? "are no attributes" : "is no attribute";
        report(span, `There ${none} ${someNames(keys, 6)} in the plan.${suggestion}`, {
          ...(more.length === 0 && { property }),
          related: [
            ...related,
            ...plan.people.attributes
              .slice(0, 1)
              .map(({ name }) => ({ message: "the attributes of people", span: name.span })),
          ],
          help: `Declare ${more.length > 0 ? "them" : "it"} under \`people\`, or leave ${more.length > 0 ? "them" : "it"} out.`,
        });
      }
    }
  },
});
