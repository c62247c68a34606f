// Holds what we say of values that may be missing to the engine: it renders each template without each of them, and
// fails where it asks for one that is not there, as Customer.io does.
import fc from "fast-check";
import * as liquid from "liquidjs";
import { describe, expect, test } from "vitest";
import { readTemplate } from "../../src/consumers/template-walk.js";

const runs = 400 * Number(process.env.PROPERTY_RUNS ?? 1);
const engine = new liquid.Liquid({ strictVariables: true, lenientIf: true });

/** The values that may be missing; each of them is there or not. */
const optional: Readonly<Record<string, unknown>> = {
  a: "x",
  b: 5,
  c: { d: "y" },
  list: [{ name: "one" }, { name: "two" }],
};
const names = Object.keys(optional);
const everyChoice = Array.from({ length: 2 ** names.length }, (_, bits) =>
  Object.fromEntries(names.filter((_name, at) => bits & (1 << at)).map((name) => [name, optional[name]])),
);

/** Whether the engine fails for want of a value in some of all choices. */
function fails(text: string): boolean {
  const template = engine.parse(text);
  return everyChoice.some((event) => {
    try {
      engine.renderSync(template, { event });
      return false;
    } catch (thrown) {
      if (thrown instanceof Error && /undefined variable/.test(thrown.message)) return true;
      throw thrown;
    }
  });
}

/** Whether we say that some value may be missing where it is asked for. What an event always has is beside that. */
function isUnguarded(text: string): boolean {
  return readTemplate(text, liquid).uses.some(
    ({ namespace, lenient, steps, sure, told }) =>
      namespace === "event" && !lenient && sure < Math.min(1, steps.length) && told < steps.length,
  );
}

const condition: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        "event.a",
        "event.b",
        "event.c",
        "event.a != blank",
        "event.a == blank",
        "event.a == nil",
        "event.a != nil",
        "event.a != empty",
        "event.a == 'x'",
        "event.a != 'x'",
        "event.b > 3",
        "3 < event.b",
        "event.b != 5",
        "event.a contains 'x'",
        "event.c.d",
        "event.c.d == 'y'",
        "event.list.size > 0",
        "not event.a",
        "true",
      ),
      fc.constantFrom("and", "or"),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((parts) => parts.map(([atom, joint], at) => (at === 0 ? atom : `${joint} ${atom}`)).join(" "));

const { template } = fc.letrec<{ template: string; node: string }>((tie) => ({
  template: fc.array(tie("node"), { maxLength: 3 }).map((nodes) => nodes.join("")),
  node: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom(
      "{{ event.a }}",
      "{{ event.b | plus: 1 }}",
      "{{ event.c.d }}",
      "{{ event.a | default: 'z' }}",
      "{{ event.a | upcase | default: 'z' }}",
      "{{ 'n' | append: event.a }}",
      "{{ event.list.size }}",
      "{% echo event.a %}",
      "{% assign v = event.a %}{{ v }}",
      "{% assign v = event.c %}{% if v %}{{ v.d }}{{ event.c.d }}{% endif %}",
      "{% assign w = event.a | default: 'z' %}{{ w }}",
    ),
    fc
      .tuple(condition, tie("template"), condition, tie("template"), tie("template"))
      .map(([a, x, b, y, z]) => `{% if ${a} %}${x}{% elsif ${b} %}${y}{% else %}${z}{% endif %}`),
    fc
      .tuple(condition, tie("template"), tie("template"))
      .map(([a, x, y]) => `{% unless ${a} %}${x}{% else %}${y}{% endunless %}`),
    fc
      .tuple(tie("template"), tie("template"))
      .map(([x, y]) => `{% case event.a %}{% when 'x', 'q' %}${x}{% else %}${y}{% endcase %}`),
    fc
      .tuple(tie("template"), tie("template"))
      .map(([x, y]) => `{% for i in event.list %}{{ i.name }}${x}{% else %}${y}{% endfor %}`),
    tie("template").map((x) => `{% capture t %}${x}{% endcapture %}`),
  ),
}));

describe("a template that we call safe", () => {
  test("is rendered by the engine, whatever is missing", () => {
    fc.assert(
      fc.property(template, (text) => {
        if (!isUnguarded(text)) expect(fails(text), text).toBe(false);
      }),
      { numRuns: runs },
    );
  });
});

describe("a use that we call bare", () => {
  test.each([
    "{{ event.a }}",
    "{{ event.a | upcase | default: 'z' }}",
    "{{ 'n' | append: event.a }}",
    "{% for i in event.list %}{% endfor %}",
    "{% if event.b %}{{ event.a }}{% endif %}",
    "{% if event.a %}{% else %}{{ event.a }}{% endif %}",
    "{% if event.a or event.b %}{{ event.a }}{% endif %}",
    "{% if event.a != empty %}{{ event.a }}{% endif %}",
    "{% unless event.a %}{{ event.a }}{% endunless %}",
    "{% case event.a %}{% when 'x' %}{% else %}{{ event.a }}{% endcase %}",
    "{% if event.a %}{% endif %}{{ event.a }}",
    "{% for i in event.list %}{% else %}{{ event.list.size }}{% endfor %}",
  ])("fails where it is missing: %s", (text) => {
    expect(isUnguarded(text)).toBe(true);
    expect(fails(text)).toBe(true);
  });
});
