// The day of a run, for what is written and for what is remembered.

/** Today in UTC, as `YYYY-MM-DD`. By hand: `toISOString` has V8 load the time zones first, which takes longer than this. */
export function today(): string {
  const now = new Date();
  const twoDigits = (number: number): string => String(number).padStart(2, "0");
  return `${now.getUTCFullYear()}-${twoDigits(now.getUTCMonth() + 1)}-${twoDigits(now.getUTCDate())}`;
}
