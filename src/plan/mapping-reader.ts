// Reads mappings: their entries, the fields that they may have, and what a key was meant to be.

import type { Span } from "../diagnostics/diagnostic.js";
import { meantWord } from "../diagnostics/did-you-mean.js";
import { type CommentedName, commentedName, commentedNameText } from "./commented-name.js";
import { Findings } from "./findings.js";
import { foreignKey } from "./foreign-keys.js";
import { pastedHint } from "./pasted.js";
import { describeNode, type Entry, isEmpty, type ScalarNode, shorten, type TreeNode } from "./tree.js";
import { type Unindented, unindented } from "./unindented.js";
import { capital, quoted } from "./yaml-text.js";

/** The fields of a mapping, by key. */
export type Fields = ReadonlyMap<string, Entry>;

export class MappingReader extends Findings {
  readonly #cut = new Set<TreeNode>();
  readonly #withUnknownKeys = new Set<Fields>();

  /**
   * The entries of a mapping by key, each key once, and each name where keys stand for names; anything but a mapping
   * is a finding. Nothing counts as {}.
   */
  entries(
    node: TreeNode,
    what: string,
    example: string,
    name: (key: ScalarNode) => string = textOf,
  ): readonly Entry[] | undefined {
    if (isEmpty(node)) return [];
    if (node.kind !== "map") {
      this.error(
        "invalid-value",
        node.span,
        `${capital(what)} must be a mapping, not ${describeNode(node)}.`,
        {
          help: this.#pasted(node.span) ?? this.#glued(node) ?? this.#commented(node) ?? example,
        },
      );
      return undefined;
    }
    return this.unique(node.entries, name);
  }

  /** `unique` by the keys as they are. */
  uniqueKeys(entries: readonly Entry[]): readonly Entry[] {
    return this.unique(entries, textOf);
  }

  /** Drops entries whose key was there before, with a finding that shows both. */
  unique(all: readonly Entry[], name: (key: ScalarNode) => string): readonly Entry[] {
    // Plans hold very many small mappings, and nearly none with a key that stands twice.
    if (all.length <= fewEntries && areDifferent(all, name)) return all;
    // A key that stands twice is told as it is written.
    const entries = name === textOf ? all : this.unique(all, textOf);
    const seen = new Map<string, Entry>();
    for (const entry of entries) {
      const key = name(entry.key);
      const first = seen.get(key);
      if (first === undefined) seen.set(key, entry);
      else {
        const meant = this.#commentedBetween(first, entry);
        if (meant !== undefined) {
          const { message, help } = commentedNameText(meant);
          this.error("yaml-syntax", { ...entry.span, start: meant.start, end: meant.end }, message, { help });
          // What stands below it is an entry of its own.
          return [...seen.values()].filter(({ span }) => span.start < meant.start);
        }
        this.error("duplicate-key", entry.key.span, `The key "${key}" stands twice here.`, {
          related: [{ message: "first here", span: first.key.span }],
          help:
            entry.value.kind === "map" ? "Put what is below both under one of them." : "Keep one of the two.",
        });
      }
    }
    return seen.size === entries.length ? entries : [...seen.values()];
  }

  /** The name between two equal keys that is a comment to YAML, so that both stand in one mapping. */
  #commentedBetween(first: Entry, { key: { span } }: Entry): CommentedName | undefined {
    if (first.key.span.file !== span.file) return undefined;
    const found = commentedName(this.textOf(span.file), span.start);
    return found !== undefined && found.start > first.key.span.end ? found : undefined;
  }

  /** The fields of a mapping whose keys are fixed; unknown keys are findings. */
  fields(node: TreeNode, what: string, known: readonly string[], example: string): Fields | undefined {
    const entries = this.entries(node, what, example);
    if (entries === undefined) return undefined;
    const fields = new Map<string, Entry>();
    const before = this.collector.size;
    const unknown: Entry[] = [];
    let previous: Entry | undefined;
    for (const entry of entries) {
      if (known.includes(entry.key.text)) fields.set(entry.key.text, entry);
      else if (previous !== undefined && this.#isCutOff(previous, entry)) {
        if (!this.#cut.has(previous.value)) this.#reportCut(previous, entries.slice(entries.indexOf(entry)));
        continue;
      } else unknown.push(entry);
      previous = entry;
    }
    if (unknown.length > 0) this.#unknownKeys(unknown, entries, what, known);
    if (this.collector.size > before) this.#withUnknownKeys.add(fields);
    return fields;
  }

  /** True for a value that YAML cut at a comma: it was reported, and is not what was meant. */
  isCut(node: TreeNode): boolean {
    return this.#cut.has(node);
  }

  /** `{ type: enum(a, b) }` and `{ description: An amount, in cents }`: what follows the comma is a key to YAML. */
  #isCutOff(previous: Entry, entry: Entry): boolean {
    if (!isEmpty(entry.value) || /:\s*$/.test(this.source({ ...entry.span, end: entry.span.end + 1 })))
      return false;
    if (previous.value.kind !== "scalar" || previous.value.style !== "plain" || isEmpty(previous.value))
      return false;
    return /^\s*,[^:]*$/.test(
      this.source({ ...entry.span, start: previous.span.end, end: entry.span.start }),
    );
  }

  #reportCut(previous: Entry, rest: readonly Entry[]): void {
    this.#cut.add(previous.value);
    let end = previous.span.end;
    for (const entry of rest) {
      if (!this.#isCutOff(previous, entry)) break;
      end = entry.span.end;
    }
    const first = rest[0]?.key.text ?? "";
    const span = { ...previous.value.span, end };
    this.error(
      "unknown-key",
      span,
      `The comma ends the value here, and "${shorten(first)}" is a key of its own to YAML.`,
      {
        help: `Quote the whole value: ${quoted(this.source(span))}.`,
        fixes: [
          { title: "quote the value", safe: false, edits: [{ span, text: quoted(this.source(span)) }] },
        ],
      },
    );
  }

  #unknownKeys(
    unknown: readonly Entry[],
    all: readonly Entry[],
    what: string,
    known: readonly string[],
  ): void {
    const strange = unknown.filter(
      ({ key }) => meantWord(key.text, known) === undefined && foreignKey(key.text, known) === undefined,
    );
    const misplaced = unindented(strange, all, known);
    const together = new Set(misplaced?.entries);
    const [first] = together;
    for (const entry of unknown) {
      if (misplaced === undefined || !together.has(entry)) this.#unknownKey(entry.key, what, known);
      else if (entry === first) this.#misplaced(entry, misplaced, what);
    }
  }

  /** Properties beside the key that was to hold them are one mistake, however many they are. */
  #misplaced({ key }: Entry, { entries, holder, isEmpty: isThere }: Unindented, what: string): void {
    const others = entries.length - 1;
    const several = others > 0;
    const more = several ? ` and ${others} more` : "";
    this.error(
      "unknown-key",
      key.span,
      isThere
        ? `"${shorten(key.text)}"${more} ${several ? "stand" : "stands"} beside the "${holder}:" of ${what}, with nothing below that.`
        : `${capital(what)} has no key "${shorten(key.text)}"${several ? `, nor ${others === 1 ? "another" : `${others} others`} beside it` : ""}.`,
      {
        help: isThere
          ? `Indent ${several ? "them" : "it"} deeper than "${holder}:".`
          : `If ${several ? "these are" : "this is one of its"} ${holder}, write "${holder}:" above and indent ${several ? "them" : "it"} below that.`,
        related: entries.slice(1, 6).map((entry) => ({ message: "and this", span: entry.key.span })),
      },
    );
  }

  #unknownKey(key: ScalarNode, what: string, known: readonly string[]): void {
    const name = key.text;
    const nearest = meantWord(name, known);
    const meant = nearest === undefined ? "" : ` Did you mean "${nearest}"?`;
    this.error("unknown-key", key.span, `${capital(what)} has no key "${shorten(name)}".${meant}`, {
      help:
        this.#pasted(key.span) ??
        (name.endsWith("?") && known.includes(name.slice(0, -1))
          ? `Write "${name.slice(0, -1)}": only properties take a "?".`
          : ((nearest === undefined ? foreignKey(name, known) : undefined) ??
            `The keys here: ${known.join(", ")}.`)),
      ...(nearest === undefined
        ? {}
        : {
            fixes: [
              { title: `rename to "${nearest}"`, safe: false, edits: [{ span: key.span, text: nearest }] },
            ],
          }),
    });
  }

  /** Reports a key that is missing; silent where an unknown key stands beside it, which is most likely that one. */
  missing(
    fields: Fields,
    key: string,
    span: Span,
    message: string,
    extra: { readonly help?: string } = {},
  ): void {
    if (fields.has(key) || this.#withUnknownKeys.has(fields)) return;
    this.error("missing-key", span, message, extra);
  }

  /** A space or a colon that YAML takes for a letter, at its place in a line. */
  #pasted({ file, start }: Span): string | undefined {
    const text = this.textOf(file);
    const from = text.lastIndexOf("\n", start - 1) + 1;
    const to = text.indexOf("\n", start);
    const hint = pastedHint(text.slice(from, to < 0 ? text.length : to));
    return hint === undefined ? undefined : `${hint.message} ${hint.help}`;
  }

  /** `a?:string` where a mapping is expected. */
  #glued(node: TreeNode): string | undefined {
    const match =
      node.kind === "scalar" && node.style === "plain" ? /^([\w$.-]+\??):(\S.*)$/.exec(node.text) : null;
    return match === null ? undefined : `A space is missing after the colon: "${match[1]}: ${match[2]}".`;
  }

  /** `#1 Viewed:` on the line before: the name that was meant is a comment to YAML. */
  #commented(node: TreeNode): string | undefined {
    const text = this.textOf(node.span.file);
    const lineStart = text.lastIndexOf("\n", node.span.start - 1);
    const before = text.slice(text.lastIndexOf("\n", lineStart - 1) + 1, Math.max(lineStart, 0)).trim();
    const match = /^(#[^:]+):$/.exec(before);
    return match === null
      ? undefined
      : `The line above is a comment to YAML. Quote the name: "${match[1]}":.`;
  }
}

const fewEntries = 12;

function textOf({ text }: ScalarNode): string {
  return text;
}

function areDifferent(entries: readonly Entry[], name: (key: ScalarNode) => string): boolean {
  // Names of their own kind, such as those of properties without their "?", are made once each.
  const names = name === textOf ? undefined : entries.map(({ key }) => name(key));
  for (let at = 1; at < entries.length; at++) {
    const one = names?.[at] ?? entries[at]?.key.text;
    for (let before = 0; before < at; before++)
      if ((names?.[before] ?? entries[before]?.key.text) === one) return false;
  }
  return true;
}
