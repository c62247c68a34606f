// What was pulled -> the files that hold it: facts as JSON, one file a consumer, and each template as a file of its own.
import { hash } from "node:crypto";
import { compareText } from "../../diagnostics/diagnostic.js";
import { readJson } from "../../plan/json-reader.js";
import { pulledFormat } from "../../plan/pulled-file.js";
import { readSegmentCondition } from "../../plan/read-segment-condition.js";
import type { Pulled, PulledConsumer, PulledMessage, PulledSnippet } from "./consumer.js";

/** A path relative to the folder of pulled files, with `/`, and the whole content. */
export type PulledFile = { readonly path: string; readonly content: string };

const comment =
  "Pulled from Customer.io by `trackwright consumers pull`. Do not edit: change it there, and pull again.";

/** The files of everything that was pulled, sorted by path. The same workspace gives the same bytes. */
export function pulledFiles(pulled: readonly Pulled[]): readonly PulledFile[] {
  return pulled
    .flatMap((one) => (one.kind === "snippet" ? snippetFiles(one) : consumerFiles(one)))
    .sort((a, b) => compareText(a.path, b.path));
}

/** What of a segment's conditions the loader will not understand, as sentences. */
export function conditionsNotUnderstood({ conditions }: PulledConsumer): readonly string[] {
  if (conditions === undefined) return [];
  const sentences: string[] = [];
  const { root } = readJson({ path: "", text: JSON.stringify(conditions) });
  if (root !== undefined) readSegmentCondition(root, (_, sentence) => sentences.push(sentence));
  return sentences;
}

/** What the names of its files begin with. */
export function stemOf(pulled: Pulled): string {
  if (pulled.kind !== "snippet") return withName(`${pulled.kind}-${pulled.id}`, pulled.name);
  // Names of snippets are their identifiers: two that are written alike get files of their own.
  const plain = slug(pulled.name);
  const mark = plain === pulled.name ? "" : ` ${hash("sha256", pulled.name).slice(0, 8)}`;
  return withName("snippet", `${plain}${mark}`);
}

function consumerFiles(consumer: PulledConsumer): readonly PulledFile[] {
  const stem = stemOf(consumer);
  const templates = consumer.messages.map((message) => templatesOf(stem, message));
  const facts = {
    $comment: comment,
    trackwright: pulledFormat,
    kind: consumer.kind,
    id: consumer.id,
    name: consumer.name,
    description: consumer.description,
    state: consumer.state,
    triggers: filled(consumer.triggers),
    filters: filled(consumer.filters),
    conditions: consumer.conditions,
    messages: filled(
      consumer.messages.map(({ id, name, type, language }, index) => ({
        id,
        name,
        type,
        language,
        templates: templates[index]?.map(({ path }) => path),
      })),
    ),
    unknown: filled(consumer.unknown),
  };
  return [{ path: `${stem}.json`, content: format(facts) }, ...templates.flat()];
}

function templatesOf(stem: string, message: PulledMessage): readonly PulledFile[] {
  const name = withName(
    message.id,
    [message.name, message.language].filter((one) => one !== undefined).join(" "),
  );
  return message.templates.map(({ part, text }) => ({
    path: `templates/${stem}/${name}${part === undefined ? "" : `.${part}`}.liquid`,
    content: endedByLine(text),
  }));
}

function snippetFiles({ name, text }: PulledSnippet): readonly PulledFile[] {
  if (name === "") return [];
  const stem = stemOf({ kind: "snippet", name, text });
  const template = `templates/${stem}.liquid`;
  const facts = { $comment: comment, trackwright: pulledFormat, kind: "snippet", name, template };
  return [
    { path: `${stem}.json`, content: format(facts) },
    { path: template, content: endedByLine(text) },
  ];
}

/** JSON with a line for each fact. */
function format(facts: object): string {
  return `${JSON.stringify(facts, undefined, 2)}\n`;
}

function filled<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}

function endedByLine(text: string): string {
  return text.endsWith("\n") ? text : `${text}\n`;
}

function withName(start: string, name: string): string {
  const rest = slug(name);
  return rest === "" ? start : `${start}-${rest}`;
}

/** A name as a part of a file's name. */
function slug(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "");
}
