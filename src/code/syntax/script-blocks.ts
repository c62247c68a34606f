// The scripts of Vue and Svelte files: everything else becomes blanks, so that each offset stays what it is.
import { blank } from "./blank.js";

const scriptOpening = /<script\b(?:[^>"']|"[^"]*"|'[^']*')*>/gi;

/** The text of a component with its scripts alone. */
export function scriptsOf(text: string): string {
  let result = "";
  let done = 0;
  scriptOpening.lastIndex = 0;
  for (let match = scriptOpening.exec(text); match !== null; match = scriptOpening.exec(text)) {
    const start = match.index + match[0].length;
    if (match[0].endsWith("/>")) continue;
    const close = text.slice(start).search(/<\/script\s*>/i);
    const end = close < 0 ? text.length : start + close;
    result += blank(text.slice(done, start)) + text.slice(start, end);
    done = end;
    scriptOpening.lastIndex = end;
  }
  return result + blank(text.slice(done));
}
