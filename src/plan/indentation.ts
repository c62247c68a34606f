// Finds the line that is indented wrongly, which is often before the one where a YAML parser notices.

/** How far above the place where a parser stopped the line is looked for, in characters. */
const reach = 20_000;

/** A line that fits none of those above it, or a name at the margin whose neighbours are indented. */
export type OddLine = { readonly start: number; readonly end: number; readonly isAtMargin: boolean };

/**
 * The first odd line up to the one at `offset`; undefined where text in blocks, brackets or tabs makes it a guess.
 * `margin` are the keys that belong at the left margin.
 */
export function oddLine(text: string, offset: number, margin: readonly string[]): OddLine | undefined {
  const stop = text.indexOf("\n", offset);
  const lines = linesUpTo(text, stop < 0 ? text.length : stop);
  // The indentations of the keys that are open, the innermost last.
  let open: number[] = [];
  let left: { readonly start: number; readonly end: number; readonly closed: readonly number[] } | undefined;
  for (const { start, line } of lines) {
    const indent = line.search(/\S/);
    const content = line.slice(indent);
    if (indent < 0 || content.startsWith("#")) continue;
    // Their lines follow other laws.
    if (/^\s*\t|[|>][+-]?\d?\s*$/.test(line) || isUnclosed(content)) return undefined;
    const inner = open.filter((level) => level <= indent);
    const closed = open.filter((level) => level > indent);
    const last = inner.at(-1) ?? -1;
    const end = start + line.trimEnd().length;
    if (last !== indent && closed.length > 0) {
      if (left?.closed.includes(indent)) return { start: left.start, end: left.end, isAtMargin: true };
      return { start: start + indent, end, isAtMargin: false };
    }
    const key = /^([\w -]+):(?:\s|$)/.exec(content)?.[1];
    if (indent === 0 && closed.length > 0 && key !== undefined)
      left = margin.includes(key) ? undefined : { start, end, closed };
    open = last === indent ? inner : [...inner, indent];
    // What stands behind a dash is a level of its own.
    const behind = /^(?:- +)+(?=\S)/.exec(content)?.[0].length;
    if (behind !== undefined && /:(?:\s|$)/.test(content)) open = [...open, indent + behind];
  }
  return undefined;
}

/** The lines from a key at the margin that is near enough, to `end`. */
function linesUpTo(text: string, end: number): readonly { readonly start: number; readonly line: string }[] {
  const from = Math.max(0, end - reach);
  const lines: { start: number; line: string }[] = [];
  for (let start = from === 0 ? 0 : text.indexOf("\n", from) + 1; start <= end && start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const next = newline < 0 ? text.length : newline;
    lines.push({ start, line: text.slice(start, next) });
    start = next + 1;
  }
  if (from === 0) return lines;
  const first = lines.findIndex(({ line }) => /^\w/.test(line));
  return first < 0 ? [] : lines.slice(first);
}

/** True for a line that leaves a quote or a bracket open. */
function isUnclosed(content: string): boolean {
  if (content.length > 2000) return true;
  const bare = content.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, "").replace(/ #.*$/, "");
  const count = (pattern: RegExp): number => bare.match(pattern)?.length ?? 0;
  return count(/[{[]/g) !== count(/[}\]]/g) || /:\s+["']/.test(bare);
}
