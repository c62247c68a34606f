// A scan as text, a line for each emission and problem, for cases that people read.
import type { CodeScan, Emission, ValueShape } from "../../src/code/emission.js";
import { suspectedCallees } from "../../src/code/suspected-callees.js";
import { LineIndex } from "../../src/diagnostics/line-index.js";

export function renderScan(scan: CodeScan): string {
  const place = ({ file, start }: { file: string; start: number }): string => {
    const { line, column } = new LineIndex(scan.texts.get(file) ?? "").position(start);
    return `${file}:${line}:${column}`;
  };
  const lines = scan.emissions.map((emission) => `${place(emission.span)} ${renderEmission(emission)}`);
  const problems = scan.problems
    .map(({ kind, message, span }) => `${place(span)} ${kind}: ${message}`)
    .sort();
  const silences = (scan.silences ?? []).map(
    ({ library, span }) => `${place(span)} silent: ${library ?? "a generated client"}`,
  );
  const suspects = suspectedCallees(scan).flatMap(({ call, entry, calls }) =>
    calls.map(
      ({ name, span }) =>
        `${place(span)} looks like an event: ${call} ${(name?.names ?? []).map((one) => `"${one.name}"`).join(" | ")} ${entry ?? "(no entry)"}`,
    ),
  );
  return `${[...lines, ...problems, ...silences, ...suspects].join("\n")}\n`;
}

function renderEmission(emission: Emission): string {
  const { name } = emission;
  const names = [
    ...(name?.names.map(
      (one) => `"${one.name}"${one.written === undefined ? "" : ` (written "${one.written.value}")`}`,
    ) ?? []),
    ...(name?.patterns.map(({ parts }) => `"${parts.join("…")}"`) ?? []),
  ];
  const parts = [
    `${[emission.preset, ...(emission.also ?? [])].join("+")} ${emission.method}`,
    `${emission.call}(...)`,
    ...(name === undefined ? [] : [`${name.kind} ${names.join(" | ")}`.trim()]),
    ...(name?.complete === false ? [`not wholly known: ${name.reason}`] : []),
    ...(emission.properties === undefined ? [] : [renderShape(emission.properties)]),
    ...emission.identities.map(({ as, text }) => `${as} = ${text}`),
    ...(emission.eventId === "present" ? ["event id"] : []),
    ...(emission.timestamp === undefined ? [] : [`timestamp ${renderShape(emission.timestamp)}`]),
    ...(emission.typed ? ["typed"] : []),
    ...(emission.via === undefined ? [] : [`through ${emission.via.name}`]),
    ...(emission.forwards === true ? ["forwards"] : []),
    ...(emission.doubt === undefined ? [] : [`doubt: ${emission.doubt}`]),
  ];
  return parts.join("; ");
}

export function renderShape(shape: ValueShape): string {
  switch (shape.kind) {
    case "object": {
      const inner = shape.properties.map(
        ({ name, optional, value }) => `${name}${optional ? "?" : ""}: ${renderShape(value)}`,
      );
      return `{ ${[...inner, ...(shape.closed ? [] : ["..."])].join(", ")} }`.replace("{  }", "{}");
    }
    case "array":
      return `[${[...shape.items.map(renderShape), ...(shape.complete ? [] : ["..."])].join(", ")}]`;
    case "union":
      return shape.members.map(renderShape).join(" | ");
    case "other":
      return shape.what;
    case "string":
      return shape.value === undefined ? `string${meaning(shape.meaning)}` : JSON.stringify(shape.value);
    case "number":
      return shape.value === undefined ? `number${meaning(shape.meaning)}` : String(shape.value);
    case "boolean":
      return shape.value === undefined ? "boolean" : String(shape.value);
    default:
      return shape.kind;
  }
}

function meaning(text: string | undefined): string {
  return text === undefined ? "" : ` (${text})`;
}
