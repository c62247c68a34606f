// The rule unknown-snippet: templates use snippets that the workspace has.
import { alsoHere, mistakes, renamed } from "../consumer-mistakes.js";
import { consumerRule } from "../consumer-rule.js";
import { Suggestions } from "../suggestions.js";

const plan = `trackwright: 1
name: acme-store
events:
  Order Completed:
    description: An order is paid.
consumers:
  Thanks:
    kind: campaign
    description: One letter after each order.
    trigger: Order Completed
    templates: [tracking-plan/templates/thanks.liquid]
`;
const snippet = `{
  "trackwright": 1,
  "kind": "snippet",
  "name": "footer",
  "template": "templates/snippet-footer.liquid"
}
`;
const pulled = {
  "plan.yaml": plan,
  "consumers/snippet-footer.json": snippet,
  "consumers/templates/snippet-footer.liquid": "Acme Store, Berlin\n",
};

export const unknownSnippet = consumerRule({
  id: "unknown-snippet",
  summary: "A template uses a snippet that the workspace does not have",
  why:
    "What the snippet was to say is missing from the message, such as the footer with the address and the way to " +
    "unsubscribe, or the message is not sent at all. It happens where a snippet is renamed: nothing tells who used it.",
  fix: "Write the name of a snippet that is there, or make one of that name in Customer.io and pull again. The rule speaks once snippets were pulled.",
  severity: "error",
  fixable: true,
  examples: {
    bad: { files: { ...pulled, "templates/thanks.liquid": 'Thank you!\n{{ snippets["foter"] }}\n' } },
    good: { files: { ...pulled, "templates/thanks.liquid": 'Thank you!\n{{ snippets["footer"] }}\n' } },
  },
  check({ plan: { snippets, unread }, listening }, report) {
    // Where none was pulled, or some can't be read, what there is is not known.
    if (snippets.length === 0 || unread.kinds.has("consumer")) return;
    const names = new Set(snippets.map(({ name }) => name.value));
    const suggestions = new Suggestions();
    const wrong = listening.included.filter(({ reference: { path } }) => !names.has(path[0] ?? ""));
    for (const { first, others } of mistakes(wrong)) {
      const { reference, consumer } = first;
      const name = reference.path[0] ?? "";
      const meant = suggestions.nearest(name, [...names]);
      const fix = meant === undefined ? undefined : renamed([first, ...others], name, meant);
      const declared = snippets.find((one) => one.name.value === meant);
      report(
        reference.span,
        `"${consumer.name.value}" uses the snippet "${name}", which is not in the workspace.${meant === undefined ? "" : ` Did you mean "${meant}"?`}`,
        {
          help: "It may have been renamed or removed in Customer.io.",
          related: [
            ...(declared === undefined ? [] : [{ message: "this one is there", span: declared.name.span }]),
            ...alsoHere(others),
          ],
          ...(fix !== undefined && { fixes: [fix] }),
        },
      );
    }
  },
});
