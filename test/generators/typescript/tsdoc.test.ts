// How the plan's texts are set in doc comments.
import { describe, expect, it } from "vitest";
import { docComment, harmless } from "../../../src/generators/typescript/tsdoc.js";

function linesOf(text: string, margin = ""): readonly string[] {
  return docComment({ paragraphs: [harmless(text)] }, margin);
}

describe("a text that the plan breaks into lines", () => {
  it("is set anew, so that no word is left alone on a line", () => {
    expect(
      linesOf(
        [
          "An item is put into the cart. Sent after the cart is saved, with the whole cart as it stands then; the product",
          "is the one that was added.",
        ].join("\n"),
      ),
    ).toEqual([
      "/**",
      " * An item is put into the cart. Sent after the cart is saved, with the whole cart as it stands",
      " * then; the product is the one that was added.",
      " */",
    ]);
  });

  it("becomes one line where it fits", () => {
    expect(linesOf("Paid orders\nthat were not canceled.\n")).toEqual([
      "/** Paid orders that were not canceled. */",
    ]);
  });

  it("keeps its paragraphs apart", () => {
    expect(linesOf("First\nparagraph.\n\nSecond\nparagraph.")).toEqual([
      "/**",
      " * First paragraph.",
      " *",
      " * Second paragraph.",
      " */",
    ]);
  });

  it.each([
    ["a list", "One of:\n- the cart\n- the basket\nand no other."],
    ["a numbered list", "Then:\n1. pay\n2) ship"],
    ["indented lines", "- the cart\n  of the shop\n    1. saved"],
    ["a table", "| a | b |\n| - | - |"],
    ["a quote", "> said\n> so"],
    ["headings", "# One\nTwo\n---\nThree"],
    ["a break that is meant", "Street\\\nTown"],
    ["a code block", "For example:\n```liquid\n{{ event.a }}\n{{  event.b }}\n```\nand so on"],
  ])("keeps the lines of %s", (_, text) => {
    expect(linesOf(text)).toEqual(["/**", ...text.split("\n").map((line) => ` * ${line}`), " */"]);
  });

  it("sets what is too long for a list item under its first word", () => {
    const words = Array.from({ length: 30 }, () => "word").join(" ");
    const lines = linesOf(`Either\n- ${words}\n- less`, "  ");
    expect(lines[2]).toMatch(/^ {3}\* - word/);
    expect(lines[3]).toMatch(/^ {3}\* {3}word/);
    expect(lines.every((line) => line.length <= 100)).toBe(true);
  });

  it("starts no line with a word that would open a tag or a list", () => {
    for (let fill = 70; fill < 100; fill++) {
      for (const mark of ["@deprecated", "-", "1.", "#", ">"]) {
        const lines = docComment({ paragraphs: [`${"x".repeat(fill)} ${mark} and more words behind it`] });
        expect(lines.join("\n")).not.toContain(` * ${mark}`);
      }
    }
  });

  it("is read alike with line breaks of any system", () => {
    expect(linesOf("a\r\nb\rc")).toEqual(["/** a b c */"]);
  });
});
