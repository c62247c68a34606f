// Finds what people write in the place of Liquid in plain text, where no engine looks: it is sent as it stands.
import type { Piece } from "./liquid-pieces.js";
import type { TemplateProblem } from "./template.js";

/** One brace and a namespace, `{ event.total }`; Mailchimp's `*|FNAME|*`. Nothing else is sure to be a mistake. */
const foreign =
  /(?<!\{)\{[ \t]*(?:event|customer|trigger|journey|snippets)(?:\.[A-Za-z_]\w*)+[ \t]*\}(?!\})|\*\|[A-Z][A-Z0-9_:]*\|\*/g;

/** So many are told. */
const limit = 50;

export function foreignNotation(text: string, pieces: readonly Piece[]): readonly TemplateProblem[] {
  const found: TemplateProblem[] = [];
  let hidden: readonly (readonly [number, number])[] | undefined;
  for (const { 0: written, index: start } of text.matchAll(foreign)) {
    hidden ??= hiddenIn(text, pieces);
    if (hidden.some(([from, to]) => from <= start && start < to)) continue;
    const end = start + written.length;
    const path = written.startsWith("{") ? written.slice(1, -1).trim() : undefined;
    found.push({
      kind: "syntax",
      message:
        path === undefined
          ? `"${written}" is another tool's notation, and is sent as it stands.`
          : `"${written}" has one brace on each side, and is sent as it stands.`,
      help: `Write {{ ${path ?? "customer.first_name"} }}${path === undefined ? " for an attribute" : ""}.`,
      ...(path !== undefined && {
        mend: { title: "write two braces", safe: false, edits: [{ start, end, text: `{{ ${path} }}` }] },
      }),
      start,
      end,
    });
    if (found.length >= limit) break;
  }
  return found;
}

/** What stands in comments and between {% raw %} and {% endraw %}. */
function hiddenIn(text: string, pieces: readonly Piece[]): readonly (readonly [number, number])[] {
  const ranges: (readonly [number, number])[] = [];
  for (const [at, { name, start }] of pieces.entries()) {
    if (name === "raw") ranges.push([start, pieces[at + 1]?.start ?? text.length]);
    if (name !== "comment") continue;
    const close = pieces.slice(at).find((piece) => piece.name === "endcomment");
    ranges.push([start, close?.start ?? text.length]);
  }
  return ranges;
}
