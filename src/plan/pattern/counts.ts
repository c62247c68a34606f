// Reads how often a part of a pattern is repeated: `*`, `+`, `?`, `{2}`, `{2,}` and `{2,5}`.
import { refuse } from "./refusals.js";

/** RE2's bound on a count, and on the product of counts that nest. */
export const countLimit = 1000;

/** A repetition's sign, with the parts of a count between braces; a lazy `?` behind it changes no verdict. */
export const repetition: RegExp = /^(?:[*+?]|\{([0-9]*)(,?)([0-9]*)\})\??/;

/** The bounds of a match of `repetition` that stands at `from` in the pattern. */
export function readCounts(
  mark: RegExpExecArray,
  from: number,
): { readonly min: number; readonly max: number } {
  const [whole, low = "", comma = "", high = ""] = mark;
  const sign = whole[0];
  if (sign !== "{") return { min: sign === "+" ? 1 : 0, max: sign === "?" ? 1 : Infinity };
  const end = from + whole.length;
  if (low === "") {
    const help = comma === "" ? 'Write "\\{" for the character itself.' : `Write "{0,${high}}".`;
    refuse(from, end, `"${whole}" has no lower bound, so RE2 takes it for text.`, help);
  }
  if (/^0[0-9]/.test(low) || /^0[0-9]/.test(high)) {
    refuse(from, end, `"${whole}" has a count with a leading zero, so RE2 takes it for text.`);
  }
  const min = Number(low);
  const max = comma === "" ? min : high === "" ? Infinity : Number(high);
  if (min > countLimit || (max !== Infinity && max > countLimit)) {
    const help = "Bind the length with minLength and maxLength.";
    refuse(from, end, `"${whole}" counts above ${countLimit}, RE2's limit.`, help);
  }
  if (min > max) refuse(from, end, `"${whole}" has its bounds in the wrong order.`);
  return { min, max };
}
