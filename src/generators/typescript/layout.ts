// Lays out generated code within 100 columns, breaking lines where a formatter would.

/** Code that fits on one line or breaks at its own places. */
export type Doc =
  | string
  | readonly Doc[]
  | { readonly kind: "group"; readonly doc: Doc; flat: Flat | undefined }
  | { readonly kind: "indent"; readonly doc: Doc }
  | { readonly kind: "line"; readonly flat: string; readonly hard: boolean }
  | { readonly kind: "choice"; readonly broken: string; readonly flat: string };

/**
 * What a group is on one line. `ends` tells that a text in it has several lines, and `text` goes to the end of the first;
 * undefined stands for `text` where the group fits on no line. A group is asked for it wherever it stands in others, so
 * it keeps the answer.
 */
type Flat = { readonly text: string | undefined; readonly columns: number; readonly ends: boolean };

/** On one line where it fits, else broken at each of its own lines. */
export const group = (...docs: readonly Doc[]): Doc => ({ kind: "group", doc: docs, flat: undefined });
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

/** Columns of a line. */
export const width = 100;

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
      const flat = flatOf(part);
      const room = width - columns(current) - flat.columns;
      const fits = flat.text !== undefined && room >= 0 && (flat.ends || restFits(steps, room));
      if (fits && !flat.ends) current += flat.text;
      else push(steps, part.doc, level, !fits);
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

/**
 * How much of the `left` columns of a line a doc leaves: negative where it does not fit, and infinite where it ends the
 * line. A group in it is as broken as what it stands in: what is asked is whether the line up to there fits.
 */
function roomAfter(doc: Doc, broken: boolean, left: number): number {
  if (typeof doc === "string") {
    const newline = doc.indexOf("\n");
    if (newline < 0) return left - columns(doc);
    return columns(doc.slice(0, newline)) <= left ? Number.POSITIVE_INFINITY : -1;
  }
  if (isList(doc)) {
    let room = left;
    for (const part of doc) {
      room = roomAfter(part, broken, room);
      if (room < 0 || room === Number.POSITIVE_INFINITY) break;
    }
    return room;
  }
  if (doc.kind === "choice") return left - (broken ? doc.broken : doc.flat).length;
  if (doc.kind === "group" && !broken) return roomAfterFlat(flatOf(doc), left);
  if (doc.kind !== "line") return roomAfter(doc.doc, broken, left);
  if (broken) return Number.POSITIVE_INFINITY;
  return doc.hard ? -1 : left - doc.flat.length;
}

/** Whether what comes next, up to its first line break, fits into the room that a group leaves. */
function restFits({ docs, broken }: Steps, left: number): boolean {
  let room = left;
  for (let next = docs.length - 1; next >= 0 && room !== Number.POSITIVE_INFINITY; next--) {
    room = roomAfter(docs[next] ?? "", broken[next] ?? false, room);
    if (room < 0) return false;
  }
  return true;
}

function roomAfterFlat({ text, columns: size, ends }: Flat, left: number): number {
  if (text === undefined || size > left) return -1;
  return ends ? Number.POSITIVE_INFINITY : left - size;
}

const fitsNowhere: Flat = { text: undefined, columns: 0, ends: false };

function flatOf(group: Group): Flat {
  group.flat ??= flattened(group.doc);
  return group.flat;
}

type Group = Extract<Doc, { readonly kind: "group" }>;

function flattened(doc: Doc): Flat {
  if (typeof doc === "string") {
    const newline = doc.indexOf("\n");
    const text = newline < 0 ? doc : doc.slice(0, newline);
    const size = columns(text);
    return size > width ? fitsNowhere : { text, columns: size, ends: newline >= 0 };
  }
  if (isList(doc)) {
    let text = "";
    let size = 0;
    for (const part of doc) {
      if (typeof part === "string" && !part.includes("\n")) {
        // Most parts are, and there are too many of them for an answer each.
        text += part;
        size += columns(part);
        if (size > width) return fitsNowhere;
        continue;
      }
      const flat = flattened(part);
      if (flat.text === undefined) return fitsNowhere;
      text += flat.text;
      size += flat.columns;
      if (size > width) return fitsNowhere;
      if (flat.ends) return { text, columns: size, ends: true };
    }
    return { text, columns: size, ends: false };
  }
  if (doc.kind === "group") return flatOf(doc);
  if (doc.kind === "indent") return flattened(doc.doc);
  if (doc.kind === "line" && doc.hard) return fitsNowhere;
  return { text: doc.flat, columns: doc.flat.length, ends: false };
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
    total += isWide(character) ? 2 : 1;
  }
  return total;
}

function isWide(character: string): boolean {
  return /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u.test(
    character,
  );
}
