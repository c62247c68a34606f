// Whom a call is about, as far as the code shows it.
import type { EmittedIdentity } from "../code/emission.js";
import { wordsOf } from "./names.js";

/** True for an identifier that is an email address, by its value or by its name: `user.email`, `"a@b.example"`. */
export function looksLikeEmail({ text, value }: EmittedIdentity): boolean {
  if (value.kind === "string" && value.value !== undefined)
    return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value.value);
  if (value.kind !== "unknown" && value.kind !== "string") return false;
  const name = /(?:^|[.\]?!])(?<name>[\p{L}_$][\p{L}\p{N}_$]*)$/u.exec(bare(text))?.groups?.name;
  if (name === undefined) return false;
  const words = wordsOf(name).map((word) => word.toLowerCase());
  const last = words.at(-1);
  return last === "email" || (last === "address" && words.at(-2) === "email") || words.join() === "mail";
}

/** An expression without what does not change whether it is an address. */
function bare(text: string): string {
  let rest = text.trim();
  for (;;) {
    const shorter = rest
      .replace(/\s+as\s+\w+$/, "")
      // A parameter where it is declared.
      .replace(/^(?<name>[\p{L}_$][\p{L}\p{N}_$]*)\??\s*:\s.*$/su, "$<name>")
      .replace(/\s*(?:\?\?|\|\|)\s*(?:""|''|``|null|undefined)$/, "")
      .replace(/\??\.(?:toLowerCase|toLocaleLowerCase|trim|normalize|toString)\(\)$/, "")
      .replace(/!$/, "")
      .replace(/^\((.*)\)$/s, "$1")
      .trim();
    if (shorter === rest) return rest;
    rest = shorter;
  }
}
