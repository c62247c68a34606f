// Says what rules find in a small plan, and what is left of it when their fixes are applied.
import { LineIndex } from "../../../src/diagnostics/line-index.js";
import { exampleHead } from "../../../src/rules/examples.js";
import { checkBody } from "../example-plan.js";

/** The messages of one rule about a plan.yaml that goes on with `body`, with the line of each. */
export function messages(rule: string, body: string): readonly string[] {
  const lines = new LineIndex(exampleHead + body);
  return checkBody(body)
    .filter((one) => one.rule === rule)
    .map((one) => `${lines.position(one.span.start).line}: ${one.message}`);
}

/** Every finding of rules that are not about missing or unused things: what sensible plans must not give. */
export function complaints(body: string): readonly string[] {
  return checkBody(body)
    .filter((one) => !/^(?:missing|unused)-/.test(one.rule))
    .map((one) => `${one.rule}: ${one.message}`);
}

/** The body with the first fix of each finding of one rule applied. */
export function mended(rule: string, body: string): string {
  const text = exampleHead + body;
  const edits = checkBody(body)
    .filter((one) => one.rule === rule)
    .flatMap((one) => one.fixes?.[0]?.edits ?? [])
    .toSorted((a, b) => b.span.start - a.span.start);
  return edits
    .reduce((now, { span, text: put }) => now.slice(0, span.start) + put + now.slice(span.end), text)
    .slice(exampleHead.length);
}
