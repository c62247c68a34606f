// What `trackwright scan` tells machines: every emission with its place, as docs/cli.md fixes it.
import type { CodeScan, Emission, ValueShape } from "../code/emission.js";
import { type SuspectedCallee, suspectedCallees } from "../code/suspected-callees.js";
import type { Sources } from "../report/findings.js";

/** The JSON of a scan. */
export function scanJson(version: string, scan: CodeScan, sources: Sources): string {
  const emissions = scan.emissions.map((emission) => emissionJson(emission, scan, sources));
  const byKind: Record<string, number> = {
    literal: 0,
    constant: 0,
    enum: 0,
    template: 0,
    conditional: 0,
    dynamic: 0,
  };
  let forwarding = 0;
  for (const { name, forwards } of scan.emissions) {
    if (forwards === true) forwarding++;
    else if (name !== undefined) byKind[name.kind] = (byKind[name.kind] ?? 0) + 1;
  }
  const summary = {
    files: scan.files,
    parsed: scan.parsed,
    emissions: emissions.length,
    byKind,
    // Calls inside wrappers, whose names are their callers'.
    forwarding,
    uncertain: scan.emissions.filter(({ doubt }) => doubt !== undefined).length,
    problems: scan.problems.length,
    skipped: scan.skipped.length,
  };
  const problems = scan.problems.map(({ kind, message, span }) => ({
    kind,
    message,
    ...sources.place(span),
  }));
  const suspects = suspectedCallees(scan).map((one) => suspectJson(one, sources));
  const { skipped } = scan;
  return `${JSON.stringify({ trackwright: version, summary, emissions, suspects, problems, skipped }, undefined, 2)}\n`;
}

function suspectJson(
  { call, given, event, properties, entry, calls }: SuspectedCallee,
  sources: Sources,
): object {
  return {
    ...{ call, given, event, properties: properties ?? null, entry: entry ?? null },
    calls: calls.map(({ name, span }) => ({
      events: name?.names.map((one) => one.name) ?? [],
      ...sources.place(span),
    })),
  };
}

function emissionJson(emission: Emission, scan: CodeScan, sources: Sources): object {
  const { name, span } = emission;
  const events = name?.names.map((one) => one.name) ?? [];
  const [only] = events;
  const from = scan.sourcesOf(span.file);
  const isKnown = name?.complete === true && events.length === 1 && name.patterns.length === 0;
  return {
    event: isKnown ? only : null,
    events,
    patterns: name?.patterns.map(({ parts }) => parts.join("*")) ?? [],
    // A wrapper may add to what its callers write.
    written: [...new Set(name?.names.flatMap(({ written }) => written?.value ?? []))],
    kind: name?.kind ?? null,
    complete: name?.complete ?? true,
    reason: name?.reason ?? null,
    call: emission.call,
    preset: emission.preset,
    method: emission.method,
    source: from[0] ?? null,
    sources: from,
    properties: propertiesOf(emission.properties),
    closed: emission.properties?.kind === "object" ? emission.properties.closed : null,
    identities: emission.identities.map(({ as, text }) => ({ as, text })),
    typed: emission.typed,
    forwards: emission.forwards === true,
    doubt: emission.doubt ?? null,
    via: emission.via?.name ?? null,
    test: emission.test,
    ...sources.place(span),
  };
}

function propertiesOf(shape: ValueShape | undefined): readonly object[] | null {
  if (shape?.kind !== "object") return null;
  return shape.properties.map(({ name, value, optional }) => ({
    name,
    type: typeText(value) ?? null,
    ...(optional && { optional: true }),
  }));
}

/** A type as the plan writes it; undefined where nothing is known. */
export function typeText(shape: ValueShape): string | undefined {
  switch (shape.kind) {
    case "unknown":
    case "undefined":
      return undefined;
    case "array": {
      const items = [...new Set(shape.items.map((item) => typeText(item) ?? "any"))];
      const [only] = items;
      return items.length === 1 && only !== undefined && only !== "any" ? `${only}[]` : "any[]";
    }
    case "other":
      return shape.what === "date" ? "datetime" : undefined;
    case "union": {
      const members = [...new Set(shape.members.map(typeText))];
      return members.includes(undefined) ? undefined : members.join(" | ");
    }
    default:
      return shape.kind;
  }
}
