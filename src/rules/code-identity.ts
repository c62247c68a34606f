// Whom a call is about, as far as the code shows it.
import type { EmittedIdentity, ValueShape } from "../code/emission.js";
import { wordsOf } from "./names.js";

/**
 * Whether an identifier is an email address, by its value or by its name: `user.email`, `"a@b.example"`. `maybe` where it
 * is one of several, of which not all are.
 */
export function emailIn({ text, key, value }: EmittedIdentity): "certain" | "maybe" | undefined {
  if (value.kind === "string" && value.value !== undefined)
    return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value.value) ? "certain" : undefined;
  if (value.kind === "union" ? !value.members.every(mayBeText) : !mayBeText(value)) return undefined;
  if (key !== undefined && /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(bare(text)) && isEmailName(key))
    return "certain";
  const several = alternatives(bare(text)).filter((one) => !/^(?:(["'`]).*\1|null|undefined)$/s.test(one));
  const emails = several.filter((one) => {
    const name = /(?:^|[.\]?!])(?<name>[\p{L}_$][\p{L}\p{N}_$]*)$/u.exec(bare(one))?.groups?.name;
    return name !== undefined && isEmailName(name);
  });
  if (emails.length === 0) return undefined;
  return emails.length === several.length ? "certain" : "maybe";
}

function mayBeText({ kind }: ValueShape): boolean {
  return kind === "unknown" || kind === "string" || kind === "undefined" || kind === "null";
}

function isEmailName(name: string): boolean {
  const words = wordsOf(name).map((word) => word.toLowerCase());
  const last = words.at(-1);
  return last === "email" || (last === "address" && words.at(-2) === "email") || words.join() === "mail";
}

/** What an expression may come to, by its text: both sides of `??` and `||`, and both ends of `? :`. */
function alternatives(text: string): readonly string[] {
  const choice = /^[^?]*[^?.]\?(?![?.])(?<yes>[^?:]+):(?<no>[^?:]+)$/s.exec(text)?.groups;
  if (choice?.yes !== undefined && choice.no !== undefined)
    return [...alternatives(choice.yes.trim()), ...alternatives(choice.no.trim())];
  return text.split(/\?\?|\|\|/).map((one) => one.trim());
}

/** An expression without what does not change whether it is an address. */
function bare(text: string): string {
  let rest = text.trim();
  for (;;) {
    const shorter = rest
      .replace(/\s+as\s+\w+$/, "")
      // A parameter where it is declared.
      .replace(/^(?<name>[\p{L}_$][\p{L}\p{N}_$]*)\??\s*:\s.*$/su, "$<name>")
      .replace(/\??\.(?:toLowerCase|toLocaleLowerCase|trim|normalize|toString)\(\)$/, "")
      .replace(/\??\.?\[(["'])(?<key>[\p{L}_$][\p{L}\p{N}_$]*)\1\]$/u, ".$<key>")
      .replace(/^`\$\{(?<inner>[^{}`]*)\}`$/s, "$<inner>")
      .replace(/!$/, "")
      .replace(/^(?:String)?\((?<inner>[^()]*)\)$/s, "$<inner>")
      .trim();
    if (shorter === rest) return rest;
    rest = shorter;
  }
}
