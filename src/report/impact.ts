// Who would feel a change, as `consumers list` tells it: text, JSON (schema/consumers.schema.json) and Markdown.
import type { Impact, ImpactedConsumer, ImpactQuestion } from "../consumers/impact.js";
import type { Reference } from "../consumers/reference.js";
import { printable } from "./display.js";
import type { Sources } from "./findings.js";
import { code } from "./markdown-text.js";
import type { Paint } from "./paint.js";
import { counted } from "./report.js";

export type ImpactReport = {
  readonly version: string;
  readonly question: ImpactQuestion;
  readonly impact: Impact;
  readonly sources: Sources;
};

/** So many places of one consumer are listed in text. */
const placeLimit = 8;

export function impactText(
  report: ImpactReport,
  { paint, verbose }: { readonly paint: Paint; readonly verbose: boolean },
): string {
  const { impact, sources } = report;
  const lines = [headline(report)];
  for (const one of impact.consumers) {
    lines.push("", `${paint.strong(printable(one.consumer.name.value))} ${paint.faint(`(${about(one)})`)}`);
    const shown = verbose ? one.references : one.references.slice(0, placeLimit);
    const width = Math.max(0, ...shown.map((reference) => what(reference).length));
    for (const reference of shown) {
      const { file, line, column } = sources.place(reference.span);
      const place = paint.place(`${file}:${line}:${column}`);
      lines.push(`  ${reference.where.padEnd(9)}  ${printable(what(reference)).padEnd(width)}  ${place}`);
    }
    if (one.references.length > shown.length)
      lines.push(
        `  … ${counted(one.references.length - shown.length, "more place")}; --verbose lists them all`,
      );
    for (const segment of one.through) lines.push(`  segment    by who is in "${printable(segment)}"`);
    for (const { value } of one.consumer.unknown)
      lines.push(paint.faint(`  not understood: ${printable(value)}`));
  }
  let sequence: string | undefined;
  for (const { name, as, span } of impact.sequences) {
    const { file, line, column } = sources.place(span);
    if (name !== sequence) lines.push("", `${paint.strong(printable(name))} ${paint.faint("(sequence)")}`);
    sequence = name;
    lines.push(`  ${as}  ${paint.place(`${file}:${line}:${column}`)}`);
  }
  return `${lines.join("\n")}\n`;
}

export function impactJson({ version, question, impact, sources }: ImpactReport): string {
  const document = {
    trackwright: version,
    asked: {
      event: question.event ?? null,
      property: question.property ?? null,
      attribute: question.attribute ?? null,
    },
    summary: {
      consumers: impact.consumers.length,
      references: impact.consumers.reduce((sum, { references }) => sum + references.length, 0),
      sequences: impact.sequences.length,
    },
    consumers: impact.consumers.map(({ consumer, references, through }) => ({
      name: consumer.name.value,
      kind: consumer.kind.value,
      state: consumer.state?.value ?? null,
      owner: consumer.owner?.value ?? null,
      origin: consumer.origin,
      id: consumer.id?.value ?? null,
      ...sources.place(consumer.name.span),
      through,
      references: references.map((reference) => ({
        kind: reference.kind,
        where: reference.where,
        event: reference.event ?? null,
        name: reference.name,
        path: reference.path,
        written: reference.written,
        guarded: reference.guarded,
        ...sources.place(reference.span),
      })),
      notUnderstood: consumer.unknown.map(({ value, span }) => ({ message: value, ...sources.place(span) })),
    })),
    sequences: impact.sequences.map(({ name, as, span }) => ({ name, as, ...sources.place(span) })),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

export function impactMarkdown(report: ImpactReport): string {
  const { impact, sources } = report;
  const lines = [headline(report).replace(/"[^"]*"/g, (quoted) => code(quoted.slice(1, -1))), ""];
  if (impact.consumers.length > 0) {
    lines.push("| Consumer | Kind | Owner | Refers to it as | Where |", "| --- | --- | --- | --- | --- |");
    for (const { consumer, references, through } of impact.consumers) {
      const uses = [...new Set(references.map(what))].map(cell);
      // The first place in each file.
      const first = new Map(references.toReversed().map(({ span }) => [span.file, sources.place(span)]));
      const files = [...first.values()].toReversed().map(({ file, line }) => `${file}:${line}`);
      lines.push(
        `| ${[
          cell(consumer.name.value),
          [consumer.kind.value, consumer.state?.value].filter((one) => one !== undefined).join(", "),
          consumer.owner === undefined ? "" : cell(consumer.owner.value),
          [...uses, ...through.map((segment) => `segment ${cell(segment)}`)].join(", "),
          files.map(cell).join(", "),
        ].join(" | ")} |`,
      );
    }
    lines.push("");
  }
  for (const { name, as } of impact.sequences) lines.push(`- sequence ${code(name)}: ${as}`);
  if (impact.sequences.length > 0) lines.push("");
  return lines.join("\n");
}

function headline({ question, impact }: ImpactReport): string {
  const { event, property, attribute } = question;
  const parts = [
    ...(attribute === undefined ? [] : [`the attribute "${printable(attribute)}"`]),
    ...(property === undefined ? [] : [`the property "${printable(property)}"`]),
    ...(event === undefined
      ? []
      : [property === undefined ? `"${printable(event)}"` : `of "${printable(event)}"`]),
  ];
  const { length } = impact.consumers;
  if (parts.length === 0)
    return length === 0 ? "The plan has no consumers." : `${counted(length, "consumer")}.`;
  const who = length === 0 ? "No consumer" : counted(length, "consumer");
  return `${who} would feel a change of ${parts.join(" ")}.`;
}

function about({ consumer }: ImpactedConsumer): string {
  const facts = [consumer.kind.value, consumer.state?.value, consumer.owner?.value];
  return facts.flatMap((fact) => (fact === undefined ? [] : [printable(fact)])).join(", ");
}

/** What a reference is, in a word or two. */
function what({ kind, name, written, where }: Reference): string {
  if (kind === "event") return `"${name}"`;
  if (kind === "snippet") return `snippet "${name}"`;
  return where === "template" ? written.replace(/\s+/g, " ") : name === written ? name : written;
}

function cell(text: string): string {
  return code(text).replaceAll("|", "\\|");
}
