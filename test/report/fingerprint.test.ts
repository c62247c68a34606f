// A fingerprint names a mistake, not a place.
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { findingsOf } from "../../src/report/findings.js";
import { finding, report, spanOf } from "./sample.js";

const file = "tracking-plan/events.yaml";
const text = "events:\n  Paid:\n    properties: { total: Monney, tax: Monney }\n";

function fingerprints(
  content: string,
  name = file,
  more: Partial<Diagnostic> = {},
  message = 'There is no type "Monney".',
): string[] {
  const texts = new Map([[name, content]]);
  const second = spanOf(texts, name, "Monney", "tax");
  return findingsOf(
    report(texts, [
      finding("unknown-type", spanOf(texts, name, "Monney"), message, more),
      finding("unknown-type", second, message, more),
    ]),
  ).map((one) => one.fingerprint);
}

describe("a fingerprint", () => {
  const usual = fingerprints(text);

  test("is 12 hexadecimal digits, and differs for mistakes that are otherwise equal", () => {
    expect(usual).toHaveLength(2);
    expect(new Set(usual).size).toBe(2);
    for (const one of usual) expect(one).toMatch(/^[0-9a-f]{12}$/);
  });

  test("stays when lines move, files are renamed, and line endings change", () => {
    expect(fingerprints(`# a comment\n\n${text}`)).toEqual(usual);
    expect(fingerprints(text, "tracking-plan/orders/paid.yaml")).toEqual(usual);
    expect(fingerprints(text.replaceAll("\n", "\r\n"))).toEqual(usual);
  });

  test("stays when a number or a file in the message changes", () => {
    const one = fingerprints(text, file, {}, 'There are 3 like "a 1" in tracking-plan/a.yaml:3:4');
    expect(fingerprints(text, file, {}, 'There are 4 like "a 1" in tracking-plan/b.yaml:30:4')).toEqual(one);
    expect(fingerprints(text, file, {}, 'There are 4 like "a 2" in tracking-plan/b.yaml:30:4')).not.toEqual(
      one,
    );
  });

  test("changes with the rule, the event, the property and the flagged text", () => {
    expect(fingerprints(text, file, { event: "Paid" })).not.toEqual(usual);
    expect(fingerprints(text, file, { event: "Paid", property: "total" })).not.toEqual(
      fingerprints(text, file, { event: "Paid", property: "tax" }),
    );
    expect(fingerprints(text, file, { rule: "another" })).not.toEqual(usual);
  });
});
