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

/** What is left to write: docs with the level and the state of the group that each stands in, the next one last. */
type Steps = { readonly docs: Doc[]; readonly levels: number[]; readonly broken: boolean[] };

/** The text of a doc, without a new line at its end and without spaces at the end of a line. */
export function print(doc: Doc): string {
  if (typeof doc === "string" && !doc.includes("\n")) return withoutSpacesAtEnd(doc);
  // Finished lines apart from the one being written: a text that grows would be copied for every line.
  const lines: string[] = [];
  let current = "";
  // Three lists and not one of triples: large plans print millions of steps.
  const steps: Steps = { docs: [doc], levels: [0], broken: [true] };
  for (;;) {
    const part = steps.docs.pop();
    if (part === undefined) break;
    const level = steps.levels.pop() ?? 0;
    const broken = steps.broken.pop() ?? false;
    if (typeof part === "string") {
      if (part.includes("\n")) {
        const [first = "", ...others] = part.split("\n");
        const last = others.pop() ?? "";
        lines.push(withoutSpacesAtEnd(current + first), ...others.map(withoutSpacesAtEnd));
        current = last;
      } else {
        current += part;
      }
    } else if (isList(part)) {
      pushReversed(steps, part, level, broken);
    } else if (part.kind === "indent") {
      push(steps, part.doc, level + 1, broken);
    } else if (part.kind === "choice") {
      push(steps, broken ? part.broken : part.flat, level, broken);
    } else if (part.kind === "line") {
      if (broken) {
        lines.push(withoutSpacesAtEnd(current));
        current = "  ".repeat(level);
      } else {
        current += part.flat;
      }
    } else {
      push(steps, part.doc, level, !fits(part.doc, level, steps, width - columns(current)));
    }
  }
  lines.push(withoutSpacesAtEnd(current));
  return lines.join("\n");
}

function push(steps: Steps, doc: Doc, level: number, broken: boolean): void {
  steps.docs.push(doc);
  steps.levels.push(level);
  steps.broken.push(broken);
}

function pushReversed(steps: Steps, docs: readonly Doc[], level: number, broken: boolean): void {
  for (let index = docs.length - 1; index >= 0; index--) {
    const doc = docs[index];
    if (doc !== undefined) push(steps, doc, level, broken);
  }
}

function withoutSpacesAtEnd(line: string): string {
  return line.endsWith(" ") ? line.replace(/ +$/, "") : line;
}

/** Whether a group, and what comes after it up to the next possible line break, fits into the room that is left. */
function fits(group: Doc, level: number, rest: Steps, room: number): boolean {
  const steps: Steps = { docs: [group], levels: [level], broken: [false] };
  let next = rest.docs.length - 1;
  let left = room;
  while (left >= 0) {
    let current = steps.docs.pop();
    let depth: number;
    let broken: boolean;
    if (current === undefined) {
      current = rest.docs[next];
      if (current === undefined) return true;
      depth = rest.levels[next] ?? 0;
      broken = rest.broken[next] ?? false;
      next--;
    } else {
      depth = steps.levels.pop() ?? 0;
      broken = steps.broken.pop() ?? false;
    }
    if (typeof current === "string") {
      const newline = current.indexOf("\n");
      if (newline >= 0) return columns(current.slice(0, newline)) <= left;
      left -= columns(current);
    } else if (isList(current)) {
      pushReversed(steps, current, depth, broken);
    } else if (current.kind === "choice") {
      left -= (broken ? current.broken : current.flat).length;
    } else if (current.kind === "line") {
      if (broken) return true;
      if (current.hard) return false;
      left -= current.flat.length;
    } else {
      // A group that comes later may still break: what is asked is whether the line up to there fits.
      push(steps, current.doc, depth, broken);
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
