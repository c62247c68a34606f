// Doubts that many calls of a scan share: said once, below the calls, with what the plan may say to end them.
import type { CodeScan, Emission } from "../code/emission.js";

/** Doubts that at least `fewest` calls share, each with those calls. */
export function sharedDoubts({ emissions }: CodeScan): ReadonlyMap<string, readonly Emission[]> {
  const found = new Map<string, Emission[]>();
  for (const emission of emissions) {
    if (emission.doubt === undefined) continue;
    const same = found.get(emission.doubt);
    if (same === undefined) found.set(emission.doubt, [emission]);
    else same.push(emission);
  }
  return new Map([...found].filter(([, { length }]) => length >= fewest));
}

/** Fewer are told each at its place. */
const fewest = 4;

/** The lines of a plan that declare calls, each once; none where the name is not what stands first in the brackets. */
export function declarations({ texts }: CodeScan, emissions: readonly Emission[]): readonly string[] {
  const lines = emissions.flatMap(({ call, name, properties, span }) => {
    const at = name?.names[0]?.span ?? name?.span;
    if (at?.file !== span.file || !/^[\w$]+(?:\.[\w$]+)*$/.test(call)) return [];
    const before = texts.get(span.file)?.slice(span.start, at.start).replace(/\s/g, "");
    if (before !== `${call}(`) return [];
    return [`- { call: ${call}, event: 0${properties === undefined ? "" : ", properties: 1"} }`];
  });
  // What is declared with its payload holds for calls that carry none, too.
  return [...new Set(lines)].filter(
    (line) => line.includes("properties") || !lines.includes(line.replace(" }", ", properties: 1 }")),
  );
}
