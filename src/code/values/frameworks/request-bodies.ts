// The body of a request, as functions of servers ask for it: `await request.json()` and `JSON.parse(event.body)` are what
// frameworks that parse it put under `body`.
import type { Value } from "../values.js";

/** What a method of a request gives; undefined where it is none, or is asked for something else. */
export function bodyAsked(object: Value, method: string, isBare: boolean): Value | undefined {
  if (object.kind !== "parameter" || method !== "json" || !isBare) return undefined;
  const last = object.path.at(-1) ?? object.name;
  return /^req(?:uest)?$/i.test(String(last)) ? { ...object, path: [...object.path, "body"] } : undefined;
}

/** What parsing a body gives: a request that is made in the project was given it as it is. */
export function bodyParsed(text: Value | undefined): Value | undefined {
  return text?.kind === "parameter" && text.path.at(-1) === "body" ? text : undefined;
}
