// YAML text -> located tree, with the `yaml` package: the judge of every file that is not plainly simple.
import { createRequire } from "node:module";
import type { Alias, Document, ParsedNode } from "yaml";
import type { SourceFile, Span } from "../diagnostics/diagnostic.js";
import { keyChain } from "./key-chain.js";
import type { Entry, ListNode, MapNode, ScalarNode, TreeNode } from "./tree.js";
import { explainSyntaxError, type YamlProblem } from "./yaml-hints.js";

/** A tree, or the first mistake that keeps the text from being one. */
export type YamlResult =
  | { readonly root: TreeNode | undefined; readonly problem?: never }
  | { readonly problem: YamlProblem; readonly root?: never };

type YamlPackage = typeof import("yaml");

// Loaded when the first file needs it: it takes longer to load than most plans take to be read.
let loaded: YamlPackage | undefined;
function yamlPackage(): YamlPackage {
  loaded ??= createRequire(import.meta.url)("yaml") as YamlPackage;
  return loaded;
}

/** How deep a document may nest. Plans reach about ten. */
const depthLimit = 100;
/** How many nodes aliases may add to a document. */
const expansionLimit = 200_000;

class Stop extends Error {
  readonly problem: YamlProblem;
  constructor(problem: YamlProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** Reads `file.text` from `from` to `to` as one YAML document; offsets are into the whole file. */
export function readYaml(file: SourceFile, from = 0, to: number = file.text.length): YamlResult {
  const text = from === 0 && to === file.text.length ? file.text : file.text.slice(from, to);
  const span = (start: number, end: number): Span => ({
    file: file.path,
    start: from + start,
    end: from + end,
  });
  const directive = /^(?:[ \t]*(?:#.*)?(?:\r\n|\n|\r(?!\n)))*(%.*)/.exec(text);
  if (from === 0 && directive !== null) {
    const end = directive[0].length;
    return {
      problem: {
        rule: "yaml-feature",
        span: span(end - (directive[1]?.length ?? 0), end),
        message: "YAML directives are not part of the plan language.",
        help: "Remove the line. To begin a value or a name with %, quote it.",
      },
    };
  }
  const chain = keyChain(text);
  if (chain !== undefined) return { problem: tooDeep(span(chain, chain + 1)) };
  try {
    const document = parse(text);
    const error = document.errors.toSorted((a, b) => a.pos[0] - b.pos[0])[0];
    if (error !== undefined) {
      const [start, end] = error.pos;
      return { problem: explainSyntaxError(file, error.code, error.message, span(start, end)) };
    }
    return { root: new Converter(text, span).root(document) };
  } catch (thrown) {
    if (thrown instanceof Stop) return { problem: thrown.problem };
    if (thrown instanceof RangeError) return { problem: tooDeep(span(0, Math.min(text.length, 1))) };
    throw thrown;
  }
}

function parse(text: string): Document.Parsed {
  // A file of nothing but brackets makes a mistake of each: without a stack, it takes a fifth of the time.
  const traced = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return yamlPackage().parseDocument(text, {
      // Every scalar stays the text that was typed: the plan decides what is a number, not YAML.
      schema: "failsafe",
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: "error",
    });
  } finally {
    Error.stackTraceLimit = traced;
  }
}

function tooDeep(span: Span): YamlProblem {
  return {
    rule: "input-too-large",
    span,
    message: `The file nests deeper than ${depthLimit} levels.`,
    help: "Name the inner parts under types: and refer to them.",
  };
}

/** Lives for one document: keeps the anchors that were seen so far. */
class Converter {
  readonly #yaml = yamlPackage();
  readonly #text: string;
  readonly #span: (start: number, end: number) => Span;
  readonly #anchors = new Map<string, { node: TreeNode | undefined; size: number; used?: boolean }>();
  #expanded = 0;

  constructor(text: string, span: (start: number, end: number) => Span) {
    this.#text = text;
    this.#span = span;
  }

  root(document: Document.Parsed): TreeNode | undefined {
    const contents = document.contents;
    if (contents === null) return undefined;
    if (this.#yaml.isScalar(contents) && contents.value === "" && contents.type === "PLAIN") return undefined;
    const root = this.#node(contents, 0).node;
    // Text that begins with "&" loses its first word to an anchor that nobody asked for.
    for (const [name, { node, used }] of this.#anchors) {
      if (used || node?.kind !== "scalar" || node.style !== "plain") continue;
      const start = this.#text.lastIndexOf(`&${name}`, node.span.start - this.#span(0, 0).start);
      throw new Stop({
        rule: "yaml-syntax",
        span: this.#span(start, start + name.length + 1),
        message: `"&${name}" is an anchor of YAML, and no alias "*${name}" uses it.`,
        help: "Quote the value if it is text that begins with an ampersand, or remove the anchor.",
      });
    }
    return root;
  }

  /** Converts a node; `size` is how many nodes it stands for. */
  #node(node: ParsedNode | Alias.Parsed, depth: number): { node: TreeNode; size: number } {
    const [start, end] = node.range;
    if (depth > depthLimit)
      throw new Stop(tooDeep(this.#span(start, Math.min(start + 1, this.#text.length))));
    if (this.#yaml.isAlias(node)) return this.#alias(node.source, this.#span(start, end));
    const anchor = node.anchor;
    if (node.tag !== undefined) throw new Stop(this.#tagProblem(start));
    // Announced before its content is read, so that an anchor inside itself is seen.
    if (anchor !== undefined) this.#anchors.set(anchor, { node: undefined, size: 0 });
    const converted = this.#content(node, depth);
    if (anchor !== undefined) this.#anchors.set(anchor, converted);
    return converted;
  }

  #content(node: Exclude<ParsedNode, Alias.Parsed>, depth: number): { node: TreeNode; size: number } {
    const [start, end] = node.range;
    if (this.#yaml.isMap(node)) {
      const entries: Entry[] = [];
      let size = 1;
      let last = start;
      for (const pair of node.items) {
        const key = this.#key(pair.key, start);
        const valueNode: ParsedNode | null = pair.value;
        const value =
          valueNode === null
            ? { node: this.#nothing(key.span.end), size: 1 }
            : this.#node(valueNode, depth + 1);
        size += 1 + value.size;
        const valueEnd =
          valueNode === null || valueNode.range === undefined
            ? key.span.end
            : this.#end(valueNode, value.node);
        last = Math.max(last, valueEnd);
        entries.push({
          key,
          value: value.node,
          span: { ...key.span, end: Math.max(key.span.end, valueEnd) },
        });
      }
      const span =
        node.flow === true
          ? this.#span(start, end)
          : { ...this.#span(start, start), end: Math.max(this.#span(start, start).end, last) };
      const map: MapNode = { kind: "map", entries, span };
      return { node: map, size };
    }
    if (this.#yaml.isSeq(node)) {
      const items: TreeNode[] = [];
      let size = 1;
      let last = this.#span(start, start).end;
      for (const item of node.items) {
        const converted = this.#node(item, depth + 1);
        size += converted.size;
        last = Math.max(last, this.#end(item, converted.node));
        items.push(converted.node);
      }
      const span = node.flow === true ? this.#span(start, end) : { ...this.#span(start, start), end: last };
      const list: ListNode = { kind: "list", items, span };
      return { node: list, size };
    }
    const text = typeof node.value === "string" ? node.value : String(node.value);
    const block = node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED";
    const style = block ? "block" : node.type === "PLAIN" || node.type === undefined ? "plain" : "quoted";
    const scalar: ScalarNode = {
      kind: "scalar",
      text,
      style,
      span: this.#span(start, block ? this.#trimmed(start, end) : end),
    };
    return { node: scalar, size: 1 };
  }

  /** Where a value ends in this place: for an alias that is the alias, not what it stands for. */
  #end(node: ParsedNode | Alias.Parsed, converted: TreeNode): number {
    return this.#yaml.isAlias(node) ? this.#span(0, node.range[1]).end : converted.span.end;
  }

  #key(key: unknown, mapStart: number): ScalarNode {
    if (this.#yaml.isScalar(key) && key.range !== null && key.range !== undefined) {
      const [start, end] = key.range;
      if (key.tag !== undefined) throw new Stop(this.#tagProblem(start));
      const text = typeof key.value === "string" ? key.value : String(key.value);
      const plain = key.type === "PLAIN" || key.type === undefined;
      if (plain && text === "<<") {
        throw new Stop({
          rule: "yaml-feature",
          span: this.#span(start, end),
          message: "Merge keys (<<) are not part of the plan language.",
          help: "Put shared properties into a group and take them with include:.",
        });
      }
      const scalar: ScalarNode = {
        kind: "scalar",
        text,
        style: plain ? "plain" : "quoted",
        span: this.#span(start, end),
      };
      if (key.anchor !== undefined) this.#anchors.set(key.anchor, { node: scalar, size: 1 });
      return scalar;
    }
    const range =
      this.#yaml.isMap(key) || this.#yaml.isSeq(key) || this.#yaml.isAlias(key) ? key.range : undefined;
    const start = range?.[0] ?? mapStart;
    const end = Math.min(
      range?.[1] ?? start,
      this.#text.indexOf("\n", start) < 0 ? this.#text.length : this.#text.indexOf("\n", start),
    );
    throw new Stop({
      rule: "yaml-syntax",
      span: this.#span(start, Math.max(start, end)),
      message: this.#yaml.isAlias(key) ? "An alias can't be a key." : "A key must be plain text.",
      help: "Quote the key if it begins with a character that YAML reserves.",
    });
  }

  #nothing(offset: number): ScalarNode {
    return {
      kind: "scalar",
      text: "",
      style: "plain",
      span: { ...this.#span(0, 0), start: offset, end: offset },
    };
  }

  #alias(name: string, span: Span): { node: TreeNode; size: number } {
    const anchored = this.#anchors.get(name);
    if (anchored === undefined) {
      const glob = /[*/.{]/.test(name);
      throw new Stop({
        rule: "yaml-syntax",
        span,
        message: `"*${name}" is an alias of YAML, and no anchor "&${name}" stands before it.`,
        help: glob ? `Quote the glob: "*${name}".` : `Quote it if it is text: "*${name}".`,
        alias: name,
      });
    }
    if (anchored.node === undefined) {
      throw new Stop({
        rule: "alias-bomb",
        span,
        message: `The alias "*${name}" stands inside its own anchor.`,
      });
    }
    anchored.used = true;
    this.#expanded += anchored.size;
    if (this.#expanded > expansionLimit) {
      throw new Stop({
        rule: "alias-bomb",
        span,
        message: `Aliases expand to more than ${expansionLimit} nodes.`,
        help: "Use types: and groups: for what is shared.",
      });
    }
    const scalar = anchored.node.kind === "scalar";
    return { node: scalar ? { ...anchored.node, span } : anchored.node, size: anchored.size };
  }

  #tagProblem(valueStart: number): YamlProblem {
    const at = this.#text.lastIndexOf("!", valueStart);
    const start = at < 0 ? valueStart : this.#text.charAt(at - 1) === "!" ? at - 1 : at;
    const tag = /^!\S*/.exec(this.#text.slice(start))?.[0] ?? "!";
    return {
      rule: "yaml-feature",
      span: this.#span(start, start + tag.length),
      message: `"${tag}" is a YAML tag; tags are not part of the plan language.`,
      help: "Quote the value if it is text that begins with an exclamation mark.",
    };
  }

  /** A block scalar's range reaches to the next content: its end is that of its last line. */
  #trimmed(start: number, end: number): number {
    let trimmed = end;
    while (trimmed > start && /\s/.test(this.#text.charAt(trimmed - 1))) trimmed--;
    return trimmed;
  }
}
