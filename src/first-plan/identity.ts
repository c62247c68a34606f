// Guesses whom events are about from what their calls hand over.
import type { CodeScan, Emission, EmittedIdentity } from "../code/emission.js";
import { membersOf } from "../code/emissions/shapes.js";
import { emailIn } from "../rules/code-identity.js";

export type GuessedIdentity = {
  readonly primary: "id" | "email";
  readonly type: "string" | "integer" | "email";
  readonly also: readonly ("id" | "email" | "phone")[];
};

/** Who people are in the whole of the code. */
export function guessIdentity(scan: CodeScan, attributes: ReadonlySet<string>): GuessedIdentity {
  const all = scan.emissions.filter(({ test }) => !test).flatMap(({ identities }) => identities);
  // Where all ids are addresses, people are known by those: an id is nobody's.
  const given = all.filter((one) => one.as === "id");
  const ids = given.every((one) => emailIn(one) === "certain") ? [] : given;
  const emails = all.filter((one) => one.as === "email").length + given.length - ids.length;
  const primary = emails > ids.length ? "email" : "id";
  const integers = ids.length > 0 && ids.every(isNumber);
  const also = new Set<"id" | "email" | "phone">();
  if (primary === "id" && (emails > 0 || attributes.has("email"))) also.add("email");
  if (primary === "email" && ids.length > 0) also.add("id");
  if (attributes.has("phone") || all.some((one) => one.as === "phone")) also.add("phone");
  return { primary, type: primary === "email" ? "email" : integers ? "integer" : "string", also: [...also] };
}

/** Whom an event may be about, as the plan writes it; undefined for the default, a known person. */
export function eventIdentity(
  emissions: readonly Emission[],
  { primary, also }: GuessedIdentity,
): string | undefined {
  const seen = new Set<EmittedIdentity["as"]>();
  for (const { identities, needsIdentity } of emissions) {
    for (const one of identities)
      seen.add(primary === "email" && one.as === "id" && emailIn(one) ? "email" : one.as);
    // A browser's library knows the person, or the visitor.
    if (identities.length === 0 && !needsIdentity) return "any";
  }
  const known = [...seen].filter((as) => as !== "anonymous").sort();
  const allowed = new Set<string>([primary, ...also]);
  if (seen.size === 0 || known.some((as) => !allowed.has(as))) return undefined;
  if (known.length === 0) return "anonymous";
  if (known.length > 1 || known[0] !== primary)
    return `[${[...known, ...(seen.has("anonymous") ? ["anonymous"] : [])].join(", ")}]`;
  return seen.has("anonymous") ? "any" : undefined;
}

function isNumber({ value }: EmittedIdentity): boolean {
  return membersOf(value).every(({ kind }) => kind === "number");
}
