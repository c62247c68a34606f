// Draws the lines of a file that a finding is about, with a mark under the exact range.
import type { LineIndex } from "../diagnostics/line-index.js";
import { type Cell, cellsOf } from "./display.js";
import type { Place } from "./findings.js";

/** One line of a frame: a line of the file with its number, or the marks below one. */
export type FrameLine =
  | { readonly kind: "source"; readonly number: number; readonly text: string; readonly flagged: boolean }
  | { readonly kind: "mark"; readonly indent: number; readonly text: string };

/** Cells of source text where the terminal's width is not known. */
const defaultWidth = 160;
/** A terminal that says it is narrower than this is not believed. */
const leastWidth = 20;

/**
 * The flagged line with marks made of `mark` below it, and `context` lines around it that are not blank.
 * `width` is how many cells the text may take; longer lines are cut to a window around the flagged range.
 */
export function drawFrame(
  lines: LineIndex,
  place: Place,
  { mark, context, width }: { mark: string; context: number; width: number | undefined },
): readonly FrameLine[] {
  const room = Math.max(leastWidth, width ?? defaultWidth);
  const cells = cellsOf(lines.line(place.line));
  const from = place.column - 1;
  const lineEnd = cells.reduce((end, cell) => Math.max(end, cell.offset + cell.length), 0);
  const spansLines = lastLine(place) > place.line;
  const to = place.endLine > place.line ? lineEnd : place.endColumn - 1;
  const before = widthOf(cells.filter((cell) => cell.offset + cell.length <= from));
  const marked = widthOf(
    cells.filter((cell) => cell.offset < Math.max(to, from + 1) && cell.offset + cell.length > from),
  );
  const window = cut(cells, before, marked, room);
  const length = Math.max(1, Math.min(marked, room - (before - window.start) - 1));
  const neighbours = (first: number, last: number): FrameLine[] => {
    const found: FrameLine[] = [];
    for (let number = Math.max(1, first); number <= Math.min(last, lines.lineCount); number++) {
      const text = cutAt(cellsOf(lines.line(number)), window.start, room);
      if (text.trim() !== "") found.push({ kind: "source", number, text, flagged: false });
    }
    return found;
  };
  return [
    ...neighbours(place.line - context, place.line - 1),
    { kind: "source", number: place.line, text: window.text, flagged: true },
    {
      kind: "mark",
      indent: before - window.start,
      text: mark.repeat(length) + (spansLines ? ` to line ${lastLine(place)}` : ""),
    },
    ...(spansLines ? [] : neighbours(place.line + 1, place.line + context)),
  ];
}

/** The line that a range ends on: one that ends before a line's first character ends on the line above. */
function lastLine(place: Place): number {
  return place.endColumn === 1 ? place.endLine - 1 : place.endLine;
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0);
}

/** The part of a line around its mark, and at which cell it starts. */
function cut(
  cells: readonly Cell[],
  before: number,
  marked: number,
  room: number,
): { readonly start: number; readonly text: string } {
  const total = widthOf(cells);
  if (total <= room || before + marked < room) return { start: 0, text: cutAt(cells, 0, room) };
  // A third of the room shows what leads to the mark; a mark at the very end is moved to the right edge.
  const ideal = Math.max(0, before - Math.floor(room / 3));
  const start = Math.min(ideal, Math.max(0, total - room));
  // A window may not start in the middle of a wide character.
  let edge = 0;
  for (const cell of cells) {
    if (edge >= start) break;
    edge += cell.width;
  }
  return { start: edge, text: cutAt(cells, edge, room) };
}

/** The cells from `start` on that fit, with `…` where something was left out. */
function cutAt(cells: readonly Cell[], start: number, room: number): string {
  const total = widthOf(cells);
  let text = "";
  let used = 0;
  let edge = 0;
  for (const cell of cells) {
    const from = edge;
    edge += cell.width;
    if (from < start) {
      // What is left of a wide character that the edge runs through.
      if (edge > start) {
        text += " ".repeat(edge - start);
        used += edge - start;
      }
      continue;
    }
    const isLast = edge === total;
    if (used + cell.width > room - (isLast ? 0 : 1)) {
      text += "…";
      break;
    }
    const first = used === 0 && start > 0;
    text += first ? `…${" ".repeat(Math.max(0, cell.width - 1))}` : cell.text;
    used += cell.width;
  }
  return text.trimEnd();
}
