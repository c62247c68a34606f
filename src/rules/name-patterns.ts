// Matches names of the plan against text with holes: what a template in the code can come to.
import type { NamePattern } from "../code/emission.js";

/** True where filling the holes can give the name. */
export function matchesPattern(name: string, { parts }: NamePattern): boolean {
  const [first = "", ...rest] = parts;
  const last = rest.pop();
  if (last === undefined) return name === first;
  if (!name.startsWith(first) || name.length < first.length + last.length || !name.endsWith(last))
    return false;
  let at = first.length;
  const end = name.length - last.length;
  for (const part of rest) {
    const found = name.indexOf(part, at);
    if (found < 0 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}

/** True for text with so little between its holes that nearly every name fits. */
export function saysLittle({ parts }: NamePattern): boolean {
  return parts.join("").replace(/[^\p{L}\p{N}]/gu, "").length < 3;
}

/** True for a name that is what text with holes comes to where its holes are empty: `Saved` of `${origin}_Saved`. */
export function isBareOf(name: string, { parts }: NamePattern): boolean {
  const [first = "", ...rest] = parts;
  const text = rest.length > 1 ? undefined : `${first}${rest[0] ?? ""}`;
  return text !== undefined && bareOf(text) === bareOf(name);
}

function bareOf(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
}

/** The text as a template is written, with `${…}` for the holes. */
export function patternText({ parts }: NamePattern): string {
  return parts.join(`\${…}`);
}

/** True for a name that differs from one of others by what marks events that nobody counts: `dev_cart_opened`. */
export function isTrialOf(name: string, others: readonly string[]): boolean {
  return others.some((other) => {
    const at = other === "" ? -1 : name.indexOf(other);
    if (at < 0) return false;
    const before = name.slice(0, at);
    const after = name.slice(at + other.length);
    return after === "" ? trial.test(bareOf(before)) : before === "" && trial.test(bareOf(after));
  });
}

const trial = /^(?:dev(?:elopment)?|test(?:ing)?|stag(?:e|ing)|local(?:host)?|debug|sandbox|qa|preview)$/i;
