import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocate, type Claim, camelCase, kebabSlug, pascalCase, words } from "../../src/generators/names.js";

describe("the words of a name", () => {
  it.each([
    ["Order Completed", ["Order", "Completed"]],
    ["order_completed", ["order", "completed"]],
    ["HTTPServer started", ["HTTP", "Server", "started"]],
    ["orderID2Sent", ["order", "ID2", "Sent"]],
    ["Save & Exit", ["Save", "Exit"]],
    ["User's Cart", ["Users", "Cart"]],
    ['Say "hi" <b>', ["Say", "hi", "b"]],
    ["__proto__", ["proto"]],
    ["日本語 イベント", ["日本語", "イベント"]],
    ["\u{1f389}\u2764\ufe0f", ["u1f389", "u2764", "ufe0f"]],
    ["1\ufe0f\u20e3 first", ["1", "first"]],
    ["\u30b3\u30fc\u30d2\u30fc\u30fb\u8c46", ["\u30b3\u30fc\u30d2\u30fc", "\u8c46"]],
    ["\u{1d401}old \u{20bb7}", ["u1d401", "old", "u20bb7"]],
    ["Cafe\u0301 opened", ["Caf\u00e9", "opened"]],
  ])("%s", (name, expected) => {
    expect(words(name)).toEqual(expected);
  });
});

describe("identifiers and file names", () => {
  it.each([
    ["Order Completed", "orderCompleted", "OrderCompleted", "order-completed"],
    ["PDF Downloaded", "pdfDownloaded", "PdfDownloaded", "pdf-downloaded"],
    ["delete", "delete_", "Delete", "delete"],
    ["constructor", "constructor", "Constructor", "constructor"],
    ["__proto__", "proto", "Proto", "proto"],
    ["123 start", "_123Start", "_123Start", "123-start"],
    ["日本語 イベント", "日本語イベント", "日本語イベント", "日本語-イベント"],
    ["\u{1f389}", "u1f389", "U1f389", "u1f389"],
    ["Save & Exit", "saveExit", "SaveExit", "save-exit"],
    ["User's Cart", "usersCart", "UsersCart", "users-cart"],
    ["Con", "con", "Con", "con_"],
    ["COM1", "com1", "Com1", "com1_"],
    ["!", "u21", "U21", "u21"],
  ])("%s", (name, camel, pascal, slug) => {
    expect([camelCase(name), pascalCase(name), kebabSlug(name)]).toEqual([camel, pascal, slug]);
  });

  it("are valid whatever the name", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (name) => {
        expect(camelCase(name)).toMatch(/^[\p{ID_Start}_]\p{ID_Continue}*$/u);
        expect(pascalCase(name)).toMatch(/^[\p{ID_Start}_]\p{ID_Continue}*$/u);
        expect(kebabSlug(name)).toMatch(/^[\p{ID_Continue}-]+$/u);
        expect(camelCase(name)).toBe(camelCase(name).normalize("NFC"));
      }),
    );
  });

  it("fit a file system, however long the name", () => {
    const long = `${"あ".repeat(90)} one`;
    const slug = kebabSlug(long);
    expect(Buffer.byteLength(slug)).toBeLessThanOrEqual(200);
    expect(slug).toMatch(/^あ+-[0-9a-f]{16}$/);
    expect(kebabSlug(`${"あ".repeat(90)} two`)).not.toBe(slug);
    expect(kebabSlug("a".repeat(200))).toBe("a".repeat(200));
  });
});

describe("allocation", () => {
  const claim = (name: string, file: string, start: number): Claim<string> => ({
    owner: name,
    label: `event "${name}"`,
    span: { file, start, end: start + name.length },
    identifiers: [camelCase(name)],
    files: [`events/${kebabSlug(name)}`],
  });

  it("reports the later of two that become one identifier, with the place of the first", () => {
    const { granted, diagnostics } = allocate("typescript", [
      claim("order-paid", "b.yaml", 3),
      claim("Order Paid", "a.yaml", 40),
      claim("Order Sent", "b.yaml", 90),
    ]);
    expect([...granted]).toEqual(["Order Paid", "Order Sent"]);
    expect(diagnostics).toEqual([
      {
        rule: "identifier-collision",
        mirror: "plan",
        severity: "error",
        message:
          'The event "order-paid" becomes the identifier "orderPaid" in the target "typescript", as the event "Order Paid" does.',
        span: { file: "b.yaml", start: 3, end: 13 },
        help: "Give one of the two a name that differs in its letters or digits.",
        related: [
          { message: 'the event "Order Paid" is here', span: { file: "a.yaml", start: 40, end: 50 } },
        ],
      },
    ]);
  });

  it("compares files without case and keeps the generated code's own names", () => {
    const files = allocate("json-schema", [
      { owner: 1, label: "one", span: { file: "a", start: 0, end: 1 }, identifiers: [], files: ["e/Über"] },
      { owner: 2, label: "two", span: { file: "a", start: 2, end: 3 }, identifiers: [], files: ["e/über"] },
    ]);
    expect(files.diagnostics.map((finding) => finding.message)).toEqual([
      'The two becomes the file "e/über" in the target "json-schema", as the one does.',
    ]);
    const own = allocate("typescript", [claim("read file", "a.yaml", 0)], {
      identifiers: ["readFile"],
    });
    expect(own.granted.size).toBe(0);
    expect(own.diagnostics[0]?.message).toContain("which the generated code uses itself");
  });
});
