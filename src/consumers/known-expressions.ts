// Remembers the expressions that were read: the templates of a workspace ask for the same values again and again.
import type { FilterCall, FilteredValue, PathTerm, Term } from "./liquid-terms.js";

type Known = { readonly value: FilteredValue; readonly from: number; readonly until: number };

/** Longer ones are seldom written twice, and so many different ones are kept. */
const longest = 160;
const most = 20_000;

/** Lives as long as templates are read. An expression means the same wherever it stands; its places move with it. */
export class KnownExpressions {
  readonly #known = new Map<string, Known>();

  /** What `read` makes of the text between two places, and where it stops: read once for each text. */
  valueOf(
    text: string,
    from: number,
    to: number,
    read: () => { readonly value: FilteredValue; readonly until: number },
  ): { readonly value: FilteredValue; readonly until: number } {
    if (to - from > longest) return read();
    const written = text.slice(from, to);
    const known = this.#known.get(written);
    if (known !== undefined) {
      const by = from - known.from;
      return { value: moved(known.value, by), until: known.until + by };
    }
    const fresh = read();
    if (this.#known.size < most) this.#known.set(written, { ...fresh, from });
    return fresh;
  }
}

function moved({ postfix, filters, start, end }: FilteredValue, by: number): FilteredValue {
  return {
    postfix: postfix.map((one) => (typeof one === "string" ? one : movedTerm(one, by))),
    filters: filters.length === 0 ? filters : filters.map((filter) => movedFilter(filter, by)),
    start: start + by,
    end: end + by,
  };
}

function movedFilter(filter: FilterCall, by: number): FilterCall {
  return {
    name: filter.name,
    start: filter.start + by,
    end: filter.end + by,
    arguments: filter.arguments.map((term) => movedTerm(term, by)),
  };
}

function movedTerm(term: Term, by: number): Term {
  if (term.kind === "path") return movedPath(term, by);
  const start = term.start + by;
  const end = term.end + by;
  if (term.kind === "literal")
    return { kind: "literal", value: term.value, nothing: term.nothing, start, end };
  return { kind: "range", from: movedTerm(term.from, by), to: movedTerm(term.to, by), start, end };
}

function movedPath({ root, steps, goesOn, inner, start, end }: PathTerm, by: number): PathTerm {
  return {
    kind: "path",
    root,
    steps,
    goesOn,
    inner: inner.length === 0 ? inner : inner.map((path) => movedPath(path, by)),
    start: start + by,
    end: end + by,
  };
}
