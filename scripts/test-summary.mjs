// Ends a CI log with one plain line, "N passed, N failed", from vitest's own summary in a captured log. Exit code
// 1 where tests failed, and where no summary is found: a run without tests is no pass.
import { readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";

const log = stripVTControlCharacters(readFileSync(process.argv[2] ?? "", "utf8"));
const line = log.match(/^ *Tests {2}(.+)$/gm)?.at(-1);
if (line === undefined) {
  console.error("vitest printed no summary");
  process.exit(1);
}
const count = (word) => Number(line.match(new RegExp(`(\\d+) ${word}`))?.[1] ?? 0);
const [passed, failed, skipped] = [count("passed"), count("failed"), count("skipped")];
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
