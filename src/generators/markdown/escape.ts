// Puts text that people wrote into Markdown so that it reads as written: no markup, no HTML, no broken table.

/** A name, or other text without markup of its own, inside a paragraph or heading. */
export function inline(text: string): string {
  return escapeMarkup(oneLine(text));
}

/** A sentence inside a paragraph: as `inline`, but what stands in backticks is code. */
export function prose(text: string): string {
  return spans(oneLine(text), code);
}

/** Text inside a table's cell; line breaks of the text are kept as line breaks. */
export function cell(text: string): string {
  const trimmed = text.trim();
  // Most text has nothing to escape, and there is a lot of it.
  if (!/[\r\n|\\`*[\]~$#_&<:]/.test(trimmed)) return trimmed;
  return trimmed
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => spans(line, codeInCell, (markup) => escapeMarkup(markup).replaceAll("|", "\\|")))
    .join("<br>");
}

/** Text as paragraphs. Blank lines part paragraphs, lines that begin with `- `, `* ` or `1. ` are lists. */
export function block(text: string): string {
  return text
    .replace(/\r\n|\r/g, "\n")
    .split("\n")
    .map(blockLine)
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function blockLine(line: string): string {
  const list = /^(\s*)([-*]|[0-9]{1,3}[.)]) +(\S.*)$/.exec(line);
  if (list !== null) {
    const [, indent = "", marker = "", text = ""] = list;
    return `${" ".repeat(Math.min(indent.length, 3))}${marker} ${lineStart(spans(text.trim(), code))}`;
  }
  return lineStart(spans(line.trim(), code));
}

/** What would be a heading, quote, rule, table or list at the start of a line is text. */
function lineStart(escaped: string): string {
  // Such a line makes a table of the line above, behind a list's mark too.
  if (/^[ |:-]+$/.test(escaped)) return escaped.replace(/[|:-]/g, "\\$&");
  return escaped.replace(/^(?:[>+=-]|[0-9]+(?=[.)]))/, (mark) =>
    /^[0-9]/.test(mark) ? `${mark}\\` : `\\${mark}`,
  );
}

/** A code span that shows the text exactly, outside tables. */
export function code(text: string): string {
  if (/^[\x21-\x5f\x61-\x7e]+$/.test(text)) return `\`${text}\``;
  const shown = text.replace(/\s/g, " ");
  if (shown.trim() === "") return `\`"${shown}"\``;
  const runs = shown.match(/`+/g) ?? [];
  const fence = "`".repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  const padded = /^`|`$|^ .* $/.test(shown) ? ` ${shown} ` : shown;
  return runs.length === 0 ? `\`${padded}\`` : `${fence}${padded}${fence}`;
}

/** A code span inside a table's cell, where `|` parts cells even in code. */
export function codeInCell(text: string): string {
  if (!text.includes("|")) return code(text);
  if (!text.includes("\\")) return code(text).replaceAll("|", "\\|");
  // A backslash before the escaped `|` can't be written in a code span.
  const entities = text.replace(/[^\p{L}\p{N} ]/gu, (character) => `&#${character.codePointAt(0) ?? 0};`);
  return `<code>${entities}</code>`;
}

/** Text for `<!-- -->`, where two hyphens may not meet. */
export function comment(text: string): string {
  return text.replace(/\s+/g, " ").replace(/-(?=-)/g, "- ");
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Escapes all but spans in single backticks, which become code. */
function spans(
  line: string,
  asCode: (text: string) => string,
  asMarkup: (text: string) => string = escapeMarkup,
): string {
  return line
    .split(/(?<!`)(`[^`]+`)(?!`)/)
    .map((part, index) => (index % 2 === 1 ? asCode(part.slice(1, -1)) : asMarkup(part)))
    .join("");
}

/** An underscore inside a word is no markup. */
function escapeUnderscore(mark: string, at: number, text: string): string {
  return isInWord(text, at - 1) && isInWord(text, at + 1) ? mark : `\\${mark}`;
}

function isInWord(text: string, at: number): boolean {
  const character = text[at];
  if (character === undefined) return false;
  if (character < "\u0080") return /[A-Za-z0-9]/.test(character);
  // A character beyond the first 65,536 is two code units, and either may be the one at hand.
  const start = /[\udc00-\udfff]/.test(character) && /[\ud800-\udbff]/.test(text[at - 1] ?? "") ? at - 1 : at;
  return /^[\p{L}\p{N}]/u.test(text.slice(start, start + 2));
}

function escapeMarkup(text: string): string {
  // Most text has nothing to escape, and there is a lot of it.
  if (!/[\\`*[\]~$#_&<:]/.test(text)) return text;
  return text
    .replace(/[\\`*[\]~$#]/g, "\\$&")
    .replace(/_/g, escapeUnderscore)
    .replace(/&(?=#|[A-Za-z])/g, "&amp;")
    .replaceAll("<", "&lt;")
    .replace(/:(?=[\w+-]+:)/g, "\\:");
}
