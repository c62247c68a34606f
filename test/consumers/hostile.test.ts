// Templates that nobody writes: whatever they hold, reading ends, tells where it gave up, and throws nothing.
import fc from "fast-check";
import * as liquid from "liquidjs";
import { describe, expect, test } from "vitest";
import { readTemplate } from "../../src/consumers/template-walk.js";

const runs = 200 * Number(process.env.PROPERTY_RUNS ?? 1);

/** What is used and what is wrong; each place lies in the text. */
function read(text: string): { readonly uses: readonly string[]; readonly problems: readonly string[] } {
  const { uses, problems } = readTemplate(text, liquid);
  const outside = [...uses, ...problems].filter(
    ({ start, end }) => start < 0 || end < start || end > text.length,
  );
  expect(outside).toEqual([]);
  return {
    uses: uses.map(({ start, end }) => text.slice(start, end)),
    problems: problems.map(({ message }) => message),
  };
}

const many = 10_000;

describe("a template that is large", () => {
  test("is read whole", () => {
    expect(read("{{ event.a }} text ".repeat(many)).uses).toHaveLength(many);
  });

  test.each([
    ["ifs", "{% if event.a %}", "{% endif %}"],
    ["unlesses", "{% unless event.a == blank %}", "{% endunless %}"],
    ["loops", "{% for item in event.items %}", "{% endfor %}"],
    ["cases", "{% case event.a %}{% when 'x' %}", "{% endcase %}"],
    ["captures", "{% capture x %}", "{% endcapture %}"],
  ])("may be nested as deep as it likes: %s", (_, open, close) => {
    const { uses, problems } = read(`${open.repeat(many)}{{ event.z }}${close.repeat(many)}{{ event.last }}`);
    expect(problems).toEqual([]);
    expect(uses.at(-1)).toBe("event.last");
  });

  test.each([
    [
      "a long condition",
      `{% if ${Array.from({ length: many }, (_, i) => `event.p${i} == 'x'`).join(" and ")} %}{{ event.p7 }}{% endif %}`,
    ],
    [
      "a long or",
      `{% if ${Array.from({ length: many }, (_, i) => `event.p${i}`).join(" or ")} %}{% endif %}`,
    ],
    ["a long path", `{{ event${".a".repeat(many)} }}`],
    ["many elsifs", `{% if event.a %}${"{% elsif event.b == nil %}".repeat(many)}{% endif %}`],
    ["many filters", `{{ event.a ${"| upcase ".repeat(many)} }}`],
    [
      "many variables",
      Array.from({ length: many }, (_, i) => `{% assign v${i} = event.a %}{{ v${i} }}`).join(""),
    ],
    ["a variable of a variable", `{% assign v = event.a %}${"{% assign v = v.b %}".repeat(2_000)}{{ v }}`],
    ["many whens", `{% case event.a %}${"{% when 'x' %}".repeat(many)}{% endcase %}`],
    ["a long quote", `{{ "${"x".repeat(many)}" }}`],
  ])("may hold %s", (_, text) => {
    expect(read(text).problems).toEqual([]);
  });
});

describe("a template that is broken all over", () => {
  test.each([
    ["outputs that are not closed", "{{ event.a ".repeat(many)],
    ["tags that are not closed", "{% if event.a ".repeat(many)],
    ["quotes", "{{ ' ".repeat(many)],
    ["quotes that are escaped", `{{ ' ${"\\' ".repeat(many)}`],
    ["braces", "{".repeat(many)],
    ["closing braces", "}".repeat(many)],
    ["ends", "{% endif %}".repeat(many)],
    ["ifs that are never closed", "{% if event.a %}".repeat(many)],
    ["brackets", `{{ event${"[a".repeat(many)} }}`],
    ["brackets that are closed", `{{ event${"[a".repeat(many)}${"]".repeat(many)} }}`],
    ["parentheses", `{{ ${"(".repeat(many)} }}`],
    ["tags that nobody knows", "{% nonsense %}".repeat(many)],
    ["filters that nobody knows", "{{ event.a | nonsense }}".repeat(many)],
    ["raws", "{% raw %}".repeat(many)],
    ["backslashes", `{{ "${"\\".repeat(many)} }}`],
  ])("tells so many problems and goes on: %s", (_, text) => {
    const { problems } = read(text);
    expect(problems.length).toBeLessThanOrEqual(50);
  });

  test("is read behind what can't be read", () => {
    const { uses, problems } = read(
      "{{ event.a\n{{ event.b }}\n{% if event.c = 1 %}{{ event.d }}{% endif %}\n{{ it's }}\n{% foo %}{{ event.e }}",
    );
    expect(uses).toEqual(["event.b", "event.d", "event.e"]);
    expect(problems).toEqual([
      "This output is never closed.",
      '"=" means nothing here.',
      "A quote is opened here and never closed.",
      'Customer.io knows no tag "foo". Did you mean "for"?',
    ]);
  });
});

describe("names are data", () => {
  test.each(["__proto__", "constructor", "toString", "größe", "日本語", "🎉", "a-b", "true_", "nil_"])(
    "%s",
    (name) => {
      const { uses } = readTemplate(
        `{% assign x = event["${name}"] %}{{ x }}{% if x %}{{ x }}{% endif %}`,
        liquid,
      );
      expect(uses.map(({ steps, sure }) => ({ steps, sure }))).toEqual([
        { steps: [{ name }], sure: 0 },
        { steps: [{ name }], sure: 0 },
        { steps: [{ name }], sure: 0 },
        { steps: [{ name }], sure: 1 },
      ]);
    },
  );

  test("variables may have them too", () => {
    expect(read("{% assign __proto__ = event.a %}{{ __proto__ }}{{ constructor.b }}").uses).toEqual([
      "event.a",
      "__proto__",
      "constructor.b",
    ]);
  });

  test("line ends, marks and pairs of code units don't move places", () => {
    expect(read("🎉\r\n{{ event.a }}\r{%\r\nif event.b\r\n%}{{ event.ü }}{% endif %}").uses).toEqual([
      "event.a",
      "event.b",
      "event.ü",
    ]);
  });
});

test("any text at all is read", () => {
  const noise = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      "{{",
      "}}",
      "{%",
      "%}",
      "-",
      "'",
      '"',
      "|",
      ":",
      "[",
      "]",
      ".",
      "if",
      "event",
      " ",
      "endif",
      "=",
    ),
  );
  fc.assert(
    fc.property(fc.array(noise, { maxLength: 40 }), (parts) => {
      read(parts.join(""));
    }),
    { numRuns: runs },
  );
});
