// The rule unreadable-code: every file of the code was read whole.
import { codeRule } from "../code-rule.js";

export const unreadableCode = codeRule({
  id: "unreadable-code",
  summary: "A file of the code could not be read, or not wholly",
  why:
    "What the code in it sends is not known, and so not held to the plan: a wrong name in it stays there, and an event that " +
    "it sends seems to be sent by nobody.",
  fix: "Mend the syntax or the permissions of the file. What is no source code, such as a bundle, is left out with `code.exclude` in the plan.",
  severity: "warning",
  examples: {
    bad: {
      body: `
events:
  Signed Up:
    description: An account is opened.
`,
      beside: {
        "web/account.ts": `
analytics.track("Signed Up");
analytics.track("Signed Up" "again");
`,
      },
    },
    good: {
      body: `
events:
  Signed Up:
    description: An account is opened.
`,
      beside: {
        "web/account.ts": `
analytics.track("Signed Up");
`,
      },
    },
  },
  check({ code }, report) {
    for (const { kind, message, span } of code.scan.problems)
      report(span, told(message), { help: helps[kind] });
  },
});

const helps = {
  syntax:
    "The rest of the file was read as far as that goes. Mend it, or leave the file out with `code.exclude`.",
  unreadable: "Mend its permissions, or leave it out with `code.exclude`.",
  "too-large": "Leave it out with `code.exclude`.",
  encoding: "Save it as UTF-8.",
  configuration: "Mend it: where imports lead is not known without it.",
} as const;

/** A message of the parser, as a sentence. */
function told(message: string): string {
  const text = message.replace(/\s+/g, " ").trim();
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
