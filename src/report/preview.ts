// How a template looks with the plan's examples, as text, JSON, Markdown and a page of HTML.
import type { Absence, Outcome, Preview, RenderedPart } from "../consumers/preview/preview.js";
import { printable, printableLines } from "./display.js";
import type { Sources } from "./findings.js";
import { code } from "./markdown-text.js";
import type { Paint } from "./paint.js";

export type PreviewReport = {
  readonly version: string;
  readonly file: string;
  readonly consumer: string | undefined;
  readonly event: string | undefined;
  readonly example: number;
  /** How many examples the event has. */
  readonly examples: number;
  readonly preview: Preview;
  readonly sources: Sources;
};

export function previewText(report: PreviewReport, { paint }: { readonly paint: Paint }): string {
  const { preview } = report;
  const lines = [paint.faint(introduction(report)), ""];
  if (preview.message.sent) lines.push(...partsText(preview.message.parts, paint));
  else lines.push(`${paint.error("not sent")}  ${failureText(report, preview.message)}`);
  if (preview.absences.length > 0) {
    lines.push("", paint.strong("Without what may be missing:"));
    const width = Math.max(...preview.absences.map((absence) => nameOf(absence).length));
    for (const absence of preview.absences) {
      const { outcome } = absence;
      const verdict = outcome.sent
        ? verdictOf(absence)
        : `${paint.error("not sent")}  ${failureText(report, outcome)}`;
      lines.push(`  ${printable(nameOf(absence)).padEnd(width)}  ${verdict}`);
    }
  }
  return `${lines.join("\n")}\n`;
}

export function previewJson(report: PreviewReport): string {
  const { version, file, consumer, event, example, examples, preview } = report;
  const outcomeJson = (outcome: Outcome): object =>
    outcome.sent
      ? { sent: true, parts: outcome.parts.map(({ label, text }) => ({ label: label ?? null, text })) }
      : { sent: false, message: outcome.message, at: report.sources.place(outcome.span) };
  const document = {
    trackwright: version,
    template: file,
    consumer: consumer ?? null,
    event: event ?? null,
    data: preview.data,
    example: preview.data === "example" ? example : null,
    examples,
    message: outcomeJson(preview.message),
    absences: preview.absences.map(({ path, as, outcome, same }) => ({
      path,
      as,
      effect: outcome.sent ? (same ? "none" : "changed") : "not sent",
      ...(outcome.sent ? {} : { message: outcome.message, at: report.sources.place(outcome.span) }),
    })),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

export function previewMarkdown(report: PreviewReport): string {
  const { preview } = report;
  const lines = [introduction(report).replace(/"[^"]*"/g, (quoted) => code(quoted.slice(1, -1))), ""];
  if (preview.message.sent) {
    const text = partsText(preview.message.parts, undefined).join("\n");
    const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
    const fence = "`".repeat(longest + 1);
    lines.push(`${fence}text`, text, fence, "");
  } else lines.push(`**Not sent.** ${code(failureText(report, preview.message))}`, "");
  if (preview.absences.length > 0) {
    lines.push("| Without | |", "| --- | --- |");
    for (const absence of preview.absences) {
      const { outcome } = absence;
      const verdict = outcome.sent
        ? verdictOf(absence)
        : `**not sent**: ${code(failureText(report, outcome))}`;
      lines.push(`| ${code(nameOf(absence))} | ${verdict.replaceAll("|", "\\|")} |`);
    }
    lines.push("");
  }
  return lines.join("\n");
}

/** A page of its own; the message is shown in a frame that can run nothing and load nothing but its pictures. */
export function previewHtml(report: PreviewReport): string {
  const { preview, file } = report;
  const rows = preview.absences.map((absence) => {
    const { outcome } = absence;
    const verdict = outcome.sent ? verdictOf(absence) : `not sent: ${failureText(report, outcome)}`;
    return `<tr${outcome.sent ? "" : ' class="bad"'}><td><code>${escapeHtml(nameOf(absence))}</code></td><td>${escapeHtml(verdict)}</td></tr>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src https: data:; style-src 'unsafe-inline'">
<title>${escapeHtml(file)}</title>
<style>
:root { color-scheme: light dark; }
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 50rem; padding: 0 1rem; }
dt { font-weight: 600; } dd { margin: 0 0 .5rem; }
iframe { border: 1px solid #8888; width: 100%; height: 40rem; background: #fff; }
pre { border: 1px solid #8888; padding: 1rem; white-space: pre-wrap; }
table { border-collapse: collapse; } td { border-top: 1px solid #8888; padding: .3rem .8rem .3rem 0; vertical-align: top; }
.bad { color: #c33; }
</style>
</head>
<body>
<p>${escapeHtml(introduction(report))}</p>
${preview.message.sent ? messageHtml(preview.message.parts) : `<p class="bad">Not sent: ${escapeHtml(failureText(report, preview.message))}</p>`}
${rows.length === 0 ? "" : `<h2>Without what may be missing</h2>\n<table>\n${rows.join("\n")}\n</table>\n`}</body>
</html>
`;
}

function messageHtml(parts: readonly RenderedPart[]): string {
  const headers = parts.flatMap(({ label, text }) =>
    label === undefined ? [] : [`<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(text)}</dd>`],
  );
  const body = parts.find(({ label }) => label === undefined)?.text ?? "";
  const isHtml = /<[a-z!][^>]*>/i.test(body);
  const shown = isHtml
    ? `<iframe sandbox title="The message" srcdoc="${escapeHtml(body)}"></iframe>`
    : `<pre>${escapeHtml(body)}</pre>`;
  return `${headers.length === 0 ? "" : `<dl>\n${headers.join("\n")}\n</dl>\n`}${shown}`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

function introduction({ file, consumer, event, example, examples, preview }: PreviewReport): string {
  const sender = consumer === undefined ? "which no consumer names" : `of "${consumer}"`;
  const data =
    preview.data === "none"
      ? undefined
      : preview.data === "example"
        ? `with example ${example} of ${examples} of "${event ?? ""}"`
        : event === undefined
          ? "with made-up data of the API call"
          : `with made-up data of "${event}", which has no example`;
  const parts = [`"${file}"`, sender, ...(data === undefined ? [] : [data]), "for a made-up person"];
  return `${parts.join(", ")}.`;
}

function partsText(parts: readonly RenderedPart[], paint: Paint | undefined): readonly string[] {
  const headers = parts.flatMap(({ label, text }) =>
    label === undefined ? [] : [`${paint === undefined ? label : paint.strong(label)}: ${printable(text)}`],
  );
  const body = printableLines(parts.find(({ label }) => label === undefined)?.text ?? "").trimEnd();
  return headers.length === 0 ? [body] : [...headers, "", body];
}

function nameOf({ path, as }: Absence): string {
  return as === "null" ? `${path} = null` : path;
}

function verdictOf({ same }: Absence): string {
  return same ? "reads the same" : "is sent, and reads differently";
}

function failureText(
  { sources }: PreviewReport,
  outcome: Extract<Outcome, { readonly sent: false }>,
): string {
  const { file, line, column } = sources.place(outcome.span);
  return `${outcome.message} (${file}:${line}:${column})`;
}
