// A scan made by hand for tests of the checker: finds each `track(NAME, PAYLOAD)` in the texts, and knows nothing of it.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { CodeScan, Emission, EmittedName, ValueShape } from "../../../src/code/emission.js";
import { shapeText } from "../../../src/code/emissions/shape-text.js";
import { refineWithTypes } from "../../../src/code/types/refine.js";

/** Writes the files to a temporary folder, which is removed after the test. */
export function folderOf(files: { readonly [path: string]: string }): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "trackwright-types-")));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** The calls of `track` in these files, as a scanner gives them that can't tell anything from syntax. */
export function handScan(files: { readonly [path: string]: string }): CodeScan {
  const emissions = Object.entries(files).flatMap(([file, text]) =>
    [...text.matchAll(/(?<!function )\btrack\(([^,()]+), ((?:[^()]|\([^()]*\))+)\)/g)].map(
      (match): Emission => {
        const name = match[1] ?? "";
        const payload = match[2] ?? "";
        const start = match.index + "track(".length;
        const at = start + name.length + 2;
        const nameSpan = { file, start, end: start + name.length };
        return {
          language: "typescript",
          call: "track",
          preset: "by-hand",
          method: "track",
          name: {
            kind: "dynamic",
            names: [],
            patterns: [],
            complete: false,
            reason: "by hand",
            span: nameSpan,
          },
          properties: { kind: "unknown", span: { file, start: at, end: at + payload.length } },
          payloadAt: () => ({ file, start: at, end: at + payload.length }),
          identities: [],
          needsIdentity: false,
          eventId: "unknown",
          timestamp: undefined,
          typed: false,
          test: false,
          span: { file, start: match.index, end: match.index + match[0].length },
        };
      },
    ),
  );
  return {
    emissions,
    problems: [],
    skipped: [],
    files: Object.keys(files).length,
    parsed: Object.keys(files).length,
    texts: new Map(Object.entries(files)),
    sourcesOf: () => [],
  };
}

/** What the checker says of every call in the files, a line each: `name { property: type }`. */
export async function typesOf(
  files: { readonly [path: string]: string },
  resolve?: (specifier: string, from: string) => string | undefined,
  whole = false,
): Promise<readonly string[]> {
  const sources = Object.entries(files).filter(([path]) => /\.(?:[cm]?[jt]sx?|vue|svelte)$/.test(path));
  const syntax = handScan(Object.fromEntries(sources));
  const { scan } = await refineWithTypes(resolve === undefined ? syntax : { ...syntax, resolve }, {
    root: folderOf(files),
    whole,
  });
  return scan.emissions.map(({ name, properties }) => `${nameText(name)} ${deepText(properties)}`);
}

function nameText(name: EmittedName | undefined): string {
  if (name === undefined) return "-";
  const all = [...name.names.map((one) => one.name), ...name.patterns.map(({ parts }) => parts.join("*"))];
  return `${name.kind}(${all.join(", ")})`;
}

/** A shape with everything in it. */
export function deepText(shape: ValueShape | undefined): string {
  if (shape === undefined) return "-";
  if (shape.kind === "object") {
    const properties = shape.properties.map(
      ({ name, optional, value }) => `${name}${optional ? "?" : ""}: ${deepText(value)}`,
    );
    return `{ ${[...properties, ...(shape.closed ? [] : ["..."])].join(", ")} }`;
  }
  if (shape.kind === "union") return shape.members.map(deepText).sort().join(" | ");
  if (shape.kind === "array")
    return `(${shape.items.map(deepText).join(" | ")})[]${shape.complete ? "" : "..."}`;
  return shapeText(shape) ?? "unknown";
}
