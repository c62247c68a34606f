// Texts that are put together of parts, some of which may not be known.
import type { Located, Span } from "../../../diagnostics/diagnostic.js";
import { plainText, unionOf, type Value } from "../values.js";

/**
 * Text from parts, as one string where all of them are known. `isGiven` where callers gave some of them: what one wrote
 * is kept.
 */
export function textOf(span: Span, parts: readonly (string | Value)[], isGiven = false): Value {
  let variants: (string | Value)[][] = [[]];
  for (const part of parts) {
    const options: readonly (string | Value)[] =
      typeof part === "string" ? [part] : part.kind === "union" ? part.members : [part];
    if (variants.length * options.length > mostVariants) {
      variants = variants.map((variant) => [...variant, part]);
      continue;
    }
    variants = variants.flatMap((variant) => options.map((option) => [...variant, option]));
  }
  return unionOf(
    span,
    variants.map((variant) => joined(span, variant, isGiven)),
  );
}

const mostVariants = 200;

function joined(span: Span, parts: readonly (string | Value)[], isGiven: boolean): Value {
  const merged: (string | Value)[] = [];
  const push = (text: string): void => {
    const last = merged.at(-1);
    if (typeof last === "string") merged[merged.length - 1] = last + text;
    else merged.push(text);
  };
  let enums = false;
  const written: Located<string>[] = [];
  const given: Span[] = [];
  for (const part of parts) {
    if (typeof part === "string") push(part);
    else if (part.kind === "template" && part.change === undefined) {
      given.push(part.written ?? part.span);
      for (const one of part.parts) typeof one === "string" ? push(one) : merged.push(one);
    } else {
      const text = plainText(part);
      if (text === undefined) merged.push(part);
      else push(text);
      if (part.kind === "string" && part.how !== "literal") enums = true;
      // An empty text is nothing that somebody wrote of it.
      if (part.kind === "string" && part.value !== "")
        written.push(part.written ?? { value: part.value, span: part.span });
    }
  }
  const [only] = merged;
  if (merged.length === 0) return { kind: "string", span, value: "", how: "literal", replaceable: true };
  if (merged.length === 1 && typeof only === "string") {
    const plain = parts.every((part) => typeof part === "string");
    return {
      kind: "string",
      span,
      value: only,
      how: enums || !plain ? "constant" : "literal",
      replaceable: plain,
      ...(isGiven && written.length === 1 && written[0] !== undefined && { written: written[0] }),
    };
  }
  const [first, ...others] = [...given, ...written.map((one) => one.span)];
  const isOfCaller = isGiven && first !== undefined && others.length === 0;
  return { kind: "template", span, parts: merged, ...(isOfCaller && { written: first }) };
}
