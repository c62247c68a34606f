// Notes the uses of values in an expression of a template: each path, the filters behind it, what it is compared with.
import { didYouMean } from "../diagnostics/did-you-mean.js";
import { type FilterCall, type FilteredValue, type PathTerm, pathsOf, type Term } from "./liquid-terms.js";
import type { NearestWords } from "./nearest-words.js";
import { factsOf, type TermComparison, type Tested } from "./presence.js";
import type { ExpectedType } from "./reference.js";
import type { TemplateProblem, TemplateUse } from "./template.js";
import type { Binding, Resolved, TemplateScope } from "./template-scope.js";
import {
  filterTakes,
  keepsElements,
  filters as knownFilters,
  namesProperty,
  wantsOne,
  wantsValue,
} from "./vocabulary.js";

const nothingKnown: Tested = { facts: { whenTrue: new Set(), whenFalse: new Set() }, comparisons: [] };

/** How an expression is used: put into the text, asked about in an `if`, or given to a variable. */
export type Usage = "shown" | "tested" | "assigned";

/** Lives as long as one walk. */
export class TemplateValues {
  readonly uses: TemplateUse[] = [];
  readonly #scope: TemplateScope;
  readonly #words: NearestWords;
  readonly #report: (problem: TemplateProblem) => void;

  constructor(scope: TemplateScope, words: NearestWords, report: (problem: TemplateProblem) => void) {
    this.#scope = scope;
    this.#words = words;
    this.#report = report;
  }

  /** Notes everything in a value, and tells what is known where it counts as true. */
  note(value: FilteredValue, usage: Usage): Tested {
    const { postfix, filters } = value;
    const tested =
      usage === "tested" ? factsOf(postfix, (path) => this.#scope.resolve(path)?.keys ?? []) : nothingKnown;
    const comparisons =
      tested.comparisons.length === 0 ? undefined : new Map(tested.comparisons.map((one) => [one.path, one]));
    // The engine takes a missing value for null in conditions, in `assign`, and where `default` comes first.
    const lenient = usage !== "shown" || filters[0]?.name === "default";
    const only = postfix.length === 1;
    for (const term of postfix) {
      if (typeof term === "string") continue;
      for (const path of pathsOf(term)) {
        const comparison = comparisons?.get(path);
        const expected =
          only && path === term ? takenFor(filters) : term.kind === "range" ? "number" : undefined;
        this.path(path, {
          lenient,
          expected,
          comparison: comparison === undefined ? undefined : comparisonOf(comparison),
        });
      }
    }
    this.#filters(filters, only ? postfix[0] : undefined);
    // A filter makes something else of the value: that says nothing of it.
    if (filters.length === 0) return tested;
    return { ...tested, facts: nothingKnown.facts };
  }

  /** Notes one path; those in its brackets are noted by who asks for all paths of a term. */
  path(
    path: PathTerm,
    how: {
      readonly lenient: boolean;
      readonly expected?: ExpectedType | undefined;
      readonly comparison?: TemplateUse["comparison"];
      /** True where the same path was noted before, so that its names are told. */
      readonly again?: boolean;
    },
  ): void {
    if (this.#scope.hasEnded(path.root)) {
      this.#behindLoop(path);
      return;
    }
    const resolved = this.#scope.resolve(path);
    if (resolved === undefined) return;
    const { namespace, root, steps, told, widened } = resolved;
    this.uses.push({
      namespace,
      root,
      steps,
      told: how.again === true ? steps.length : told,
      sure: this.#scope.sureSteps(resolved),
      lenient: how.lenient || this.#scope.isBlurred,
      expected: path.goesOn || widened ? undefined : how.expected,
      comparison: path.goesOn || widened ? undefined : how.comparison,
      ...(namespace === "none" && variableNear(root, this.#scope)),
      start: path.start,
      end: path.end,
    });
  }

  #behindLoop({ root, start, end }: PathTerm): void {
    this.#report({
      kind: "syntax",
      message: `"${root}" is known inside of its loop alone: there is nothing here.`,
      help: "Move it into the loop, for whose elements it stands.",
      start,
      end,
    });
  }

  /** Notes all paths of a term. */
  term(term: Term | undefined, lenient: boolean, expected?: ExpectedType): void {
    for (const path of pathsOf(term))
      this.path(path, { lenient, expected: path === term ? expected : undefined });
  }

  /** Notes a snippet that is named by a text. */
  snippet(name: string, { start, end }: { readonly start: number; readonly end: number }): void {
    this.uses.push({
      namespace: "snippets",
      root: "snippets",
      steps: [{ name }],
      told: 0,
      sure: 0,
      lenient: false,
      expected: undefined,
      comparison: undefined,
      start,
      end,
    });
  }

  /** What a variable stands for that is given this value. */
  bindingOf({ postfix, filters }: FilteredValue): Binding {
    const [first] = postfix;
    if (postfix.length !== 1 || first === undefined || typeof first === "string" || first.kind !== "path")
      return undefined;
    const resolved = first.goesOn ? undefined : this.#scope.resolve(first);
    if (resolved === undefined || resolved.namespace === "none") return undefined;
    let bound: Resolved = { ...resolved, told: resolved.steps.length, sure: this.#scope.sureSteps(resolved) };
    for (const { name } of filters) {
      const all = bound.steps.length;
      if (name === "default") bound = { ...bound, sure: all, widened: true };
      else if (keepsElements.has(name)) bound = { ...bound, sure: all };
      else if (name === "first" || name === "last")
        bound = this.#scope.elementOf(bound, name === "first" ? 0 : -1);
      else return undefined;
    }
    return bound;
  }

  #filters(filters: readonly FilterCall[], value: Term | "not" | string | undefined): void {
    let list =
      typeof value === "object" && value.kind === "path" && !value.goesOn
        ? this.#scope.resolve(value)
        : undefined;
    for (const filter of filters) {
      if (!knownFilters.has(filter.name)) this.#unknown(filter);
      this.#values(filter);
      for (const argument of filter.arguments) this.term(argument, false);
      if (list !== undefined && namesProperty.has(filter.name)) this.#elementProperty(filter, list);
      if (!keepsElements.has(filter.name)) list = undefined;
    }
  }

  /** `event.items | map: "name"` uses the name of each item. */
  #elementProperty({ arguments: [first] }: FilterCall, list: Resolved): void {
    if (first?.kind !== "literal" || typeof first.value !== "string") return;
    const names = first.value.split(".").map((name) => ({ name }));
    const steps = [...list.steps, { element: undefined }, ...names];
    this.uses.push({
      namespace: list.namespace,
      root: list.root,
      steps,
      told: list.steps.length,
      sure: steps.length,
      lenient: true,
      expected: undefined,
      comparison: undefined,
      start: first.start,
      end: first.end,
    });
  }

  /** What a filter does without the value that it wants, which the engine does not ask for when it reads it. */
  #values({ name, start, end, arguments: all }: FilterCall): void {
    const without = wantsValue.get(name);
    if (without === undefined) return;
    const isTooMuch = all.length > 1 && wantsOne.has(name);
    if (all.length > 0 && !isTooMuch) return;
    this.#report({
      kind: "syntax",
      message: isTooMuch
        ? `"${name}" takes one value: with more, the message is not sent.`
        : `"${name}" wants a value: without one, ${without}.`,
      help: isTooMuch ? `Write | ${name}: … once for each.` : `Write | ${name}: …`,
      start,
      end,
    });
  }

  #unknown({ name, start, end }: FilterCall): void {
    const near = this.#words.filter(name);
    this.#report({
      kind: "filter",
      message: `Customer.io knows no filter "${name}".${near === undefined ? "" : ` Did you mean "${near}"?`}`,
      start,
      end,
      ...(near !== undefined && {
        mend: { title: `change to "${near}"`, safe: false, edits: [{ start, end, text: near }] },
      }),
    });
  }
}

/** The template's own variable that was probably meant. */
function variableNear(root: string, { assigned }: TemplateScope): { readonly variable?: string } {
  if (assigned.size === 0) return {};
  // A word more or less is another variable, which a snippet may be given.
  const near = [...assigned].filter(
    (name) => name.charAt(0) === root.charAt(0) && Math.abs(name.length - root.length) <= 2,
  );
  const variable = didYouMean(root, near);
  return variable === undefined ? {} : { variable };
}

function takenFor(filters: readonly FilterCall[]): ExpectedType | undefined {
  const first = filters.find(({ name }) => name !== "default");
  return first === undefined ? undefined : filterTakes.get(first.name);
}

function comparisonOf({
  operator,
  literal: { value, start, end },
}: TermComparison): TemplateUse["comparison"] {
  return { operator, value, start, end };
}
