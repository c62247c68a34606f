// Whether the team's own function takes only what its types name: then another name, or another key, does not compile.
import type { Emission } from "../code/emission.js";
import type { Span } from "../diagnostics/diagnostic.js";
import { isInside } from "./code-places.js";

type Range = { readonly start: number; readonly end: number };

/** True where a place of a call is given to a parameter of the team's own whose type may not take another text. */
export function isHeldByTypes(emission: Emission, place: Span, texts: ReadonlyMap<string, string>): boolean {
  const { via, span } = emission;
  if (via === undefined || place.file !== span.file) return false;
  const call = texts.get(span.file)?.slice(span.start, span.end) ?? "";
  const own = texts.get(via.span.file)?.slice(via.span.start, via.span.end) ?? "";
  if (call.startsWith("<")) return false;
  // What stands elsewhere in the file comes in as the name does: through a variable, or a function that gives it.
  const given = isInside(place, span) ? place : emission.name?.span;
  if (given === undefined || !isInside(given, span)) return false;
  const at = given.start - span.start;
  const opened = [...call.matchAll(/\(/g)].map(({ index }) => index).filter((index) => index < at);
  for (const open of opened) {
    const index = partsAfter(call, open).findIndex(({ start, end }) => start <= at && at < end);
    if (index >= 0) return isNarrow(own, index);
  }
  return false;
}

/** Whether a parameter of a function, given as text, has a type that names what it takes. */
function isNarrow(text: string, index: number): boolean {
  const head = /^(?:async\s+)?(?:function\s*\*?\s*[\w$]*)?\s*/.exec(text)?.[0].length ?? 0;
  let open = head;
  if (text.charAt(head) === "<") {
    open = text.indexOf("(", head);
    if (/\bextends\b/.test(text.slice(head, open))) return true;
  }
  if (text.charAt(open) !== "(") return false;
  const parameter = partsAfter(text, open)[index];
  if (parameter === undefined) return false;
  const type = typeOf(text.slice(parameter.start, parameter.end));
  return (
    /["'`]|\bkeyof\b|\btypeof\b/.test(type) ||
    (type.match(/[A-Z]\w*/g) ?? []).some((name) => !taking.has(name))
  );
}

/** Types that take any text, or any key. */
const taking: ReadonlySet<string> = new Set([
  "Array",
  "Map",
  "Partial",
  "Readonly",
  "ReadonlyArray",
  "Record",
]);

/** What stands behind the colon of a parameter, without a default. */
function typeOf(parameter: string): string {
  const text = parameter.trim();
  const pattern = /^[{[]/.test(text) ? (partsAfter(text, 0).at(-1)?.end ?? 0) + 1 : 0;
  const colon = text.indexOf(":", pattern);
  return colon < 0 ? "" : (text.slice(colon + 1).split(/=(?!>)/)[0] ?? "");
}

/** The parts between commas behind an opening bracket, up to the one that closes it. */
function partsAfter(text: string, open: number): readonly Range[] {
  const parts: Range[] = [];
  let start = open + 1;
  let depth = 0;
  const tokens =
    /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|\/\*[\s\S]*?\*\/|\/\/.*|=>|[()[\]{}<>,]/g;
  tokens.lastIndex = open + 1;
  for (let token = tokens.exec(text); token !== null; token = tokens.exec(text)) {
    const [mark] = token;
    if (/^[([{<]$/.test(mark)) depth++;
    else if (/^[)\]}>]$/.test(mark)) {
      if (depth === 0 && mark !== ">") {
        parts.push({ start, end: token.index });
        return parts;
      }
      if (depth > 0) depth--;
    } else if (mark === "," && depth === 0) {
      parts.push({ start, end: token.index });
      start = token.index + 1;
    }
  }
  return [];
}
