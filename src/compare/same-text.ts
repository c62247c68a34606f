// Tells which events of two plans are the same to the letter, so that nothing in them need be compared.
import type { Span } from "../diagnostics/diagnostic.js";
import type { Plan, PlanEvent } from "../plan/plan.js";

/**
 * Whether an event of one plan is the same in the other: by its text, where all that events are made of is the same
 * too. False where that can't be told so easily.
 */
export function sameEvents(before: Plan, after: Plan): (a: PlanEvent, b: PlanEvent) => boolean {
  const [then, now] = [textsOf(before), textsOf(after)];
  const isSame = (a: Span, b: Span): boolean => {
    const text = then(a);
    // What an alias of YAML stands for is written elsewhere.
    return text !== undefined && text === now(b) && !/[&*]/.test(text);
  };
  const areSame = (a: readonly Spanned[], b: readonly Spanned[]): boolean =>
    a.length === b.length &&
    a.every(({ span, name }, index) => {
      const other = b[index];
      return other !== undefined && name.value === other.name.value && isSame(span, other.span);
    });
  const sources = ({ sources: all }: Plan): string =>
    JSON.stringify(all.map(({ name, include }) => [name.value, include.map(({ value }) => value)]));
  if (!haveSameTypes(before, after) || before.identity.primary !== after.identity.primary) return () => false;
  const surroundings =
    areSame(before.groups, after.groups) &&
    areSame(before.objects, after.objects) &&
    sources(before) === sources(after);
  // Two loads that share what they read: the same object is the same event.
  return (a, b) => a === b || (surroundings && a.name.value === b.name.value && isSame(a.span, b.span));
}

type Spanned = { readonly span: Span; readonly name: { readonly value: string } };

function textsOf({ files }: Plan): (span: Span) => string | undefined {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  return ({ file, start, end }) => (end > start ? texts.get(file)?.slice(start, end) : undefined);
}

function haveSameTypes({ types: a }: Plan, { types: b }: Plan): boolean {
  return a.length === b.length && a.every((type, index) => type === b[index]);
}
