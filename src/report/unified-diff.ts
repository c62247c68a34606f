// The difference between two texts as a unified diff, which `git apply` and reviewers read.

/** Lines around a change. */
const context = 3;
/** Beyond so many changed lines the diff is no longer the shortest: both texts are shown whole. */
const changeLimit = 4_000;

/** A unified diff of a file; empty where the texts are equal. `path` has `/`. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return "";
  const a = linesOf(before);
  const b = linesOf(after);
  const hunks = hunksOf(changesBetween(a, b));
  return `--- a/${path}\n+++ b/${path}\n${hunks.map((hunk) => hunkText(hunk, a, b)).join("")}`;
}

/** Lines with their breaks, so that a changed break is a change. */
function linesOf(text: string): readonly string[] {
  return text === "" ? [] : (text.match(/[^\n]*\n|[^\n]+$/g) ?? []);
}

/** Lines `aFrom` up to `aTo` are replaced by lines `bFrom` up to `bTo`. */
type Change = { readonly aFrom: number; readonly aTo: number; readonly bFrom: number; readonly bTo: number };

function changesBetween(a: readonly string[], b: readonly string[]): readonly Change[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let aEnd = a.length;
  let bEnd = b.length;
  while (aEnd > start && bEnd > start && a[aEnd - 1] === b[bEnd - 1]) {
    aEnd--;
    bEnd--;
  }
  return shortestChanges(a.slice(start, aEnd), b.slice(start, bEnd)).map((change) => ({
    aFrom: change.aFrom + start,
    aTo: change.aTo + start,
    bFrom: change.bFrom + start,
    bTo: change.bTo + start,
  }));
}

/** Myers' greedy search for the fewest inserted and deleted lines. */
function shortestChanges(a: readonly string[], b: readonly string[]): readonly Change[] {
  const most = Math.min(a.length + b.length, changeLimit);
  const trail: Map<number, number>[] = [];
  let reached = new Map([[1, 0]]);
  for (let edits = 0; edits <= most; edits++) {
    const next = new Map<number, number>();
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const left = reached.get(diagonal - 1) ?? -1;
      const above = reached.get(diagonal + 1) ?? -1;
      let x = diagonal === -edits || (diagonal !== edits && left < above) ? above : left + 1;
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x++;
      next.set(diagonal, x);
      if (x >= a.length && x - diagonal >= b.length) return traced([...trail, reached], a.length, b.length);
    }
    trail.push(reached);
    reached = next;
  }
  return [{ aFrom: 0, aTo: a.length, bFrom: 0, bTo: b.length }];
}

/** Walks back from the end along what the search reached, and joins neighbouring steps. */
function traced(
  trail: readonly ReadonlyMap<number, number>[],
  aLength: number,
  bLength: number,
): readonly Change[] {
  const changes: Change[] = [];
  let x = aLength;
  let y = bLength;
  for (let edits = trail.length - 1; edits > 0; edits--) {
    const reached = trail[edits] ?? new Map<number, number>();
    const diagonal = x - y;
    const left = reached.get(diagonal - 1) ?? -1;
    const above = reached.get(diagonal + 1) ?? -1;
    const down = diagonal === -edits || (diagonal !== edits && left < above);
    const fromX = down ? above : left;
    const fromY = fromX - (down ? diagonal + 1 : diagonal - 1);
    const step = down
      ? { aFrom: fromX, aTo: fromX, bFrom: fromY, bTo: fromY + 1 }
      : { aFrom: fromX, aTo: fromX + 1, bFrom: fromY, bTo: fromY };
    const behind = changes.at(-1);
    if (behind !== undefined && step.aTo === behind.aFrom && step.bTo === behind.bFrom) {
      changes[changes.length - 1] = { ...step, aTo: behind.aTo, bTo: behind.bTo };
    } else changes.push(step);
    x = fromX;
    y = fromY;
  }
  return changes.reverse();
}

/** Changes whose surroundings touch. */
function hunksOf(changes: readonly Change[]): readonly (readonly Change[])[] {
  const hunks: Change[][] = [];
  let last: Change | undefined;
  for (const change of changes) {
    if (last !== undefined && change.aFrom - last.aTo <= 2 * context) hunks.at(-1)?.push(change);
    else hunks.push([change]);
    last = change;
  }
  return hunks;
}

function hunkText(changes: readonly Change[], a: readonly string[], b: readonly string[]): string {
  const first = changes[0];
  const last = changes.at(-1);
  if (first === undefined || last === undefined) return "";
  const aFrom = Math.max(0, first.aFrom - context);
  const bFrom = first.bFrom - (first.aFrom - aFrom);
  const aTo = Math.min(a.length, last.aTo + context);
  const bTo = last.bTo + (aTo - last.aTo);
  const lines: string[] = [];
  let at = aFrom;
  for (const change of changes) {
    lines.push(...a.slice(at, change.aFrom).map((line) => marked(" ", line)));
    lines.push(...a.slice(change.aFrom, change.aTo).map((line) => marked("-", line)));
    lines.push(...b.slice(change.bFrom, change.bTo).map((line) => marked("+", line)));
    at = change.aTo;
  }
  lines.push(...a.slice(at, aTo).map((line) => marked(" ", line)));
  return `@@ -${range(aFrom, aTo)} +${range(bFrom, bTo)} @@\n${lines.join("")}`;
}

function marked(mark: string, line: string): string {
  return line.endsWith("\n") ? mark + line : `${mark}${line}\n\\ No newline at end of file\n`;
}

function range(from: number, to: number): string {
  const count = to - from;
  return `${count === 0 ? from : from + 1}${count === 1 ? "" : `,${count}`}`;
}
