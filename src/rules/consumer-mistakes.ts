// Brings what rules find in references into findings: one for each mistake, however often it is made in one place.
import type { Reference } from "../consumers/reference.js";
import type { Fix, Related } from "../diagnostics/diagnostic.js";
import type { Asked } from "./consumer-index.js";
import { foldName } from "./names.js";

/** The same mistake, in the order of its places; each place is there once. */
export type Mistake<T> = { readonly first: T; readonly others: readonly T[] };

/** So many further places are named. */
const relatedLimit = 5;

/**
 * Groups what is asked for by the file and the path, so that a wrong name that a template holds five times is one
 * mistake. A template that several consumers send is told of the first.
 */
export function mistakes<T extends { readonly reference: Reference }>(
  found: readonly T[],
  keyOf: (item: T) => string = ({ reference }) => pathText(reference),
): readonly Mistake<T>[] {
  const groups = new Map<string, T[]>();
  const seen = new Set<string>();
  for (const item of found) {
    const { span, where, consumer } = item.reference;
    const place = `${span.file}\0${span.start}\0${span.end}`;
    if (seen.has(place)) continue;
    seen.add(place);
    const key = JSON.stringify([span.file, where === "template" ? "" : consumer, keyOf(item)]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ first, others }],
  );
}

/** The further places of a mistake. */
export function alsoHere(others: readonly { readonly reference: Reference }[]): readonly Related[] {
  return others
    .slice(0, relatedLimit)
    .map(({ reference }) => ({ message: "also here", span: reference.span }));
}

/** `"Abandoned cart" asks for "event.total"`: what a consumer does with a value, as the beginning of a sentence. */
export function asksFor({ reference, consumer }: Pick<Asked, "reference" | "consumer">): string {
  const verb = reference.where === "template" ? "uses" : "asks for";
  return `"${consumer.name.value}" ${verb} "${pathText(reference)}"`;
}

/** A path with its namespace: what is meant, where a loop's variable or an alias is written. */
export function pathText({ namespace, name, path }: Reference): string {
  if (namespace === "none") return [name, ...path].join(".");
  return path.length === 0 ? namespace : `${namespace}.${path.join(".")}`;
}

/**
 * Replaces the wrong name in every place where it is written in its whole, and nothing else. Where nothing but the
 * writing of the two differs, nothing else can have been meant.
 */
export function renamed(
  all: readonly Pick<Asked, "reference">[],
  wrong: string,
  right: string,
): Fix | undefined {
  const safe = foldName(wrong) === foldName(right);
  const edits = all.flatMap(({ reference }) => {
    const { written, span } = reference;
    const at = written.lastIndexOf(wrong);
    if (at < 0 || !isWhole(written, at, wrong.length) || !/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(right)) return [];
    const start = span.start + at;
    return [{ span: { ...span, start, end: start + wrong.length }, text: right }];
  });
  return edits.length === all.length ? { title: `change to "${right}"`, safe, edits } : undefined;
}

/** True where the name is not a part of a longer one. */
function isWhole(text: string, at: number, length: number): boolean {
  const around = text.charAt(at - 1) + text.charAt(at + length);
  return !/[\p{L}\p{N}_-]/u.test(around);
}
