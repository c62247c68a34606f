// What `trackwright scan` tells people: every emission by file, and what can't be known.
import { type CodeScan, type Emission, keptBack } from "../code/emission.js";
import { printable } from "../report/display.js";
import type { Sources } from "../report/findings.js";
import { code, prose } from "../report/markdown-text.js";
import type { Paint } from "../report/paint.js";
import { counted } from "../report/report.js";
import { declarations, sharedDoubts } from "./scan-doubts.js";
import { suspectsMarkdown, suspectsText } from "./scan-suspects.js";

/** The list of a scan for a terminal. */
export function scanText(scan: CodeScan, sources: Sources, paint: Paint): string {
  const lines: string[] = [];
  const shared = sharedDoubts(scan);
  let file: string | undefined;
  for (const emission of scan.emissions) {
    if (emission.span.file !== file) {
      if (file !== undefined) lines.push("");
      file = emission.span.file;
      const from = scan.sourcesOf(file);
      lines.push(
        `${paint.place(printable(file))}${from.length === 0 ? "" : paint.faint(` (${from.join(", ")})`)}`,
      );
    }
    const place = sources.place(emission.span);
    const where = `${place.line}:${place.column}`.padStart(8);
    const via =
      emission.via === undefined || emission.via.name === "" ? "" : `, through ${emission.via.name}`;
    const isTold = emission.doubt !== undefined && shared.has(emission.doubt);
    const doubt = isTold ? ` ${paint.warning("may be no emission")}` : "";
    lines.push(
      `${paint.faint(where)}  ${paint.strong(printable(nameText(emission)))}  ${paint.faint(`${printable(emission.call)} (${emission.preset}${via})`)}${doubt}`,
    );
    for (const note of notes(emission, isTold))
      lines.push(`${" ".repeat(10)}${paint.warning(printable(note))}`);
  }
  if (scan.emissions.length > 0) lines.push("");
  for (const [doubt, emissions] of shared) {
    lines.push(paint.warning(printable(`${emissions.length} calls may be no emissions: ${doubt}.`)));
    const declared = doubt === keptBack ? [] : declarations(scan, emissions);
    if (declared.length > 0)
      lines.push(
        "If they are, say so in the plan, and the doubt goes:",
        ...["code:", "  calls:", ...declared.map((line) => `    ${line}`)].map(
          (line) => `  ${printable(line)}`,
        ),
      );
    lines.push("");
  }
  for (const { message, span } of scan.problems) {
    const place = sources.place(span);
    lines.push(
      `${paint.place(printable(`${span.file}:${place.line}`))}  ${paint.warning(printable(message))}`,
    );
  }
  if (scan.problems.length > 0) lines.push("");
  lines.push(...suspectsText(scan, sources, paint));
  const silent = silencesOf(scan, sources);
  for (const one of silent) lines.push(paint.warning(printable(one)));
  if (silent.length > 0) lines.push("");
  lines.push(summaryOf(scan));
  return `${lines.join("\n")}\n`;
}

/** The same as a table, for a comment. */
export function scanMarkdown(scan: CodeScan, sources: Sources): string {
  const rows = scan.emissions.map((emission) => {
    const line = sources.place(emission.span).line;
    const sent = scan.sourcesOf(emission.span.file).join(", ");
    return `| ${cell(code(nameText(emission)))} | ${cell(code(emission.call))} | ${cell(sent)} | ${cell(code(`${emission.span.file}:${line}`))} |`;
  });
  const table =
    rows.length === 0 ? [] : ["| Event | Call | Source | Where |", "|---|---|---|---|", ...rows, ""];
  return `${[...table, suspectsMarkdown(scan, sources) + silencesMarkdown(scan, sources) + summaryOf(scan)].join("\n")}\n`;
}

/** What is silent, as paragraphs. */
export function silencesMarkdown(scan: CodeScan, sources: Sources): string {
  return silencesOf(scan, sources)
    .map((one) => `${prose(one)}\n\n`)
    .join("");
}

/** What is there to send events with, and of which no call was found: a sentence each. */
function silencesOf({ silences = [] }: CodeScan, sources: Sources): readonly string[] {
  return silences.map(({ library, span }) =>
    library === undefined
      ? `${span.file} is a client that a tool generated, and no call of it was found.`
      : `"${library}" is imported in ${span.file}:${sources.place(span).line}, and no call of it that sends an event was found.`,
  );
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}

function nameText({ name, method }: Emission): string {
  if (name === undefined) return `(${method})`;
  const names = [
    ...name.names.map((one) => `"${one.name}"`),
    ...name.patterns.map(({ parts }) => `"${parts.join("…")}"`),
  ];
  const shown = names.slice(0, 4).join(" or ");
  if (names.length === 0) return "(not known)";
  return names.length > 4 ? `${shown} or ${names.length - 4} more` : shown;
}

function notes({ name, forwards, doubt }: Emission, isTold: boolean): readonly string[] {
  const found: string[] = [];
  const told = name === undefined ? "what its callers give" : "the names that its callers give";
  if (forwards === true) found.push(`hands on ${told}`);
  else if (name?.complete === false)
    found.push(
      `the name is not known${name.names.length + name.patterns.length > 0 ? " wholly" : ""}: ${name.reason ?? ""}`,
    );
  if (doubt !== undefined && !isTold) found.push(`may be no emission: ${doubt}`);
  return found;
}

function summaryOf(scan: CodeScan): string {
  const own = scan.emissions.filter(({ forwards }) => forwards !== true);
  const dynamic = own.filter(({ name }) => name?.kind === "dynamic").length;
  const doubtful = own.filter(({ doubt }) => doubt !== undefined).length;
  if (scan.emissions.length === 0 && scan.problems.length === 0)
    return (
      `No call that sends an event was found in ${counted(scan.files, "file")}. Functions of your own that send by ` +
      "other means than a known library are named under `code.calls` in the plan."
    );
  const events = new Set(own.flatMap(({ name }) => name?.names.map((one) => one.name) ?? []));
  const parts = [
    `${counted(own.length, "emission")} of ${counted(events.size, "event")} in ${counted(scan.files, "file")}`,
    ...(dynamic > 0 ? [`${dynamic} with a name that is not known`] : []),
    ...(doubtful > 0 ? [`${doubtful} that may be none`] : []),
    ...(own.length < scan.emissions.length
      ? [`${counted(scan.emissions.length - own.length, "wrapper call")}`]
      : []),
    ...(scan.problems.length > 0 ? [counted(scan.problems.length, "problem")] : []),
    ...(scan.skipped.length > 0 ? [`${counted(scan.skipped.length, "built file")} left out`] : []),
  ];
  return `${parts.join(", ")}.`;
}
