// An expression that was read before is not read again: what a template uses must not depend on that.
import * as liquid from "liquidjs";
import { expect, test } from "vitest";
import { KnownExpressions } from "../../src/consumers/known-expressions.js";
import { NearestWords } from "../../src/consumers/nearest-words.js";
import { readTemplate } from "../../src/consumers/template-walk.js";

const templates = [
  '{{ event.coupon | default: "none" }} and {{ event.coupon | default: "none" }}',
  'Somewhere else: {{event.coupon | default: "none"}}',
  "{% if event.items[0].price >= 10 and customer.vip %}{{ event.items[index].price | times: event.count }}{% endif %}",
  "{% unless event.items[0].price >= 10 and customer.vip %}{{ event.items[index].price | times: event.count }}{% endunless %}",
  "{% assign x = (1..event.count) %}{% for i in (1..event.count) %}{{ i }}{% endfor %}",
  "{% liquid\n  assign x = event.coupon\n  echo x\n%}{{ x }}{{ event[customer.name] }}",
  "{{ event.a b }}{{ event.a b }} {{ event.x | nofilter }}{{ event.x | nofilter }}",
];

test("a template gives the same whatever was read before it", () => {
  const known = new KnownExpressions();
  const words = new NearestWords();
  for (const text of [...templates, ...templates.toReversed(), templates.join("\n")])
    expect(readTemplate(text, liquid, words, known)).toEqual(readTemplate(text, liquid));
});

test("an expression is read once", () => {
  const known = new KnownExpressions();
  const value = { postfix: [], filters: [], start: 3, end: 9 };
  let reads = 0;
  const read = () => {
    reads++;
    return { value, until: 9 };
  };
  known.valueOf("   event.a   ", 3, 10, read);
  const again = known.valueOf("      event.a   ", 6, 13, read);
  expect(reads).toBe(1);
  expect(again).toEqual({ value: { ...value, start: 6, end: 12 }, until: 12 });
});
