// Reads a whole file, and goes on after a mistake: a broken entry costs that entry and nothing else.
import type { SourceFile } from "../diagnostics/diagnostic.js";
import { mergeConflicts } from "./pasted.js";
import { readPlainYaml } from "./plain-yaml.js";
import { eventKeys } from "./read-events.js";
import type { Entry, ListNode, MapNode, ScalarNode, TreeNode } from "./tree.js";
import type { YamlProblem } from "./yaml-hints.js";
import { readYaml } from "./yaml-reader.js";

/** What could not be read: an entry of a section, a whole section, or (neither) something unknown. */
export type Unread = {
  readonly section: string | undefined;
  readonly name: string | undefined;
  /** True where other entries of the section may have fallen into this one. */
  readonly more?: true;
};

export type ReadFile = {
  /** The document, without what could not be read. */
  readonly root: TreeNode | undefined;
  readonly problems: readonly YamlProblem[];
  readonly unread: readonly Unread[];
};

/** Sections whose entries stand for themselves, so that one can be lost without the others. */
const sections = new Set([
  "events",
  "types",
  "groups",
  "objects",
  "consumers",
  "sequences",
  "sources",
  "people",
  "rules",
]);

/** Lines of one key: the header's line and what is indented below it. */
type Block = { readonly start: number; readonly end: number; readonly name: string };

/** Reads a file; after a syntax error, section by section and entry by entry. Linear in the text. */
export function readFile(file: SourceFile): ReadFile {
  const plain = readPlainYaml(file);
  if (plain !== undefined) return { root: plain.root, problems: [], unread: [] };
  const whole = readYaml(file);
  if (whole.problem === undefined) return { root: whole.root, problems: [], unread: [] };
  // A file that is too large or too deep as a whole is not looked at again in parts.
  if (whole.problem.rule === "input-too-large") {
    return { root: undefined, problems: [whole.problem], unread: [{ section: undefined, name: undefined }] };
  }
  if (whole.problem.rule === "yaml-feature" && isSecondDocument(file, whole.problem)) {
    const first = readYaml(file, 0, whole.problem.span.start);
    if (first.problem === undefined) {
      const help = `${whole.problem.help ?? ""} What follows was not checked.`;
      return {
        root: first.root,
        problems: [{ ...whole.problem, help }],
        unread: [{ section: undefined, name: undefined }],
      };
    }
  }
  const conflicts = mergeConflicts(file);
  if (conflicts.length > 0) {
    return { root: undefined, problems: conflicts, unread: [{ section: undefined, name: undefined }] };
  }
  return new Recovery(file).read(whole.problem);
}

/** A "- " among the names of a section. */
function strayList(section: string, { span }: TreeNode): YamlProblem {
  return {
    rule: "yaml-syntax",
    span,
    message: `A list item stands among the names of "${section}".`,
    help: "Each entry is a name and a colon, without a dash.",
  };
}

/** A key such as "description" among the names of events, and the rest of that event below it. */
function isKeyOfEvent(section: Block, { name }: Block): boolean {
  return section.name === "events" && eventKeys.includes(name);
}

function outdented({ path, text }: SourceFile, { start, name }: Block): YamlProblem {
  const at = text.indexOf(name, start);
  return {
    rule: "yaml-syntax",
    span: { file: path, start: at, end: at + name.length },
    message: `"${name}" stands where the names of events do.`,
    help: "Indent it as the lines below it.",
  };
}

function isSecondDocument(file: SourceFile, { span }: YamlProblem): boolean {
  return /^---(?:\s|$)/.test(file.text.slice(span.start, span.start + 4)) && span.start > 0;
}

class Recovery {
  readonly #file: SourceFile;
  readonly #problems: YamlProblem[] = [];
  readonly #unread: Unread[] = [];
  readonly #anchors: ReadonlySet<string>;

  constructor(file: SourceFile) {
    this.#file = file;
    this.#anchors = new Set(
      [...file.text.matchAll(/(?:^|[\s:[{,])&([^\s,[\]{}]+)/g)].map((match) => match[1] ?? ""),
    );
  }

  read(first: YamlProblem): ReadFile {
    const blocks = this.#blocks(0, this.#file.text.length);
    const entries: Entry[] = [];
    for (const block of blocks) entries.push(...this.#section(block));
    // A mistake that no part shows alone, such as a stray bracket between two of them.
    if (this.#problems.length === 0) {
      this.#problems.push(first);
      this.#unread.push({ section: undefined, name: undefined });
    }
    const start = entries[0]?.span.start ?? 0;
    const span = { file: this.#file.path, start, end: entries.at(-1)?.span.end ?? start };
    const root: MapNode = { kind: "map", entries, span };
    return { root: entries.length === 0 ? undefined : root, problems: this.#problems, unread: this.#unread };
  }

  #section(block: Block): readonly Entry[] {
    const read = readYaml(this.#file, block.start, block.end);
    if (read.problem === undefined) return read.root?.kind === "map" ? read.root.entries : [];
    // A directive is a mistake of its own line: nothing is lost with it.
    if (block.name.startsWith("%")) {
      this.#problems.push(read.problem);
      return [];
    }
    const header = this.#lineEnd(block.start);
    const inner = sections.has(block.name) ? this.#blocks(header, block.end) : [];
    // Something behind the section's colon, or nothing to part it by: the section is lost as a whole.
    if (inner.length === 0) {
      this.#lose(read.problem, { section: block.name, name: undefined });
      // Keys below one that has its value already may be another section, such as one that begins with a space.
      if (/^[^#]*?:\s+[^\s#|>&]/.test(this.#file.text.slice(block.start, header)))
        this.#unread.push({ section: undefined, name: undefined });
      return [];
    }
    const entries: Entry[] = [];
    for (const [index, entry] of inner.entries()) {
      const part = readYaml(this.#file, entry.start, entry.end);
      const above = inner[index - 1];
      if (part.problem !== undefined && above !== undefined && isKeyOfEvent(block, entry)) {
        // What is below it belongs to the event above, which was read without.
        while ((entries.at(-1)?.span.start ?? -1) >= above.start) entries.pop();
        this.#lose(outdented(this.#file, entry), this.#entry(block, { ...above, end: entry.end }));
        continue;
      }
      if (part.problem === undefined) {
        if (part.root?.kind === "map") entries.push(...part.root.entries);
        else if (part.root?.kind === "list")
          this.#loseItems(block.name, part.root, this.#entry(block, entry));
        else if (part.root !== undefined) this.#lose(read.problem, this.#entry(block, entry));
      } else if (block.name === "people") {
        entries.push(...this.#attributes(entry, part.problem));
      } else {
        this.#lose(part.problem, this.#entry(block, entry));
      }
    }
    const key: ScalarNode = {
      kind: "scalar",
      text: block.name,
      style: "plain",
      span: { file: this.#file.path, start: block.start, end: block.start + block.name.length },
    };
    const span = { ...key.span, end: Math.max(key.span.end, entries.at(-1)?.span.end ?? 0) };
    const inside = { ...span, start: entries[0]?.span.start ?? key.span.end };
    return [{ key, value: { kind: "map", entries, span: inside }, span }];
  }

  #entry(section: Block, { start, end, name }: Block): Unread {
    return {
      section: section.name,
      name,
      ...(!isOneEntry(this.#file.text.slice(start, end)) && { more: true as const }),
    };
  }

  /** Items of a list where names belong: what they are called, as far as it can be told, is not missed elsewhere. */
  #loseItems(section: string, list: ListNode, unread: Unread): void {
    const names = list.items.map(nameOfItem);
    for (const name of names) if (name !== undefined) this.#unread.push({ section, name });
    this.#lose(strayList(section, list), names.includes(undefined) ? { ...unread, more: true } : unread);
  }

  /** The attributes of people are one level deeper than the entries of other sections. */
  #attributes(block: Block, problem: YamlProblem): readonly Entry[] {
    const inner = this.#blocks(this.#lineEnd(block.start), block.end);
    if (block.name !== "attributes" || inner.length === 0) {
      this.#lose(problem, { section: "people", name: undefined });
      return [];
    }
    const entries: Entry[] = [];
    for (const entry of inner) {
      const part = readYaml(this.#file, entry.start, entry.end);
      if (part.problem !== undefined) this.#lose(part.problem, { section: "people", name: entry.name });
      else if (part.root?.kind === "map") entries.push(...part.root.entries);
    }
    const start = this.#file.text.indexOf("attributes", block.start);
    const span = { file: this.#file.path, start, end: entries.at(-1)?.span.end ?? start + 10 };
    const key: ScalarNode = {
      kind: "scalar",
      text: "attributes",
      style: "plain",
      span: { ...span, end: start + 10 },
    };
    return [{ key, value: { kind: "map", entries, span }, span }];
  }

  #lose(problem: YamlProblem, unread: Unread): void {
    this.#unread.push(unread);
    // The anchor stands in another part of the file: nothing is wrong here but what is wrong there.
    if (problem.alias !== undefined && this.#anchors.has(problem.alias)) return;
    // A file that is indented with tabs is one mistake, not one per entry.
    const tabs = /tab indents/i.test(problem.message);
    if (tabs && this.#problems.some((other) => other.message === problem.message)) return;
    const what =
      unread.name === undefined
        ? unread.section === undefined
          ? "The file"
          : `The section "${unread.section}"`
        : `"${unread.name}"`;
    const note = `${what} was not checked further.`;
    this.#problems.push({ ...problem, help: problem.help === undefined ? note : `${problem.help} ${note}` });
  }

  #lineEnd(offset: number): number {
    const newline = this.#file.text.indexOf("\n", offset);
    return newline < 0 ? this.#file.text.length : newline + 1;
  }

  /** Parts the lines between two offsets by their smallest indentation. */
  #blocks(from: number, to: number): readonly Block[] {
    const text = this.#file.text;
    const heads: { start: number; name: string }[] = [];
    let smallest = Number.POSITIVE_INFINITY;
    for (let start = from; start < to; start = this.#lineEnd(start)) {
      const line = text.slice(start, this.#lineEnd(start)).replace(/[\r\n]+$/, "");
      const indent = line.search(/[^ ]/);
      // What begins with a tab or with the ":" of an explicit key belongs to the entry before it.
      if (indent < 0 || /^(?:#|---|\.\.\.|[}\]\t]|:\s)/.test(line.slice(indent)) || line.trim() === "")
        continue;
      if (indent < smallest) {
        // A line that is indented less than those before it, but is still inside: those stay parts of their own.
        smallest = indent;
      }
      if (indent <= smallest) heads.push({ start, name: keyOf(line) });
    }
    return heads.map((head, index) => ({
      start: head.start,
      name: head.name,
      end: heads[index + 1]?.start ?? to,
    }));
  }
}

/** The name in `- Signed Up`, `- Signed Up: ...` and `- name: Signed Up`. */
function nameOfItem(item: TreeNode): string | undefined {
  if (item.kind === "scalar") return item.text;
  if (item.kind !== "map") return undefined;
  const named = item.entries.find(({ key }) => /^(?:name|event|id|key)$/i.test(key.text));
  if (named !== undefined) return named.value.kind === "scalar" ? named.value.text : undefined;
  return item.entries.length === 1 ? item.entries[0]?.key.text : undefined;
}

/** True for the lines of one entry: its key, and below it nothing that is indented less than what comes first there. */
function isOneEntry(text: string): boolean {
  const [head = "", ...lines] = text.split("\n").filter((line) => !/^ *(?:#|\r?$)/.test(line));
  const indents = lines.map((line) => line.search(/[^ ]/));
  const [first = 0] = indents;
  return (
    (lines.length === 0 || /:(?:\s|$)/.test(head)) &&
    indents.every((indent) => indent >= first) &&
    !lines.some((line) => line.startsWith("\t"))
  );
}

/** The key that a line begins with, as far as it can be told. */
function keyOf(line: string): string {
  // YAML's keys end before, and what is behind would be searched again and again.
  const trimmed = line.trim().slice(0, 1100);
  const quoted = /^"([^"]*)"|^'([^']*)'/.exec(trimmed);
  if (quoted !== null) return quoted[1] ?? quoted[2] ?? "";
  // A quote that is never closed is no part of the name.
  if (/^["']/.test(trimmed)) return (trimmed.slice(1).split(":")[0] ?? "").trimEnd();
  return (/^(.*?)\s*:(?:\s|$)/.exec(trimmed)?.[1] ?? trimmed.replace(/:.*$/, "")).replace(/ #.*$/, "").trim();
}
