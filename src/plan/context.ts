// What reading a plan carries along: the findings, the texts, the names that exist, and the readers of single values.
import { Collector } from "../diagnostics/collector.js";
import { compareText, type Located, type SourceFile, type Span } from "../diagnostics/diagnostic.js";
import { didYouMean } from "../diagnostics/did-you-mean.js";
import { parseDuration } from "./duration.js";
import type { Duration, Json } from "./plan.js";
import {
  describeNode,
  type Entry,
  isEmpty,
  type MapNode,
  type ScalarNode,
  scalarValue,
  shorten,
  type TreeNode,
} from "./tree.js";

/** The kinds of names that a plan declares and refers to. */
const nameKinds = ["type", "group", "event", "source", "object", "sequence", "consumer"] as const;
export type NameKind = (typeof nameKinds)[number];

/** The fields of a mapping, by key. */
export type Fields = ReadonlyMap<string, Entry>;

const comparisonLimit = 1_000_000;

/** Lives for one load. */
export class Context {
  readonly collector = new Collector("plan");
  readonly names: Readonly<Record<NameKind, Map<string, Span>>> = {
    type: new Map(),
    group: new Map(),
    event: new Map(),
    source: new Map(),
    object: new Map(),
    sequence: new Map(),
    consumer: new Map(),
  };
  /** Names that are declared in text that could not be read; references to them stay silent. */
  readonly unread: Readonly<Record<NameKind, Set<string>>> = {
    type: new Set(),
    group: new Set(),
    event: new Set(),
    source: new Set(),
    object: new Set(),
    sequence: new Set(),
    consumer: new Set(),
  };
  /** Kinds of which some names are unknown, because a part that holds them could not be read. */
  readonly unknown = new Set<NameKind>();
  /** Wrong spellings of events that the plan knows, and the event that each stands for. */
  readonly aliases = new Map<string, string>();
  /** Events some of whose properties could not be read: nothing is said of one that seems to be missing. */
  readonly incompleteEvents = new Set<string>();
  readonly #texts: ReadonlyMap<string, string>;
  readonly #cut = new Set<TreeNode>();
  readonly #firstNames = new Map<NameKind, string>();
  #comparisons = 0;
  readonly #withUnknownKeys = new Set<Fields>();

  constructor(files: readonly SourceFile[]) {
    this.#texts = new Map(files.map((file) => [file.path, file.text]));
  }

  /** From now on no reference is called unknown: a part that may declare anything could not be read. */
  expectUnknownNames(): void {
    for (const kind of nameKinds) this.unknown.add(kind);
  }

  /** The text of a range, as it is written in the file. */
  source(span: Span): string {
    return this.#texts.get(span.file)?.slice(span.start, span.end) ?? "";
  }

  /** The place of a part of a scalar's text; the whole scalar where escapes or folding part text and source. */
  within(node: ScalarNode, start: number, end: number): Span {
    const source = this.source(node.span);
    const inset = source === node.text ? 0 : source.slice(1, -1) === node.text ? 1 : undefined;
    if (inset === undefined) return node.span;
    const from = node.span.start + inset;
    return { file: node.span.file, start: from + start, end: from + end };
  }

  error(rule: string, span: Span, message: string, extra: Parameters<Collector["error"]>[3] = {}): void {
    const help = extra.help === undefined ? {} : { help: readable(extra.help) };
    this.collector.error(rule, span, readable(message), { ...extra, ...help });
  }

  // --- Mappings -----------------------------------------------------------------------------------------------

  /** The entries of a mapping by key, each key once; anything but a mapping is a finding. Nothing counts as {}. */
  entries(node: TreeNode, what: string, example: string): readonly Entry[] | undefined {
    if (isEmpty(node)) return [];
    if (node.kind !== "map") {
      this.error(
        "invalid-value",
        node.span,
        `${capital(what)} must be a mapping, not ${describeNode(node)}.`,
        {
          help: this.#glued(node) ?? this.#commented(node) ?? example,
        },
      );
      return undefined;
    }
    return this.unique(node.entries, (key) => key.text);
  }

  /** Drops entries whose key was there before, with a finding that shows both. */
  unique(entries: readonly Entry[], name: (key: ScalarNode) => string): readonly Entry[] {
    const seen = new Map<string, Entry>();
    for (const entry of entries) {
      const key = name(entry.key);
      const first = seen.get(key);
      if (first === undefined) seen.set(key, entry);
      else {
        this.error("duplicate-key", entry.key.span, `The key "${key}" stands twice here.`, {
          related: [{ message: "first here", span: first.key.span }],
          help: "Keep one of the two.",
        });
      }
    }
    return seen.size === entries.length ? entries : [...seen.values()];
  }

  /** The fields of a mapping whose keys are fixed; unknown keys are findings. */
  fields(node: TreeNode, what: string, known: readonly string[], example: string): Fields | undefined {
    const entries = this.entries(node, what, example);
    if (entries === undefined) return undefined;
    const fields = new Map<string, Entry>();
    const before = this.collector.size;
    let previous: Entry | undefined;
    for (const [index, entry] of entries.entries()) {
      const isKnown = known.includes(entry.key.text);
      if (isKnown) fields.set(entry.key.text, entry);
      else if (previous !== undefined && this.#isCutOff(previous, entry)) {
        if (!this.#cut.has(previous.value)) this.#reportCut(previous, entries.slice(index));
        continue;
      } else this.#unknownKey(entry.key, what, known);
      previous = entry;
    }
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

  #unknownKey(key: ScalarNode, what: string, known: readonly string[]): void {
    const name = key.text;
    const nearest = didYouMean(name, known);
    const meant = nearest === undefined ? "" : ` Did you mean "${nearest}"?`;
    this.error("unknown-key", key.span, `${capital(what)} has no key "${shorten(name)}".${meant}`, {
      help:
        name.endsWith("?") && known.includes(name.slice(0, -1))
          ? `Write "${name.slice(0, -1)}": only properties take a "?".`
          : ((nearest === undefined && known.includes("properties") ? foreignKeys.get(name) : undefined) ??
            `The keys here: ${known.join(", ")}.`),
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

  // --- Scalars ------------------------------------------------------------------------------------------------

  /** Text; a number, boolean or null where text is expected is a finding that suggests quotes. */
  text(entry: Entry | undefined, what: string): Located<string> | undefined {
    return entry === undefined ? undefined : this.textNode(entry.value, what);
  }

  textNode(node: TreeNode, what: string): Located<string> | undefined {
    if (node.kind === "scalar") {
      const value = scalarValue(node);
      if (typeof value === "string") return this.#wellFormed({ value, span: node.span }, what);
      if (value !== null || node.text !== "") {
        this.error(
          "invalid-value",
          node.span,
          `${capital(what)} must be text, but ${shorten(node.text)} is ${value === null ? "null" : `a ${typeof value}`} to YAML.`,
          {
            help: `Quote it: "${node.text}".`,
            fixes: [{ title: "quote it", safe: true, edits: [{ span: node.span, text: `"${node.text}"` }] }],
          },
        );
        return undefined;
      }
    }
    this.#wrong(node, what, "text");
    return undefined;
  }

  /** A name or a version: the scalar as it is written, whatever YAML makes of it. */
  name(entry: Entry | undefined, what: string): Located<string> | undefined {
    return entry === undefined ? undefined : this.nameNode(entry.value, what);
  }

  nameNode(node: TreeNode, what: string): Located<string> | undefined {
    if (node.kind === "scalar" && !isEmpty(node))
      return this.#wellFormed({ value: node.text, span: node.span }, what);
    this.#wrong(node, what, "a name");
    return undefined;
  }

  #wellFormed(text: Located<string>, what: string): Located<string> | undefined {
    if (!/\p{Surrogate}/u.test(text.value)) return text;
    this.error(
      "invalid-encoding",
      text.span,
      `${capital(what)} holds half of a surrogate pair, which is no character.`,
    );
    return undefined;
  }

  /** A list of names; one name alone stands for a list of one. */
  nameList(entry: Entry | undefined, what: string): readonly Located<string>[] {
    if (entry === undefined) return [];
    return this.items(entry.value, what).flatMap((item) => this.nameNode(item, `an entry of ${what}`) ?? []);
  }

  textList(entry: Entry | undefined, what: string): readonly Located<string>[] {
    if (entry === undefined) return [];
    return this.items(entry.value, what).flatMap((item) => this.textNode(item, `an entry of ${what}`) ?? []);
  }

  /** The items of a list; a scalar alone stands for a list of one. */
  items(node: TreeNode, what: string): readonly TreeNode[] {
    if (node.kind === "list") return node.items;
    if (node.kind === "scalar" && node.style === "plain" && /^-\S/.test(node.text)) {
      this.error(
        "invalid-value",
        node.span,
        `"${shorten(node.text)}" is one word to YAML, not an item of a list.`,
        {
          help: `A space is missing after the dash: "- ${node.text.slice(1)}".`,
        },
      );
      return [];
    }
    if (node.kind === "scalar" && !isEmpty(node)) return [node];
    this.#wrong(node, what, "a list");
    return [];
  }

  boolean(entry: Entry | undefined, what: string): boolean | undefined {
    if (entry === undefined) return undefined;
    if (entry.value.kind === "scalar") {
      const value = scalarValue(entry.value);
      if (typeof value === "boolean") return value;
      if (typeof value === "string" && /^(?:yes|no|on|off)$/i.test(value)) {
        this.error(
          "invalid-value",
          entry.value.span,
          `${capital(what)} must be true or false; "${value}" is text to YAML 1.2.`,
          {
            help: `Write ${/^(?:yes|on)$/i.test(value) ? "true" : "false"}.`,
          },
        );
        return undefined;
      }
    }
    this.#wrong(entry.value, what, "true or false");
    return undefined;
  }

  /** A finite number whose digits are its value. */
  number(entry: Entry | undefined, what: string, whole = false): number | undefined {
    if (entry === undefined) return undefined;
    const node = entry.value;
    if (node.kind === "scalar") {
      const value = scalarValue(node);
      if (typeof value === "number" && Number.isFinite(value)) {
        if (!this.exactNumber(node)) return undefined;
        if (!whole || (Number.isInteger(value) && value >= 0)) return value;
        this.#wrong(node, what, "a whole number of 0 or more");
        return undefined;
      }
      if (typeof value === "string" && /^[-+]?[0-9][0-9_,]*$/.test(value)) {
        this.error(
          "invalid-value",
          node.span,
          `${capital(what)} must be a number, but "${value}" is text to YAML.`,
          {
            help: `Write ${value.replace(/[_,"]/g, "")}.`,
          },
        );
        return undefined;
      }
    }
    this.#wrong(node, what, whole ? "a whole number of 0 or more" : "a number");
    return undefined;
  }

  /** Reports a number whose digits say something else than its value; true where they agree. */
  exactNumber(node: ScalarNode): boolean {
    const text = node.text;
    const value = scalarValue(node);
    if (typeof value !== "number") return true;
    const rounded = /^[-+]?[0-9]+$/.test(text) && !Number.isSafeInteger(value);
    const leadingZero = /^[-+]?0[0-9]+$/.test(text);
    if (!rounded && !leadingZero && Number.isFinite(value)) return true;
    const message = rounded
      ? `${text} can't be held exactly: it becomes ${value}.`
      : leadingZero
        ? `${text} is the number ${value} to YAML.`
        : `${text} is not a number that JSON has.`;
    this.error("invalid-value", node.span, message, {
      help: leadingZero ? `Write ${value}, or "${text}" for text.` : `Quote it if it is text: "${text}".`,
    });
    return false;
  }

  /** One of a few words. */
  oneOf<T extends string>(
    entry: Entry | undefined,
    what: string,
    words: readonly T[],
  ): Located<T> | undefined {
    if (entry === undefined) return undefined;
    const node = entry.value;
    if (node.kind === "scalar") {
      const word = words.find((candidate) => candidate === node.text);
      if (word !== undefined) return { value: word, span: node.span };
      if (!isEmpty(node)) {
        const nearest = didYouMean(node.text, words);
        this.error(
          "invalid-value",
          node.span,
          `${capital(what)} can't be "${shorten(node.text)}".${nearest === undefined ? "" : ` Did you mean "${nearest}"?`}`,
          {
            help: `One of: ${words.join(", ")}.`,
            ...(nearest === undefined
              ? {}
              : {
                  fixes: [
                    {
                      title: `change to "${nearest}"`,
                      safe: false,
                      edits: [{ span: node.span, text: nearest }],
                    },
                  ],
                }),
          },
        );
        return undefined;
      }
    }
    this.#wrong(node, what, `one of ${words.join(", ")}`);
    return undefined;
  }

  duration(entry: Entry | undefined, what: string): Located<Duration> | undefined {
    if (entry === undefined) return undefined;
    const node = entry.value;
    const duration = node.kind === "scalar" ? parseDuration(node.text) : undefined;
    if (duration !== undefined) return { value: duration, span: node.span };
    const bare = node.kind === "scalar" && /^[0-9]+$/.test(node.text);
    this.error(
      "invalid-value",
      node.span,
      `${capital(what)} must be a duration such as 45m, 24h or 7d, not ${describeNode(node)}.`,
      {
        help: bare
          ? `Say the unit: ${node.kind === "scalar" ? node.text : ""}s, m, h, d or w.`
          : "A whole number with s, m, h, d or w behind it.",
      },
    );
    return undefined;
  }

  /** Any JSON value. */
  json(node: TreeNode): Located<Json> {
    return { value: this.#json(node), span: node.span };
  }

  #json(node: TreeNode): Json {
    if (node.kind === "scalar") {
      if (!this.exactNumber(node)) return node.text;
      return scalarValue(node);
    }
    if (node.kind === "list") return node.items.map((item) => this.#json(item));
    const object: { [key: string]: Json } = {};
    for (const entry of this.unique(node.entries, (key) => key.text)) {
      // An own property whatever its name, `__proto__` too.
      Object.defineProperty(object, entry.key.text, {
        value: this.#json(entry.value),
        enumerable: true,
        configurable: true,
        writable: true,
      });
    }
    return object;
  }

  #wrong(node: TreeNode, what: string, wanted: string): void {
    this.error("invalid-value", node.span, `${capital(what)} must be ${wanted}, not ${describeNode(node)}.`);
  }

  /** False, with a finding, for a name that can't be one: empty, or with characters that nobody can type. */
  isName(name: string, span: Span, kind: string): boolean {
    const article = /^[aeio]/.test(kind) ? "An" : "A";
    if (name === "") this.error("invalid-value", span, `${article} ${kind} must have a name.`);
    else if (/\p{Surrogate}/u.test(name)) {
      this.error("invalid-encoding", span, "The name holds half of a surrogate pair, which is no character.");
    } else if (/\p{Cc}/u.test(name)) {
      this.error("invalid-value", span, "The name holds a control character or a line break.", {
        help: "Remove it: a name is one line of text.",
      });
    } else return true;
    return false;
  }

  // --- Names --------------------------------------------------------------------------------------------------

  /** True where a name is declared or may be; a name that is nowhere is a finding. */
  reference(kind: NameKind, name: Located<string>, where: string): boolean {
    const known = this.names[kind];
    if (known.has(name.value)) return true;
    if (this.unread[kind].has(name.value) || this.unknown.has(kind)) return false;
    const aliased = kind === "event" ? this.aliases.get(name.value) : undefined;
    const nearest = aliased ?? this.nearest(name.value, known);
    const place = nearest === undefined ? undefined : known.get(nearest);
    const meant = nearest === undefined ? "" : ` Did you mean "${nearest}"?`;
    this.error(
      "unknown-reference",
      name.span,
      `There is no ${kind} "${shorten(name.value)}"${where === "" ? "" : ` ${where}`}.${meant}`,
      nearest === undefined
        ? {
            help:
              known.size === 0
                ? `The plan declares no ${kind}s.`
                : `The plan's ${kind}s: ${this.firstNames(kind)}.`,
          }
        : {
            ...(aliased === undefined
              ? {}
              : { help: `The plan lists "${name.value}" among the wrong spellings of "${aliased}".` }),
            ...(place === undefined ? {} : { related: [{ message: "declared here", span: place }] }),
            fixes: [
              {
                title: `change to "${nearest}"`,
                safe: aliased !== undefined,
                edits: [{ span: name.span, text: yamlScalar(nearest) }],
              },
            ],
          },
    );
    return false;
  }

  /** The nearest of some names. After millions of comparisons, in a plan of thousands of mistakes, none. */
  nearest(
    name: string,
    known: ReadonlyMap<string, unknown>,
    others: readonly string[] = [],
  ): string | undefined {
    if (this.#comparisons > comparisonLimit) return undefined;
    this.#comparisons += known.size + others.length;
    return didYouMean(name, [...known.keys(), ...others]);
  }

  /** The first names of a kind, for people to choose from. */
  firstNames(kind: NameKind): string {
    const known = this.#firstNames.get(kind);
    if (known !== undefined) return known;
    const names = [...this.names[kind].keys()].toSorted(compareText);
    const shown = names.slice(0, 8).map((name) => shorten(name));
    const text = `${shown.join(", ")}${names.length > 8 ? ", …" : ""}`;
    this.#firstNames.set(kind, text);
    return text;
  }

  /** `a?:string` where a mapping is expected. */
  #glued(node: TreeNode): string | undefined {
    const match =
      node.kind === "scalar" && node.style === "plain" ? /^([\w$.-]+\??):(\S.*)$/.exec(node.text) : null;
    return match === null ? undefined : `A space is missing after the colon: "${match[1]}: ${match[2]}".`;
  }

  /** `#1 Viewed:` on the line before: the name that was meant is a comment to YAML. */
  #commented(node: TreeNode): string | undefined {
    const text = this.#texts.get(node.span.file) ?? "";
    const lineStart = text.lastIndexOf("\n", node.span.start - 1);
    const before = text.slice(text.lastIndexOf("\n", lineStart - 1) + 1, Math.max(lineStart, 0)).trim();
    const match = /^(#[^:]+):$/.exec(before);
    return match === null
      ? undefined
      : `The line above is a comment to YAML. Quote the name: "${match[1]}":.`;
  }
}

/** Keys of JSON Schema and of other languages, with how the plan says the same. */
const foreignKeys: ReadonlyMap<string, string> = new Map([
  ["required", 'A property is required unless its key ends in "?".'],
  ["optional", 'A property is optional where its key ends in "?".'],
  ["nullable", 'Where null may be sent, the type says so: "T | null".'],
  ["format", 'A format is a type of its own, such as "type: email".'],
  ["items", 'An array is written "T[]", such as "type: string[]".'],
  [
    "additionalProperties",
    'An object is closed unless it says "open: true", or "open: T" for the free keys.',
  ],
  ["anyOf", 'A union is written "A | B".'],
  ["oneOf", 'A union is written "A | B".'],
  ["allOf", "Put shared properties into a group, or list them in one type."],
  ["$ref", 'A named type is referred to by its name: "type: NAME".'],
  ["title", 'Say it in "description".'],
]);

/** A mapping's entries, or none: for callers that reported the mapping already. */
export function mapEntries(node: TreeNode): MapNode["entries"] {
  return node.kind === "map" ? node.entries : [];
}

/** Text in quotes that YAML reads back as the same text. */
export function quoted(text: string): string {
  return text.includes('"') && !/[\\\n]/.test(text)
    ? `'${text.replaceAll("'", "''")}'`
    : JSON.stringify(text);
}

/** A name as YAML text: plain where that is safe, quoted otherwise. */
export function yamlScalar(text: string): string {
  const plain =
    /^[\p{L}][\p{L}\p{N}_ .&'-]*$/u.test(text) && !/\s$/.test(text) && !/^(?:null|true|false)$/i.test(text);
  return plain ? text : JSON.stringify(text);
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A sentence that shows long texts of the plan by their beginning. */
function readable(sentence: string): string {
  return sentence.length < 400 ? sentence : sentence.replace(/[^\s",]{120,}/g, (text) => shorten(text, 100));
}
