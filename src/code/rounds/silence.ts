// Libraries of which a project imports something, and clients that were generated for it, where no emission of theirs was
// found: whatever is done with them is done in a way that is not followed.
import { compareText } from "../../diagnostics/diagnostic.js";
import type { Emission, Silence } from "../emission.js";
import type { CodeFile } from "../languages.js";
import { librariesForEvents, presetOfPackage } from "../presets/index.js";
import type { Project } from "./project.js";

/**
 * The libraries that a project depends on and of which nothing is known so far: no call of theirs was found, and no file
 * that was parsed imports them. The files that name them are to be read for it, as nothing else may stand in them.
 */
export function unseenLibraries(
  { facts, imports }: Project,
  emissions: readonly Emission[],
): readonly string[] {
  const told = toldFamilies(emissions);
  const seen = new Set(
    [...facts.values()].flatMap(({ traces }) => traces?.libraries.map(({ name }) => name) ?? []),
  );
  return librariesForEvents.filter(
    (name) => !seen.has(name) && !isTold(name, told) && imports.isNeeded(name),
  );
}

/** What is silent among files that were scanned, each at its first place. */
export function silencesIn(
  { facts, imports }: Project,
  files: readonly CodeFile[],
  emissions: readonly Emission[],
): readonly Silence[] {
  const told = toldFamilies(emissions);
  const found = new Map<string, Silence>();
  const paths = files.map(({ path }) => path).toSorted(compareText);
  for (const file of paths) {
    const traces = facts.get(file)?.traces;
    for (const { name, start } of traces?.libraries ?? []) {
      if (isTold(name, told) || found.has(name)) continue;
      if (imports.resolve(file, name).kind === "package")
        found.set(name, { library: name, span: { file, start, end: start } });
    }
    if (traces?.isClient === true && isUncalled(file, emissions))
      found.set(`${file}\0`, { library: undefined, span: { file, start: 0, end: 0 } });
  }
  return [...found.values()];
}

function toldFamilies(emissions: readonly Emission[]): ReadonlySet<string> {
  return new Set(emissions.flatMap(({ preset, also = [] }) => [preset, ...also].map(familyOf)));
}

/** Whether calls to the product of a library were found, or none can be. */
function isTold(library: string, told: ReadonlySet<string>): boolean {
  const preset = presetOfPackage(library);
  return preset === undefined || told.has(familyOf(preset.id));
}

/** The products that are the same to whoever sends to them: a plan's emitters go to Customer.io. */
function familyOf(preset: string): string {
  return preset === "plan" || preset.startsWith("customerio") ? "customerio" : preset;
}

/** Whether a generated client sends something, and nobody outside calls it. */
function isUncalled(file: string, emissions: readonly Emission[]): boolean {
  return (
    emissions.some(({ span }) => span.file === file) &&
    !emissions.some(({ span, via }) => span.file !== file && via?.span.file === file)
  );
}
