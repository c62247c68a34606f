// Which files of a plan folder were pulled from Customer.io: their place and their mark.
import { compareText, type SourceFile } from "../diagnostics/diagnostic.js";

/** The folder of pulled files, in the plan folder. */
export const pulledFolder = "consumers";

/** The version of the format of pulled files: what they say behind "trackwright". */
export const pulledFormat = 1;

/** Whether a file of a plan folder may be one that was pulled; `path` is relative to the folder, with `/`. */
export function isPulledFile(path: string): boolean {
  return /^consumers\/[^./][^/]*\.json$/.test(path);
}

/** Whether a folder holds the templates of one pulled consumer and nothing of the plan; there are thousands of them. */
export function isTemplateFolder(path: string): boolean {
  return /^consumers\/templates\/(?:campaign|broadcast|newsletter|transactional)-\w/.test(path);
}

/** Somebody else's JSON may lie there as well: ours says what it is near its beginning. */
export function looksPulled({ text }: SourceFile): boolean {
  return /^\s*\{[^{}]*"trackwright"\s*:/.test(text.slice(0, 400));
}

/** The order of Customer.io's identifiers: numbers by size, everything else as text. */
export function compareIds(a: string, b: string): number {
  const [x, y] = [Number(a), Number(b)];
  return (Number.isFinite(x) && Number.isFinite(y) ? x - y : 0) || compareText(a, b);
}
