// A team's own ends of Electron's channels: functions that hand a channel's name on to the library.
import type { CallExpression } from "oxc-parser";
import type { Linker } from "../../values/linker.js";
import type { Site } from "../../values/values.js";

/** The end of Electron's channels that a function of the team's hands its channel to: `invoke("cart", …)`. */
export function frontOf(linker: Linker, { callee }: CallExpression, site: Site): string | undefined {
  const value = callee.type === "Identifier" ? linker.evaluate(callee, site) : undefined;
  if (value?.kind !== "function") return undefined;
  const { fn, site: own } = value;
  const [channel] = fn.params;
  const name = channel?.type === "Identifier" ? channel.name : undefined;
  const text = own.module.text.slice(fn.start, fn.end);
  const handed = /\b(ipcRenderer)\s*\.\s*(?:invoke|send|sendSync)\s*\(\s*([\w$]+)\s*,/.exec(text);
  return name !== undefined && handed?.[2] === name ? handed[1] : undefined;
}
