// Types as other languages write them, and what is written in their place: text -> the mistake in a type expression.
import { builtInTypes, synonyms } from "./built-in-types.js";
import type { TypeExpressionError } from "./type-expression.js";

/** Syntax of other languages that people type by habit, with what to write instead. */
export function foreignSyntax(text: string): TypeExpressionError | undefined {
  const whole = { start: 0, end: text.length };
  const optional = /^([^?|()]+)\?$/.exec(text);
  if (optional !== null) {
    const type = optional[1] ?? "";
    return {
      ...whole,
      message: `"${text}" is not a type: the "?" of an optional property stands on its key.`,
      help: `Write the key as "name?" with the type "${type}", or "${type} | null" where null is sent.`,
    };
  }
  const generic = /^(Record|Map|Dict|Array|List|ReadonlyArray|Set)<(.*)>$/i.exec(text);
  const spoken = /^(?:an? )?(array|list) of (\w+)$/i.exec(text);
  const [, container, inside] = generic ?? spoken ?? [];
  if (container !== undefined && inside !== undefined) {
    const inner = known(inside.split(",").at(-1)?.trim() ?? "any");
    const keyed = ["record", "map", "dict"].includes(container.toLowerCase());
    return {
      ...whole,
      message: `"${text}" is not a type of the plan language.`,
      help: `Write "${keyed ? `map(${inner})` : `${inner}[]`}".`,
    };
  }
  const quoted = /^(["'])[^"']*\1(?:\s*\|\s*(["'])[^"']*\2)*$/.exec(text);
  if (quoted !== null) {
    const values = text.split("|").map((part) => part.trim().slice(1, -1));
    return {
      ...whole,
      message: `${text} is not a type: the values of an enum stand in "enum(…)".`,
      help: `Write "enum(${values.join(", ")})".`,
    };
  }
  return undefined;
}

/** The plan language's word for a type: `String`, `strings` and `str` are `string`. */
function known(word: string): string {
  for (const form of [word.toLowerCase(), word.toLowerCase().replace(/s$/, "")]) {
    if (builtInTypes.includes(form)) return form;
    const meant = synonyms.get(form);
    if (meant !== undefined && !meant.includes("T")) return meant;
  }
  return word;
}

/** Text without the typographic quotes around it, or undefined where there are none. */
export function straightened(text: string): string | undefined {
  return /^[“”„‟«‘’‚]([^“”„‟»«‘’‚]*)[“”‟»‘’]$/.exec(text)?.[1];
}
