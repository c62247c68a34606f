// Text of users inside Markdown: code that holds anything, and prose that no name turns into markup.
import { printable } from "./display.js";

/** GitHub refuses comments of more characters. */
export const githubLimit = 65_536;

/**
 * A sentence: what stands in quotes or backticks becomes code, and the rest is escaped, so that no name turns into
 * markup, a mention or a link.
 */
export function prose(text: string): string {
  return printable(text)
    .split(/("[^"]*"|`[^`]*`)/)
    .map((part) => (/^(".+"|`.+`)$/.test(part) ? code(part.slice(1, -1)) : escapeMarkdown(part)))
    .join("");
}

function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()#+!|~]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/@|\\#|:\/\/|www\./g, "$&<!-- -->");
}

/** Inline code that holds any text: fenced by one backtick more than the text has in a row. */
export function code(text: string): string {
  const shown = printable(text);
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = shown === "" || /^[`\s]|[`\s]$/.test(shown) ? " " : "";
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** A cell of a table: it ends at a bar, also inside code. */
export function cell(text: string): string {
  return text.replace(/(?<!\\)\|/g, "\\|").replaceAll("\n", " ");
}
