// Tells whether a text is one that its language accepts: what is asked before a file of code is changed.
import { parseSync } from "oxc-parser";
import { scriptsOf } from "./script-blocks.js";

/** True where the file with this text can be parsed. Components count by their scripts. */
export function parses(path: string, text: string): boolean {
  const component = /\.(?:vue|svelte)$/.test(path);
  const source = component ? scriptsOf(text) : text;
  const dialects =
    /\.[cm]?ts$/.test(path) || component ? (["ts", "tsx"] as const) : (["tsx", "jsx"] as const);
  return dialects.some((lang) => parseSync(`code.${lang}`, source, { lang }).errors.length === 0);
}
