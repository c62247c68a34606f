// A scan that a test writes down: calls with names and payloads, as a scanner gives them.
import type { CodeScan, Emission, ObjectShape, ValueShape } from "../../src/code/emission.js";

const span = { file: "src/a.ts", start: 0, end: 0 };

export type MadeCall = Partial<Omit<Emission, "name" | "properties">> & {
  readonly names: readonly string[];
  readonly properties?: { readonly [name: string]: ValueShape } | readonly (readonly [string, ValueShape])[];
  readonly file?: string;
  readonly open?: boolean;
  readonly complete?: boolean;
};

/** Values by short names. */
export const value = {
  text: { kind: "string", span } satisfies ValueShape,
  number: { kind: "number", span } satisfies ValueShape,
  unknown: { kind: "unknown", span } satisfies ValueShape,
  null: { kind: "null", span } satisfies ValueShape,
  yes: { kind: "boolean", value: true, span } satisfies ValueShape,
  date: { kind: "other", what: "date", span } satisfies ValueShape,
  literal: (text: string): ValueShape => ({ kind: "string", value: text, span }),
  list: (...items: readonly ValueShape[]): ValueShape => ({ kind: "array", items, complete: true, span }),
  either: (...members: readonly ValueShape[]): ValueShape => ({ kind: "union", members, span }),
  object: (properties: { readonly [name: string]: ValueShape }): ValueShape =>
    objectOf(Object.entries(properties)),
};

export function madeScan(calls: readonly MadeCall[]): CodeScan {
  return {
    emissions: calls.map(emissionOf),
    problems: [],
    skipped: [],
    files: 1,
    parsed: 1,
    texts: new Map(),
    sourcesOf: () => [],
  };
}

function emissionOf({
  names,
  properties,
  file = "src/a.ts",
  open = false,
  complete = true,
  ...rest
}: MadeCall): Emission {
  const place = { ...span, file };
  const entries = Array.isArray(properties) ? properties : Object.entries(properties ?? {});
  return {
    language: "typescript",
    call: "analytics.track",
    preset: "segment",
    method: "track",
    name: {
      kind: "literal",
      names: names.map((name) => ({ name, span: place, replaceable: true })),
      patterns: [],
      complete,
      span: place,
    },
    properties: properties === undefined ? undefined : { ...objectOf(entries), closed: !open },
    identities: [],
    needsIdentity: false,
    eventId: "absent",
    timestamp: undefined,
    typed: false,
    test: false,
    span: place,
    ...rest,
  };
}

function objectOf(entries: readonly (readonly [string, ValueShape])[]): ObjectShape {
  return {
    kind: "object",
    span,
    closed: true,
    properties: entries.map(([name, shape]) => ({ name, span, value: shape, optional: false })),
  };
}
