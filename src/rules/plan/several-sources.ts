// The rule several-sources: two systems send one event only for a reason.
import { planRule } from "../rule.js";

export const severalSources = planRule({
  id: "several-sources",
  summary: "Several systems send one event, and nothing says why",
  why:
    "Two systems that report the same thing report it twice, or each with other properties: revenue is counted double, " +
    "people are thanked twice, and messages that read a property which one of the two leaves out are never sent.",
  fix: "Keep the system that knows best. Where both are needed, say why: `source: { names: [web, mobile], because: … }`.",
  severity: "error",
  examples: {
    bad: `
sources:
  backend: { kind: server }
  storefront: { kind: browser }
events:
  Joined Waitlist:
    description: Somebody wants to know when the product is there.
    source: [backend, storefront]
`,
    good: `
sources:
  backend: { kind: server }
  storefront: { kind: browser }
events:
  Joined Waitlist:
    description: Somebody wants to know when the product is there.
    source: { names: [backend, storefront], because: The backend sends those who ask by phone. }
`,
  },
  check({ index }, report) {
    for (const event of index.liveEvents) {
      if (event.status === "deprecated" || (event.because?.value.trim() ?? "") !== "") continue;
      const [first, second] = event.sources;
      if (first === undefined || second === undefined) continue;
      const name = event.name.value;
      const names = event.sources.map((source) => source.value);
      report(second.span, `"${name}" is sent by ${inWords(names)}, and nothing says why.`, {
        event: name,
        help: `Keep one, or write "source: { names: [${names.join(", ")}], because: … }".`,
        related: [{ message: "the first source", span: first.span }],
      });
    }
  },
});

function inWords(names: readonly string[]): string {
  const quoted = names.map((name) => `"${name}"`);
  return `${quoted.slice(0, -1).join(", ")} and ${quoted.at(-1)}`;
}
