// Reads single values: text, names, numbers, words, durations, JSON; anything else in their place is a finding.
import type { Located, Span } from "../diagnostics/diagnostic.js";
import { meantWord } from "../diagnostics/did-you-mean.js";
import { parseDuration } from "./duration.js";
import { MappingReader } from "./mapping-reader.js";
import type { Duration, Json } from "./plan.js";
import {
  describeNode,
  type Entry,
  isEmpty,
  type ScalarNode,
  scalarValue,
  shorten,
  type TreeNode,
} from "./tree.js";
import { capital, quoted } from "./yaml-text.js";

export class ValueReader extends MappingReader {
  /** Text; a number, boolean or null where text is expected is a finding that suggests quotes. */
  text(entry: Entry | undefined, what: string): Located<string> | undefined {
    return entry === undefined ? undefined : this.textNode(entry.value, what);
  }

  textNode(node: TreeNode, what: string): Located<string> | undefined {
    if (node.kind === "scalar") {
      const value = scalarValue(node);
      if (typeof value === "string") {
        this.#cutByNumber(node, what);
        return this.#wellFormed({ value, span: node.span }, what);
      }
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

  /** `Account #1 made.`: what follows the "#" is a comment to YAML, and nobody begins a comment with a number. */
  #cutByNumber({ style, span }: ScalarNode, what: string): void {
    if (style !== "plain") return;
    const text = this.textOf(span.file);
    const { end } = span;
    if (
      text.charCodeAt(end) !== 0x20 ||
      text.charCodeAt(end + 1) !== 0x23 ||
      !/[0-9]/.test(text.charAt(end + 2))
    )
      return;
    const lost = /^[^\r\n]*/.exec(text.slice(end))?.[0].trimEnd() ?? "";
    this.error(
      "yaml-syntax",
      { ...span, start: end + 1, end: end + lost.length },
      `${capital(what)} ends before the "#", which begins a comment to YAML.`,
      {
        help: `Quote the text: ${quoted(`${text.slice(span.start, end)}${lost}`)}. If it is a comment, put a space after the "#".`,
        hidesNothing: true,
      },
    );
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
    // Looking for pairs takes longer than looking for what makes them.
    if (!/[\ud800-\udfff]/.test(text.value) || !/\p{Surrogate}/u.test(text.value)) return text;
    this.error(
      "invalid-encoding",
      text.span,
      `${capital(what)} holds half of a surrogate pair, which is no character.`,
    );
    return undefined;
  }

  /** A list of names; one name alone stands for a list of one. */
  nameList(entry: Entry | undefined, what: string): readonly Located<string>[] {
    if (entry === undefined) return none;
    const items = this.items(entry.value, what);
    const [only] = items;
    // Nearly all lists of names are of one.
    if (items.length === 1 && only !== undefined) {
      const name = this.nameNode(only, `an entry of ${what}`);
      return name === undefined ? none : [name];
    }
    return items.flatMap((item) => this.nameNode(item, `an entry of ${what}`) ?? []);
  }

  textList(entry: Entry | undefined, what: string): readonly Located<string>[] {
    if (entry === undefined) return none;
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
        const nearest = meantWord(node.text, words);
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
      const value = scalarValue(node);
      return typeof value !== "number" || this.exactNumber(node) ? value : node.text;
    }
    if (node.kind === "list") return node.items.map((item) => this.#json(item));
    const object: { [key: string]: Json } = {};
    for (const { key, value } of this.uniqueKeys(node.entries)) {
      if (key.text !== "__proto__") object[key.text] = this.#json(value);
      else {
        // An own property whatever its name.
        Object.defineProperty(object, key.text, {
          value: this.#json(value),
          enumerable: true,
          configurable: true,
          writable: true,
        });
      }
    }
    return object;
  }

  #wrong(node: TreeNode, what: string, wanted: string): void {
    this.error("invalid-value", node.span, `${capital(what)} must be ${wanted}, not ${describeNode(node)}.`);
  }

  /** False, with a finding, for a name that can't be one: empty, or with characters that nobody can type. */
  isName(name: string, span: Span, kind: string): boolean {
    if (/^[\x20-\x7e]+$/.test(name)) return true;
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
}

/** Very many things name nothing. */
const none: readonly Located<string>[] = [];
