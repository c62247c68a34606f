// Lays out generated code within 100 columns, breaking lines where a formatter would.

/** Code that fits on one line or breaks at its own places. */
export type Doc =
  | string
  | readonly Doc[]
  | { readonly kind: "group"; readonly docs: readonly Doc[] | (() => readonly Doc[]); flat: Flat | undefined }
  | { readonly kind: "indent"; readonly docs: readonly Doc[] }
  | { readonly kind: "line"; readonly flat: string; readonly hard: boolean }
  | { readonly kind: "choice"; readonly broken: string; readonly flat: string };

/**
 * What a group is on one line. `ends` tells that a text in it has several lines, and `text` goes to the end of the first;
 * undefined stands for `text` where the group fits on no line. A group is asked for it wherever it stands in others, so
 * it keeps the answer.
 */
type Flat = { readonly text: string | undefined; readonly columns: number; readonly ends: boolean };

/** On one line where it fits, else broken at each of its own lines. */
export const group = (...docs: readonly Doc[]): Doc => ({ kind: "group", docs, flat: undefined });
/** The same where the text on one line is known: nearly all fit, and the docs of those are not made. */
export function groupOf(text: string, docs: () => readonly Doc[]): Doc {
  return { kind: "group", docs, flat: flattened(text) };
}
export const indent = (...docs: readonly Doc[]): Doc => ({ kind: "indent", docs });
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

/** A list that is being written: from where it goes on, its level, and whether its group is broken. */
type Frame = { readonly docs: readonly Doc[]; at: number; readonly level: number; readonly broken: boolean };

/** The text of a doc, without a new line at its end and without spaces at the end of a line. */
export function print(doc: Doc): string {
  if (typeof doc === "string" && !doc.includes("\n")) return withoutSpacesAtEnd(doc);
  // Finished lines apart from the one being written: a text that grows would be copied for every line.
  const lines: string[] = [];
  let current = "";
  // What is left to write, the next one last.
  const frames: Frame[] = [];
  let frame: Frame | undefined = { docs: isList(doc) ? doc : [doc], at: 0, level: 0, broken: true };
  while (frame !== undefined) {
    let part = frame.docs[frame.at++];
    if (part === undefined) {
      frame = frames.pop();
      continue;
    }
    const { level, broken }: Frame = frame;
    if (typeof part === "object" && !isList(part) && part.kind === "choice")
      part = broken ? part.broken : part.flat;
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
      frames.push(frame);
      frame = { docs: part, at: 0, level, broken };
    } else if (part.kind === "indent") {
      frames.push(frame);
      frame = { docs: part.docs, at: 0, level: level + 1, broken };
    } else if (part.kind === "line") {
      if (broken) {
        lines.push(withoutSpacesAtEnd(current));
        current = "  ".repeat(level);
      } else {
        current += part.flat;
      }
    } else if (part.kind === "group") {
      const flat = flatOf(part);
      const room: number = width - columns(current) - flat.columns;
      const fits: boolean =
        flat.text !== undefined && room >= 0 && (flat.ends || restFits(frames, frame, room));
      if (fits && !flat.ends) current += flat.text;
      else {
        frames.push(frame);
        frame = { docs: docsOf(part), at: 0, level, broken: !fits };
      }
    }
  }
  lines.push(withoutSpacesAtEnd(current));
  return lines.join("\n");
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
  if (doc.kind !== "line") return roomAfter(docsOf(doc), broken, left);
  if (broken) return Number.POSITIVE_INFINITY;
  return doc.hard ? -1 : left - doc.flat.length;
}

/** Whether what comes next, up to its first line break, fits into the room that a group leaves. */
function restFits(frames: readonly Frame[], innermost: Frame, left: number): boolean {
  let room = left;
  let frame: Frame | undefined = innermost;
  for (let below = frames.length - 1; frame !== undefined; frame = frames[below--]) {
    for (let at = frame.at; at < frame.docs.length; at++) {
      room = roomAfter(frame.docs[at] ?? "", frame.broken, room);
      if (room < 0) return false;
      if (room === Number.POSITIVE_INFINITY) return true;
    }
  }
  return true;
}

function roomAfterFlat({ text, columns: size, ends }: Flat, left: number): number {
  if (text === undefined || size > left) return -1;
  return ends ? Number.POSITIVE_INFINITY : left - size;
}

const fitsNowhere: Flat = { text: undefined, columns: 0, ends: false };

function flatOf(group: Group): Flat {
  group.flat ??= flattened(docsOf(group));
  return group.flat;
}

function docsOf({ docs }: Extract<Doc, { readonly kind: "group" | "indent" }>): readonly Doc[] {
  return typeof docs === "function" ? docs() : docs;
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
  if (doc.kind === "indent") return flattened(doc.docs);
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
