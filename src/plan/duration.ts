// Durations: `45m`, `24h`, `7d`.
import type { Duration } from "./plan.js";

const units: ReadonlyMap<string, number> = new Map([
  ["s", 1],
  ["m", 60],
  ["h", 3_600],
  ["d", 86_400],
  ["w", 604_800],
]);

/** Reads an integer with `s`, `m`, `h`, `d` or `w`; undefined where the text is anything else. */
export function parseDuration(text: string): Duration | undefined {
  const match = /^([0-9]{1,9})([smhdw])$/.exec(text);
  const unit = units.get(match?.[2] ?? "");
  if (match === null || unit === undefined) return undefined;
  return { text, seconds: Number(match[1]) * unit };
}

const words: ReadonlyMap<string, string> = new Map([
  ["s", "second"],
  ["m", "minute"],
  ["h", "hour"],
  ["d", "day"],
  ["w", "week"],
]);

/** `45m` is `45 minutes`. */
export function durationText({ text }: Duration): string {
  const [, amount = "", letter = ""] = /^([0-9]+)([smhdw])$/.exec(text) ?? [];
  const word = words.get(letter);
  return word === undefined ? text : `${Number(amount)} ${word}${Number(amount) === 1 ? "" : "s"}`;
}
