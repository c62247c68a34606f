// Says of Liquid that can't be read what is wrong with it and how it is written: the engine's own words name no way out.
import type { Opening, Piece } from "./liquid-pieces.js";
import type { LiquidMistake } from "./liquid-reader.js";
import type { TemplateMend, TemplateProblem } from "./template.js";
import { filters } from "./vocabulary.js";

/** Something that is never closed. */
export function openingProblem(text: string, { kind, start, end }: Opening): TemplateProblem {
  const place = { kind: "syntax" as const, start, end };
  if (kind === "nameless")
    return { ...place, message: "This tag has no name.", help: "Remove it, or write what it does." };
  if (kind === "quote")
    return {
      ...place,
      message: `A quote is opened here and never closed.`,
      help: `Close it, or put text that holds a ${text.charAt(start)} into the other kind of quotes.`,
    };
  if (kind === "raw")
    return { ...place, message: 'This "raw" is never closed.', help: "Write {% endraw %} where it ends." };
  const close = kind === "tag" ? "%}" : "}}";
  return { ...place, message: `This ${kind} is never closed.`, help: `Write ${close} where it ends.` };
}

type Hint = {
  readonly message?: string;
  readonly help: string;
  readonly replace?: readonly [string, string];
};

const choice: Hint = { help: "Liquid has no ? and :. Write {% if … %}…{% else %}…{% endif %}." };
const fallback: Hint = { help: 'Write | default: "…" for what may be missing.' };

/** What people write in the place of Liquid, by what stands where the reader gave up. */
const hints: readonly (readonly [RegExp, Hint])[] = [
  [
    /^,/,
    {
      help: "What stands behind the comma is left out: give each value an output of its own, {{ … }}, {{ … }}.",
    },
  ],
  [/^\)/, { help: "This parenthesis closes nothing, and what stands behind it is left out." }],
  [/^#each\b/, { help: "A loop is written {% for item in event.items %}…{% endfor %}." }],
  [/^#(?:if|unless|with)\b/, { help: "A condition is written {% if event.coupon %}…{% endif %}." }],
  [/^in\b/, { help: 'Write "contains", the other way round: {% if event.tags contains "new" %}.' }],
  [/^=>/, { help: 'Write ">=".', replace: ["=>", ">="] }],
  [/^=</, { help: 'Write "<=".', replace: ["=<", "<="] }],
  [/^=(?!=)/, { help: 'To compare, write "==".', replace: ["=", "=="] }],
  [/^&&/, { help: 'Write "and".', replace: ["&&", "and"] }],
  [/^\|\|/, { help: 'Write "or".', replace: ["||", "or"] }],
  [/^\?\?/, fallback],
  [/^\?/, choice],
  [/^(?:is|equals?)\b/, { help: 'To compare, write "==".' }],
  [/^exists\b/, { help: "A value alone asks whether there is one: {% if event.coupon %}." }],
  [/^[-+*/](?=\s)/, { help: "Numbers are reckoned by filters: | plus: 1, | minus: 1, | times: 2." }],
  [/^default\b/, { help: 'A filter stands behind a |, its value behind a colon: | default: "…".' }],
  [/^!/, { help: 'Write "unless" for "if not", or compare with "== blank".' }],
  [/^\(/, { help: "Conditions have no parentheses: put one if into the other." }],
  [/^\$\{/, { help: "This is another tool's notation. Write {{ customer.first_name }} for an attribute." }],
  [/^\{/, { help: "Two braces open an output, three are one too many." }],
  [/^[“”„«»‘’]/, { help: "Quotes are straight: \" or '." }],
];

/** An expression that can't be read. */
export function mistakeProblem(text: string, piece: Piece, mistake: LiquidMistake): TemplateProblem {
  const start = Math.min(mistake.start, piece.end);
  // A missing value is told at the whole tag or output: there is nothing to point at.
  const isEmpty = text.slice(start, mistake.end).trim() === "";
  const place = isEmpty
    ? { start: piece.start, end: piece.end }
    : {
        start,
        end: mistake.end === piece.end ? piece.end : Math.max(start, Math.min(mistake.end, piece.to)),
      };
  const curly = /[“”„«»‘’]/.exec(text.slice(piece.from, piece.to));
  if (curly !== null && start <= piece.from + curly.index + 1 && !isEmpty) return curlyProblem(text, piece);
  const { at, hint } = hintAt(text, piece, start);
  const mend = hint?.replace === undefined ? undefined : replacement(at, ...hint.replace);
  return {
    kind: "syntax",
    message:
      at < start ? `"${hint?.replace?.[0] ?? signAt(text, at, start)}" means nothing here.` : mistake.message,
    ...place,
    start: isEmpty ? place.start : at,
    ...(hint !== undefined && { help: hint.help }),
    ...(mend !== undefined && { mend }),
  };
}

/** The hint for what stands where the reader gave up, which may be behind the sign that it did not expect. */
function hintAt(
  text: string,
  piece: Piece,
  start: number,
): { readonly at: number; readonly hint: Hint | undefined } {
  const before = text.slice(piece.from, start);
  if (piece.name === "assign" && /=\s*$/.test(before))
    return { at: start, hint: { help: 'To give a variable a value, write one "=".' } };
  const called = /\|\s*(\w+)$/.exec(before)?.[1];
  if (called !== undefined && text.startsWith("(", start))
    return { at: start, hint: { help: `The value of a filter stands behind a colon: | ${called}: …` } };
  for (let at = start; at >= Math.max(piece.from, start - 2); at--) {
    const rest = text.slice(at, piece.to);
    const isFallback = piece.kind === "output" && rest.startsWith("||");
    const hint = isFallback ? fallback : hints.find(([pattern]) => pattern.test(rest))?.[1];
    if (hint !== undefined) return { at, hint };
    if (at < start && !/\s/.test(text.charAt(at))) break;
  }
  if (/\sdefault:\s*$/.test(before) && !/\|\s*default:\s*$/.test(before))
    return { at: start, hint: { help: "A filter stands behind a |: | default: …" } };
  const filter = /\|\s*(\w+)\s*$/.exec(before)?.[1];
  if (filter !== undefined) {
    const next = /^\w*/.exec(text.slice(start, piece.to))?.[0] ?? "";
    const help = filters.has(next)
      ? `Each filter stands behind a |, as in | ${filter} | ${next}.`
      : `The value of a filter stands behind a colon: | ${filter}: …`;
    return { at: start, hint: { help } };
  }
  if (/\s\?\s/.test(before)) return { at: start, hint: choice };
  const opening = piece.kind === "tag" ? text.slice(piece.from, start).lastIndexOf("(") : -1;
  return opening < 0
    ? { at: start, hint: undefined }
    : { at: start, hint: hints.find(([pattern]) => pattern.test("("))?.[1] };
}

/** A word processor's quotes. */
function curlyProblem(text: string, { from, to }: Piece): TemplateProblem {
  const edits = [...text.slice(from, to).matchAll(/[“”„«»‘’]/g)].map(({ 0: quote, index }) => ({
    start: from + index,
    end: from + index + 1,
    text: /[‘’]/.test(quote) ? "'" : '"',
  }));
  const first = edits[0];
  return {
    kind: "syntax",
    message: "Liquid does not know these quotes.",
    help: "Write straight ones: \" or '.",
    mend: { title: "write straight quotes", safe: false, edits },
    start: first?.start ?? from,
    end: first?.end ?? to,
  };
}

function replacement(start: number, wrong: string, right: string): TemplateMend {
  return {
    title: `write "${right}"`,
    safe: false,
    edits: [{ start, end: start + wrong.length, text: right }],
  };
}

/** What the hint is about: `||` although the reader stands behind its first half. */
function signAt(text: string, at: number, start: number): string {
  return text.startsWith("||", at) ? "||" : text.slice(at, start).trim();
}
