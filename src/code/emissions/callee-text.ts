// What a call is told as: the text of what it calls.
import type { Placed } from "../syntax/scopes.js";
import type { Module } from "../values/module.js";

/** The beginning of a call's text: a chain of calls, of which each is looked at, may be as long as its file. */
export function startOf(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): string {
  return text.slice(start, Math.min(end, start + 2000));
}

/** What a call calls, as it is written. */
export function calleeText(module: Module, { node }: Placed): string {
  return node.type === "CallExpression" ? module.text.slice(node.callee.start, node.callee.end) : "";
}

/** The end of what is written before the brackets: as much as tells it from others. */
export function calleeOf(call: string): string {
  const plain = call.replace(/[?!]/g, "").replace(/\s/g, "");
  return plain.split(".").slice(-2).join(".");
}
