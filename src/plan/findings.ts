// Where reading a plan puts its findings, and the texts that they point into.
import { Collector } from "../diagnostics/collector.js";
import type { SourceFile, Span } from "../diagnostics/diagnostic.js";
import { type ScalarNode, shorten } from "./tree.js";

/** Lives for one load. */
export class Findings {
  readonly collector = new Collector("plan");
  readonly #texts: ReadonlyMap<string, string>;

  constructor(files: readonly SourceFile[]) {
    this.#texts = new Map(files.map((file) => [file.path, file.text]));
  }

  /** The text of a file; empty for one that was not read. */
  textOf(file: string): string {
    return this.#texts.get(file) ?? "";
  }

  /** The text of a range, as it is written in the file. */
  source(span: Span): string {
    return this.textOf(span.file).slice(span.start, span.end);
  }

  /** The place of a part of a scalar's text; the whole scalar where escapes or folding part text and source. */
  within(node: ScalarNode, start: number, end: number): Span {
    return this.placer(node)(start, end);
  }

  /** The same for several parts of one scalar. */
  placer(node: ScalarNode): (start: number, end: number) => Span {
    const { file, start: at } = node.span;
    const source = this.source(node.span);
    const inset = source === node.text ? 0 : source.slice(1, -1) === node.text ? 1 : undefined;
    if (inset === undefined) return () => node.span;
    const from = at + inset;
    return (start, end) => ({ file, start: from + start, end: from + end });
  }

  error(rule: string, span: Span, message: string, extra: Parameters<Collector["error"]>[3] = {}): void {
    const help = extra.help === undefined ? {} : { help: readable(extra.help) };
    this.collector.error(rule, span, readable(message), { ...extra, ...help });
  }
}

/** A sentence that shows long texts of the plan by their beginning. */
function readable(sentence: string): string {
  return sentence.length < 400 ? sentence : sentence.replace(/[^\s",]{120,}/g, (text) => shorten(text, 100));
}
