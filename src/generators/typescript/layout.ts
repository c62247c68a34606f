// Lays out generated code within 100 columns, breaking lines where a formatter would.

/** Code that fits on one line or breaks at its own places. */
export type Doc =
  | string
  | readonly Doc[]
  | { readonly kind: "group" | "indent"; readonly doc: Doc }
  | { readonly kind: "line"; readonly flat: string; readonly hard: boolean }
  | { readonly kind: "choice"; readonly broken: string; readonly flat: string };

/** On one line where it fits, else broken at each of its own lines. */
export const group = (...docs: readonly Doc[]): Doc => ({ kind: "group", doc: docs });
export const indent = (...docs: readonly Doc[]): Doc => ({ kind: "indent", doc: docs });
/** A space, or a new line where its group is broken. */
export const line: Doc = { kind: "line", flat: " ", hard: false };
/** Nothing, or a new line where its group is broken. */
export const softline: Doc = { kind: "line", flat: "", hard: false };
/** A new line always; breaks every group around it. */
export const hardline: Doc = { kind: "line", flat: "", hard: true };
/** One text where the group around is broken, another where it is not. */
export const choice = (broken: string, flat: string): Doc => ({ kind: "choice", broken, flat });

export function join(docs: readonly Doc[], separator: Doc): Doc {
  const joined: Doc[] = [];
  for (const doc of docs) {
    if (joined.length > 0) joined.push(separator);
    joined.push(doc);
  }
  return joined;
}

/** `open a, b close`, with a trailing comma where it breaks. */
export function list(open: string, items: readonly Doc[], close: string, pad: Doc = softline): Doc {
  if (items.length === 0) return open + close;
  return group(open, indent(pad, join(items, [",", line])), choice(",", ""), pad, close);
}

const width = 100;

type Step = { readonly doc: Doc; readonly level: number; readonly broken: boolean };

/** The text of a doc, without a new line at its end and without spaces at the end of a line. */
export function print(doc: Doc): string {
  // Finished lines apart from the one being written: a text that grows would be copied for every line.
  const lines: string[] = [];
  let current = "";
  let column = 0;
  const steps: Step[] = [{ doc, level: 0, broken: true }];
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    const { doc: part, level, broken } = step;
    if (typeof part === "string") {
      if (part.includes("\n")) {
        const [first = "", ...others] = part.split("\n");
        const last = others.pop() ?? "";
        lines.push(withoutSpacesAtEnd(current + first), ...others.map(withoutSpacesAtEnd));
        current = last;
        column = columns(last);
      } else {
        current += part;
        column += columns(part);
      }
    } else if (isList(part)) {
      pushReversed(steps, part, level, broken);
    } else if (part.kind === "indent") {
      steps.push({ doc: part.doc, level: level + 1, broken });
    } else if (part.kind === "choice") {
      steps.push({ doc: broken ? part.broken : part.flat, level, broken });
    } else if (part.kind === "line") {
      if (broken) {
        lines.push(withoutSpacesAtEnd(current));
        current = "  ".repeat(level);
        column = level * 2;
      } else {
        current += part.flat;
        column += part.flat.length;
      }
    } else {
      const flat = flatText(part.doc, width - column, 0);
      // Nearly all groups fit, and are written at once.
      if (
        flat !== undefined &&
        fits({ doc: "", level, broken: false }, steps, width - column - columns(flat))
      ) {
        current += flat;
        column += columns(flat);
      } else {
        const inner = { doc: part.doc, level, broken: false };
        const isFlat = flat === undefined && fits(inner, steps, width - column);
        steps.push(isFlat ? inner : { ...inner, broken: true });
      }
    }
  }
  lines.push(withoutSpacesAtEnd(current));
  return lines.join("\n");
}

/** Deeper docs are laid out step by step, so that none is too deep. */
const deepest = 100;

/**
 * A doc as it is on one line; undefined where it has line breaks of its own, is too deep, or is certainly longer than
 * `room`.
 */
function flatText(doc: Doc, room: number, depth: number): string | undefined {
  if (typeof doc === "string") return doc.includes("\n") ? undefined : doc;
  if (depth > deepest) return undefined;
  if (isList(doc)) {
    let text = "";
    for (const one of doc) {
      const flat = flatText(one, room, depth + 1);
      if (flat === undefined) return undefined;
      text += flat;
      // A character takes up to two code units, and most take a column.
      if (text.length > 2 * room) return undefined;
    }
    return text;
  }
  if (doc.kind === "choice") return doc.flat;
  if (doc.kind === "line") return doc.hard ? undefined : doc.flat;
  return flatText(doc.doc, room, depth + 1);
}

function pushReversed(steps: Step[], docs: readonly Doc[], level: number, broken: boolean): void {
  for (let index = docs.length - 1; index >= 0; index--) {
    const doc = docs[index];
    if (doc !== undefined) steps.push({ doc, level, broken });
  }
}

function withoutSpacesAtEnd(line: string): string {
  return line.endsWith(" ") ? line.replace(/ +$/, "") : line;
}

/** Whether what comes up to the next possible line break fits into the room that is left. */
function fits(first: Step, rest: readonly Step[], room: number): boolean {
  const steps: Step[] = [first];
  let next = rest.length - 1;
  let left = room;
  while (left >= 0) {
    const step = steps.pop() ?? rest[next--];
    if (step === undefined) return true;
    const { doc: current, level, broken } = step;
    if (typeof current === "string") {
      const newline = current.indexOf("\n");
      if (newline >= 0) return columns(current.slice(0, newline)) <= left;
      left -= columns(current);
    } else if (isList(current)) {
      pushReversed(steps, current, level, broken);
    } else if (current.kind === "choice") {
      left -= (broken ? current.broken : current.flat).length;
    } else if (current.kind === "line") {
      if (broken) return true;
      if (current.hard) return false;
      left -= current.flat.length;
    } else {
      // A group that comes later may still break: what is asked is whether the line up to there fits.
      steps.push({ doc: current.doc, level, broken });
    }
  }
  return false;
}

function isList(doc: Doc): doc is readonly Doc[] {
  return Array.isArray(doc);
}

/** Columns as formatters count them: East Asian wide characters and emoji take two, marks none. */
export function columns(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let total = 0;
  for (const character of text) {
    if (/[\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}]/u.test(character)) continue;
    total += wide.test(character) ? 2 : 1;
  }
  return total;
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
