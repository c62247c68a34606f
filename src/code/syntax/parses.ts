// Tells whether a text is one that its language accepts: what is asked before a file of code is changed.
import { parseSync } from "oxc-parser";
import { languageOf } from "../languages.js";
import { componentCode } from "./markup.js";

/** True where the file with this text can be parsed. Components count by their scripts and handlers. */
export function parses(path: string, text: string): boolean {
  const language = languageOf(path);
  const component = language === "vue" || language === "svelte" || language === "angular";
  const source = component ? componentCode(text, language) : text;
  const dialects =
    /\.[cm]?ts$/.test(path) || component ? (["ts", "tsx"] as const) : (["tsx", "jsx"] as const);
  return dialects.some((lang) => parseSync(`code.${lang}`, source, { lang }).errors.length === 0);
}
