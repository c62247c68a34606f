// Adds a name to the aliases of an event, as an edit of the plan's text that leaves everything else as it is.
import type { Span, TextEdit } from "../diagnostics/diagnostic.js";
import type { PlanEvent } from "../plan/plan.js";
import { yamlName } from "./names.js";
import { type PlanIndex, textUnder } from "./plan-index.js";

/** The edit; undefined where the text is written in a way that it can't be changed in with certainty. */
export function aliasEdit(index: PlanIndex, event: PlanEvent, alias: string): TextEdit | undefined {
  const { file, end } = event.span;
  const from = event.name.span.end;
  const entry = textUnder(index.plan, { file, start: from, end });
  const insert = (at: number, text: string): TextEdit => ({
    span: { file, start: from + at, end: from + at },
    text,
  });
  const name = yamlName(alias);
  if (event.aliases.length > 0) return beside(index, event, name);
  const colon = /^[ \t]*:(?=[\s{]|$)/.exec(entry)?.[0].length;
  // A property of that name makes the text ambiguous: rare, and left to people.
  if (colon === undefined || /(?:^|[\s{,])["']?aliases["']?\s*:/.test(entry)) return undefined;
  const value = entry.slice(colon);
  if (/^[ \t]*\{/.test(value)) return inBraces(entry, colon, name, insert);
  const block = /^[ \t]*(?:#[^\n]*)?\r?\n/.exec(value)?.[0];
  const indent = block === undefined ? undefined : indentOf(value.slice(block.length));
  if (block === undefined || indent === undefined)
    return value.trim() === "" ? insert(colon, ` { aliases: [${name}] }`) : undefined;
  // Below the description, where people look next, or as the first line.
  const described = lineOfDescription(event, entry, indent);
  const at = described ?? endOfLine(entry, colon);
  return insert(at, `\n${indent}aliases: [${name}]`);
}

/** Behind the last of several aliases, in the style that they are written in. */
function beside(index: PlanIndex, event: PlanEvent, name: string): TextEdit | undefined {
  const spans = event.aliases.map(({ span }) => span).sort((a, b) => a.start - b.start);
  const [first] = spans;
  const last = spans.at(-1);
  const { file, start, end } = event.span;
  // An alias of YAML leads elsewhere.
  if (first === undefined || last === undefined || spans.some((span) => !isInside(span, event.span)))
    return undefined;
  const text = textUnder(index.plan, { file, start, end });
  const before = text.slice(0, first.start - start).trimEnd();
  const at = (offset: number): Span => ({ file, start: start + offset, end: start + offset });
  if (before.endsWith("[")) return { span: at(last.end - start), text: `, ${name}` };
  if (before.endsWith("-")) {
    const item = text.slice(text.lastIndexOf("\n", last.start - start) + 1, last.start - start);
    if (!/^ *- *$/.test(item)) return undefined;
    return { span: at(endOfLine(text, last.end - start)), text: `\n${item}${name}` };
  }
  const only = event.aliases[0];
  if (!/\baliases["']?\s*:$/.test(before) || only === undefined || spans.length > 1) return undefined;
  const written = textUnder(index.plan, only.span);
  return { span: only.span, text: `[${/^["']/.test(written) ? written : yamlName(only.value)}, ${name}]` };
}

function inBraces(
  entry: string,
  colon: number,
  name: string,
  insert: (at: number, text: string) => TextEdit,
): TextEdit | undefined {
  const open = entry.indexOf("{", colon) + 1;
  const close = entry.length - 1;
  if (entry.charAt(close) !== "}") return undefined;
  const inner = entry.slice(open, close);
  if (inner.trim() === "") return insert(open, ` aliases: [${name}]${inner === "" ? " " : ""}`);
  // Comments may hide where the last value ends.
  if (/[\n#]/.test(inner))
    return insert(open, `${/^\s/.test(inner) ? " " : ""}aliases: [${name}],${/^\s/.test(inner) ? "" : " "}`);
  const used = inner.trimEnd();
  return insert(open + used.length, `${used.endsWith(",") ? "" : ","} aliases: [${name}]`);
}

/** The indentation of the first line that says something; undefined where there is none, or it is no key. */
function indentOf(block: string): string | undefined {
  const line = block.split("\n").find((one) => !/^\s*(?:#.*)?$/.test(one));
  return line === undefined ? undefined : /^( +)[^\s\-[{&*!|>%@`]/.exec(line)?.[1];
}

/** Where the line of a description ends that stands in one piece below its event. */
function lineOfDescription(event: PlanEvent, entry: string, indent: string): number | undefined {
  const span = event.description?.span;
  if (span === undefined || !isInside(span, event.span)) return undefined;
  const start = span.start - event.name.span.end;
  const line = entry.slice(entry.lastIndexOf("\n", start - 1) + 1, start);
  if (line !== `${indent}description: `) return undefined;
  // A block of text ends where the next key begins, and nobody sees where that is.
  if (/^[|>&*!]/.test(entry.slice(start))) return undefined;
  return endOfLine(entry, span.end - event.name.span.end);
}

function endOfLine(text: string, from: number): number {
  const at = text.indexOf("\n", from);
  if (at < 0) return text.length;
  return text.charAt(at - 1) === "\r" ? at - 1 : at;
}

function isInside(inner: Span, outer: Span): boolean {
  return inner.file === outer.file && inner.start >= outer.start && inner.end <= outer.end;
}
