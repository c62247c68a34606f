// Any text that people write comes out of Markdown as it went in.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { block, cell, code, codeInCell, comment, inline } from "../../../src/generators/markdown/escape.js";
import { plainText, tablesOf, tokensOf } from "./pages.js";

/** Text made of what Markdown, HTML and tables react to. */
const markup = fc
  .array(
    fc.constantFrom(
      ..."\\`*_{}[]()<>#+-.!|~$&:;=\"'/@1 ",
      "a",
      "b ",
      "é",
      "日本",
      "🎉",
      "&amp;",
      "&#35;",
      "<b>",
      "</b>",
      "<!--",
      "-->",
      "](x)",
      "**",
      "~~",
      ":tada:",
      "\n",
      "\n\n",
      "- ",
      "1. ",
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join(""));

const runs = { numRuns: 1000 };

/** What is left of a text on one line. */
const onOneLine = (text: string) => text.replace(/\s+/g, " ").trim();
const hasNoCode = (text: string) => !/`[^`]+`/.test(text);

function paragraphText(markdown: string): string {
  const paragraph = tokensOf(markdown).find((token) => token.type === "paragraph");
  return paragraph !== undefined && "tokens" in paragraph ? plainText(paragraph.tokens ?? []) : "";
}

describe("text in Markdown", () => {
  test("reads as written inside a paragraph", () => {
    fc.assert(
      fc.property(markup, (text) => {
        const wanted = onOneLine(text);
        expect(paragraphText(`x ${inline(text)} x`)).toBe(wanted === "" ? "x  x" : `x ${wanted} x`);
      }),
      runs,
    );
  });

  test("reads as written inside a heading", () => {
    fc.assert(
      fc.property(markup, (text) => {
        const heading = tokensOf(`## x${inline(text)}`)[0];
        const shown = heading !== undefined && "tokens" in heading ? plainText(heading.tokens ?? []) : "";
        expect(shown).toBe(`x${onOneLine(text)}`.trim());
      }),
      runs,
    );
  });

  test("reads as written inside a cell, and keeps the table together", () => {
    fc.assert(
      fc.property(markup.filter(hasNoCode), (text) => {
        const lines = text.split("\n").map((line) => line.trim());
        const wanted = lines.filter((line) => line !== "").join("\n");
        expect(tablesOf(`| a | b |\n| --- | --- |\n| x ${cell(text)} | y |`)).toEqual([
          [
            ["a", "b"],
            [`x ${wanted}`.trim(), "y"],
          ],
        ]);
      }),
      runs,
    );
  });

  test("is exact as code, in paragraphs and cells", () => {
    fc.assert(
      fc.property(
        markup.filter((text) => !/\s/.test(text)),
        (text) => {
          expect(paragraphText(`x ${code(text)} x`)).toBe(`x ${text} x`);
          expect(tablesOf(`| a | b |\n| --- | --- |\n| ${codeInCell(text)} | y |`)[0]?.[1]).toEqual([
            text,
            "y",
          ]);
        },
      ),
      runs,
    );
  });

  test("makes no heading, quote, HTML, link, rule or table as a block", () => {
    fc.assert(
      fc.property(markup, (text) => {
        const kinds = new Set(tokensOf(block(text)).map((token) => token.type));
        for (const kind of [
          "heading",
          "blockquote",
          "html",
          "link",
          "image",
          "hr",
          "table",
          "strong",
          "em",
          "del",
        ])
          expect(kinds).not.toContain(kind);
      }),
      runs,
    );
  });

  test("makes no heading of a line over a lone hyphen", () => {
    expect(block("text\n- \nmore")).toBe("text\n\\-\nmore");
  });

  test.each(["a\n- |", "a\n* -|-", "a\n| :-", "a | b\n:- | -:", "\\\n1. |-"])(
    "makes no table of %j",
    (text) => {
      expect(tokensOf(block(text)).map((token) => token.type)).not.toContain("table");
    },
  );

  test("does not end a comment", () => {
    fc.assert(
      fc.property(markup, (text) => {
        expect(comment(text)).not.toMatch(/--|\n/);
      }),
      runs,
    );
  });
});
