// Reads generated Markdown the way GitHub does, with a parser and a slugger that are not ours.
import { posix } from "node:path";
import GithubSlugger from "github-slugger";
import { marked, type Token, type Tokens } from "marked";
import type { OutputFile } from "../../../src/generators/generator.js";

/** All tokens of a text, outer before inner. */
export function tokensOf(markdown: string): Token[] {
  const found: Token[] = [];
  marked.walkTokens(marked.lexer(markdown), (token) => {
    found.push(token);
  });
  return found;
}

/** The anchors of a page's headings. */
function anchorsOf(markdown: string): Set<string> {
  const slugger = new GithubSlugger();
  const anchors = tokensOf(markdown)
    .filter((token): token is Tokens.Heading => token.type === "heading")
    .map((heading) => slugger.slug(plainText(heading.tokens)));
  return new Set(anchors);
}

/** What a reader sees of inline tokens. */
export function plainText(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === "html" || token.type === "br") return token.raw === "<br>" ? "\n" : "";
      if ("tokens" in token && token.tokens !== undefined) return plainText(token.tokens);
      if (token.type === "text") return unescapeHtml(token.raw);
      return "text" in token && typeof token.text === "string" ? token.text : token.raw;
    })
    .join("");
}

function unescapeHtml(text: string): string {
  const named = new Map([
    ["lt", "<"],
    ["gt", ">"],
    ["quot", '"'],
    ["amp", "&"],
  ]);
  return text.replace(/&(?:#([0-9]+)|(lt|gt|quot|amp));/g, (_, point: string | undefined, name: string) =>
    point === undefined ? (named.get(name) ?? "") : String.fromCodePoint(Number(point)),
  );
}

/** Every relative link of the files that leads nowhere: to no file, or to no heading of it. */
export function brokenLinks(files: readonly OutputFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file.content]));
  const broken: string[] = [];
  for (const file of files) {
    for (const token of tokensOf(file.content)) {
      if (token.type !== "link" || /^(?:https?|mailto):/.test(token.href)) continue;
      const [path = "", anchor] = decodeURI(token.href).split("#");
      const target = path === "" ? file.path : posix.join(posix.dirname(file.path), path);
      const content = byPath.get(target);
      if (content === undefined || (anchor !== undefined && !anchorsOf(content).has(anchor))) {
        broken.push(`${file.path} -> ${token.href}`);
      }
    }
  }
  return broken;
}

/** The links of the files, to see that there are any to check. */
export function linkCount(files: readonly OutputFile[]): number {
  return files.flatMap((file) => tokensOf(file.content)).filter((token) => token.type === "link").length;
}

/** The rows of every table of a text, as a reader sees the cells. */
export function tablesOf(markdown: string): string[][][] {
  return tokensOf(markdown)
    .filter((token): token is Tokens.Table => token.type === "table")
    .map((table) => [table.header, ...table.rows].map((row) => row.map((cell) => plainText(cell.tokens))));
}
