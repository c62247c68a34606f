// Cuts a template into its tags and outputs, and goes on behind one that is not closed: the first step of reading it.

/** A tag `{% name … %}` or an output `{{ … }}`; all places are offsets into the template. */
export type Piece = {
  readonly kind: "tag" | "output";
  /** The name of a tag, `#` for a comment, empty for an output. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** What stands between the delimiters and behind the name, without hyphens and blanks around it. */
  readonly from: number;
  readonly to: number;
};

/** Something that is not closed. */
export type Opening = {
  readonly kind: "tag" | "output" | "quote" | "raw" | "nameless";
  readonly start: number;
  readonly end: number;
};

export type Pieces = { readonly pieces: readonly Piece[]; readonly openings: readonly Opening[] };

/** So many things that are not closed are told; what follows is not read. */
const openingLimit = 50;

/**
 * The tags and outputs of a template, in order. `{% raw %}` is one of them, and what it holds is not. An output ends
 * at the first `}}` outside of quotes, a tag at the first `%}`: as LiquidJS has it.
 */
export function piecesOf(text: string): Pieces {
  const pieces: Piece[] = [];
  const openings: Opening[] = [];
  let at = 0;
  while (openings.length < openingLimit) {
    const start = nextStart(text, at);
    if (start < 0) break;
    const isTag = text.charCodeAt(start + 1) === percent;
    const end = isTag ? endOfTag(text, start) : endOfOutput(text, start);
    if (typeof end !== "number") {
      openings.push(end.opening);
      at = end.goOn;
      continue;
    }
    const piece = pieceAt(text, start, end, isTag);
    at = end;
    if (isTag && piece.name === "") {
      openings.push({ kind: "nameless", start, end });
      continue;
    }
    pieces.push(piece);
    if (piece.name !== "raw") continue;
    endRaw.lastIndex = end;
    const close = endRaw.exec(text);
    if (close === null) {
      openings.push({ kind: "raw", start, end });
      break;
    }
    at = close.index + close[0].length;
  }
  return { pieces, openings };
}

/** The lines of `{% liquid %}`, each of which is a tag without delimiters. */
export function linesOf(text: string, from: number, to: number): Pieces {
  const pieces: Piece[] = [];
  const openings: Opening[] = [];
  let at = from;
  while (at < to) {
    const line = text.indexOf("\n", at);
    const end = line < 0 || line > to ? to : line;
    const [start, stop] = trimmed(text, at, end);
    at = end + 1;
    if (start === stop) continue;
    const named = withName(text, start, stop);
    if (named.name === "") openings.push({ kind: "nameless", start, end: stop });
    else pieces.push({ kind: "tag", ...named, start, end: stop, to: stop });
  }
  return { pieces, openings };
}

const percent = 37;
const endRaw = /\{%-?\s*endraw(?![\w-]*\w)(?:(?!\{%)[\s\S])*?%\}/g;
const nameStart = /[#]|[^\s"'()[\]{}<>=!|,:;.%&*+/\\@^`~$]+/y;
const outputParts = /["']|\}\}|\{\{/g;
const inlineComment = /\{%-?\s*#/y;
const blank = /\s/;

/** Where the next tag or output begins; -1 where there is none. */
function nextStart(text: string, from: number): number {
  for (let at = text.indexOf("{", from); at >= 0; at = text.indexOf("{", at + 1)) {
    const next = text.charCodeAt(at + 1);
    if (next === percent || next === 123) return at;
  }
  return -1;
}

type NotClosed = { readonly opening: Opening; readonly goOn: number };

function endOfTag(text: string, start: number): number | NotClosed {
  const end = text.indexOf("%}", start + 1);
  const next = text.indexOf("{%", start + 2);
  inlineComment.lastIndex = start;
  // A tag that swallows the next one was not closed, unless that stands in quotes or in a comment.
  const swallows = next >= 0 && next < end && !inlineComment.test(text) && !isQuoted(text, start, next, end);
  if (end >= 0 && !swallows) return end + 2;
  const until = lineEnd(text, start, next < 0 ? text.length : next);
  return { opening: { kind: "tag", start, end: until }, goOn: next < 0 ? text.length : next };
}

function endOfOutput(text: string, start: number): number | NotClosed {
  outputParts.lastIndex = start + 2;
  for (let match = outputParts.exec(text); match !== null; match = outputParts.exec(text)) {
    if (match[0] === "}}") return match.index + 2;
    // The next output begins: this one was not closed.
    if (match[0] === "{{") break;
    const end = endOfQuote(text, match.index);
    if (end < 0) {
      const plain = text.indexOf("}}", match.index);
      const goOn = plain < 0 ? start + 2 : plain + 2;
      const until = lineEnd(text, match.index, plain < 0 ? text.length : plain);
      return { opening: { kind: "quote", start: match.index, end: until }, goOn };
    }
    outputParts.lastIndex = end;
  }
  const next = nextStart(text, start + 2);
  return {
    opening: { kind: "output", start, end: lineEnd(text, start, next < 0 ? text.length : next) },
    goOn: start + 2,
  };
}

/** True where the offset `at` lies in a quoted text that begins behind `start` and ends before `limit`. */
function isQuoted(text: string, start: number, at: number, limit: number): boolean {
  const quote = /["']/g;
  quote.lastIndex = start;
  for (let match = quote.exec(text); match !== null && match.index < at; match = quote.exec(text)) {
    const end = endOfQuote(text, match.index);
    if (end < 0 || end > limit) return false;
    if (end > at) return true;
    quote.lastIndex = end;
  }
  return false;
}

/** Where a quoted text ends, behind its second quote; -1 where it does not. */
function endOfQuote(text: string, start: number): number {
  const quote = text.charAt(start);
  for (let at = text.indexOf(quote, start + 1); at >= 0; at = text.indexOf(quote, at + 1)) {
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === 92) slashes++;
    if (slashes % 2 === 0) return at + 1;
  }
  return -1;
}

/** The end of what is shown of something that is not closed: its line, as far as it goes. */
function lineEnd(text: string, start: number, limit: number): number {
  const line = text.slice(start, Math.min(limit, start + 200)).search(/[\r\n]/);
  return line < 0 ? Math.min(limit, start + 200) : start + line;
}

function pieceAt(text: string, start: number, end: number, isTag: boolean): Piece {
  const outer = start + 2 > end - 2 ? end - 2 : start + 2;
  const left = text.charAt(outer) === "-" && outer < end - 2 ? outer + 1 : outer;
  const right = text.charAt(end - 3) === "-" && end - 3 >= left ? end - 3 : end - 2;
  const [from, to] = trimmed(text, Math.min(left, right), right);
  if (!isTag) return { kind: "output", name: "", start, end, from, to };
  return { kind: "tag", ...withName(text, from, to), start, end, to };
}

function withName(text: string, from: number, to: number): { readonly name: string; readonly from: number } {
  nameStart.lastIndex = from;
  const name = nameStart.exec(text)?.[0].slice(0, to - from) ?? "";
  const [args] = trimmed(text, from + name.length, to);
  return { name, from: args };
}

function trimmed(text: string, from: number, to: number): readonly [number, number] {
  let start = from;
  let end = to;
  while (start < end && isBlank(text, start)) start++;
  while (end > start && isBlank(text, end - 1)) end--;
  return [start, end];
}

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code <= 32 || (code > 126 && blank.test(text.charAt(at)));
}
