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
  const sized = /^(?!(?:enum|map)\b)(\w+)\s*\(\s*(\d+)\s*(?:,\s*\d+\s*)?\)$/.exec(text);
  if (sized?.[1] !== undefined) {
    const inner = known(sized[1]);
    const length = inner === "string" ? `, and "maxLength: ${sized[2]}" beside it` : "";
    return {
      ...whole,
      message: `"${text}" is not a type of the plan language.`,
      help: builtInTypes.includes(inner)
        ? `Write "${inner}"${length}.`
        : 'Only "enum(a, b)" and "map(T)" take parentheses.',
    };
  }
  const goMap = /^map\[\w+\]\s*([\w.]+)$/i.exec(text);
  if (goMap?.[1] !== undefined) {
    return {
      ...whole,
      message: `"${text}" is not a type of the plan language.`,
      help: `Write "map(${known(goMap[1])})".`,
    };
  }
  const said = saidRequired(text);
  if (said !== undefined) {
    return {
      ...whole,
      message: `"${text}" is not a type: whether a property must be there stands on its key.`,
      help: said.isNullable
        ? `Write "${said.type} | null" where null is sent, or the key as "name?" where it may be missing.`
        : said.isOptional
          ? `Write the key as "name?" with the type "${said.type}".`
          : `Write "${said.type}": a property is required unless its key ends in "?".`,
    };
  }
  if (/^\{.*\}$/.test(text)) {
    return {
      ...whole,
      message: "An object is not written in braces inside of text.",
      help: 'Write "properties:" below the key, and one property a line below that.',
    };
  }
  if (isProse(text)) {
    return {
      ...whole,
      message: `This is a sentence, not a type.`,
      help: `Write "{ type: string, description: ${JSON.stringify(text).replaceAll('"', "'")} }", with the type that it has.`,
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

/** `optional string`, `?string`, `string (required)`: a type, and a word about whether it must be there. */
function saidRequired(
  text: string,
): { readonly type: string; readonly isOptional: boolean; readonly isNullable: boolean } | undefined {
  const before = /^(?:(optional|nullable|required|mandatory)\s+|(\?))([\p{L}_][\w.-]*(?:\[\])*)$/iu.exec(
    text,
  );
  const after =
    /^([\p{L}_][\w.-]*(?:\[\])*)(?:\s*,\s*|\s*\(\s*|\s+)(optional|nullable|required|mandatory)\s*\)?$/iu.exec(
      text,
    );
  const type = before?.[3] ?? after?.[1];
  if (type === undefined) return undefined;
  const word = (before?.[1] ?? before?.[2] ?? after?.[2] ?? "").toLowerCase();
  return {
    type: known(type),
    isOptional: word === "optional" || word === "?",
    isNullable: word === "nullable",
  };
}

/** Three words in a row are text about a value. */
function isProse(text: string): boolean {
  return (
    text.length < 1000 && /^[\p{L}'’,-]+(?:\s+[\p{L}\d'’,-]+){2,}[.!]?$/u.test(text) && !text.includes("|")
  );
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
