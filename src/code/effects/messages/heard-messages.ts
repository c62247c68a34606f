// Parameters that are messages of another page or process: who posts those says what is in them.

import { tailName } from "../../syntax/syntax.js";
import type { Linker } from "../../values/linker.js";
import { idOf, type ParameterValue, placeOfId } from "../../values/values.js";

/** Methods that register who hears messages; the others do where they are asked for "message". */
const hearing: ReadonlySet<string> = new Set(["onDidReceiveMessage", "onMessage", "addMessageListener"]);
const registering: ReadonlySet<string> = new Set(["addEventListener", "addListener", "on"]);

/** Whether a parameter is the message that a listener hears. */
export function isMessage(linker: Linker, { owner, index }: ParameterValue): boolean {
  const module = linker.module(placeOfId(owner).file);
  if (module === undefined || index !== 0) return false;
  for (const [fn, { call }] of module.scopes.handed) {
    if (idOf(module, fn) !== owner || call.node.type !== "CallExpression") continue;
    const name = tailName(call.node.callee) ?? "";
    if (hearing.has(name)) return true;
    const [what] = call.node.arguments;
    return registering.has(name) && what?.type === "Literal" && what.value === "message";
  }
  return false;
}
