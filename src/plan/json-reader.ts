// Reads JSON as the plan reads YAML: a located tree, or the first mistake.
import type { SourceFile, Span } from "../diagnostics/diagnostic.js";
import type { Entry, ScalarNode, TreeNode } from "./tree.js";

export type ReadJson =
  | { readonly root: TreeNode; readonly problem?: never }
  | { readonly root?: never; readonly problem: { readonly span: Span; readonly message: string } };

/** Deeper than any file that is pulled; a bound, since each level is a call. */
const depthLimit = 200;

/** Reads a whole file. Linear in its text; never throws. */
export function readJson(file: SourceFile): ReadJson {
  try {
    return { root: new JsonReader(file).whole() };
  } catch (thrown) {
    if (!(thrown instanceof Mistake)) throw thrown;
    const { message, start, end } = thrown;
    return { problem: { message, span: { file: file.path, start, end } } };
  }
}

class Mistake extends Error {
  readonly start: number;
  readonly end: number;
  constructor(message: string, start: number, end: number) {
    super(message);
    this.start = start;
    this.end = end;
  }
}

const space = /[ \t\r\n]*/y;
const word = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?(?![\w.+-])|(?:true|false|null)(?!\w)/y;
const text = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;

class JsonReader {
  readonly #text: string;
  readonly #file: string;
  #at = 0;

  constructor({ path, text }: SourceFile) {
    this.#text = text;
    this.#file = path;
  }

  whole(): TreeNode {
    const root = this.#value(0);
    this.#skip();
    if (this.#at < this.#text.length) this.#fail("Something stands behind the end of the JSON.");
    return root;
  }

  #value(depth: number): TreeNode {
    this.#skip();
    if (depth > depthLimit) this.#fail("The JSON is nested too deeply.");
    const start = this.#at;
    switch (this.#text.charAt(start)) {
      case "{":
        return this.#object(depth);
      case "[":
        return this.#list(depth);
      case '"':
        return this.#string();
    }
    const written = this.#match(word);
    if (written === undefined) {
      this.#fail(start < this.#text.length ? "Here is no JSON value." : "The JSON ends too early.");
    }
    return { kind: "scalar", text: written, style: "plain", span: this.#span(start) };
  }

  #object(depth: number): TreeNode {
    const start = this.#at++;
    const entries: Entry[] = [];
    while (!this.#closes("}", entries.length > 0)) {
      this.#skip();
      if (this.#text.charAt(this.#at) !== '"') this.#fail("A key in quotes is expected here.");
      const key = this.#string();
      this.#skip();
      if (this.#text.charAt(this.#at) !== ":") this.#fail('A ":" is missing behind the key.');
      this.#at++;
      const value = this.#value(depth + 1);
      entries.push({ key, value, span: { file: this.#file, start: key.span.start, end: value.span.end } });
    }
    return { kind: "map", entries, span: this.#span(start) };
  }

  #list(depth: number): TreeNode {
    const start = this.#at++;
    const items: TreeNode[] = [];
    while (!this.#closes("]", items.length > 0)) items.push(this.#value(depth + 1));
    return { kind: "list", items, span: this.#span(start) };
  }

  /** Steps over the end, or over the comma that comes before the next item. */
  #closes(end: string, comma: boolean): boolean {
    this.#skip();
    const next = this.#text.charAt(this.#at);
    if (next === end) {
      this.#at++;
      return true;
    }
    if (comma) {
      if (next !== ",")
        this.#fail(next === "" ? "The JSON ends too early." : `A "," or "${end}" is missing.`);
      this.#at++;
    }
    return false;
  }

  #string(): ScalarNode {
    const start = this.#at;
    const written = this.#match(text);
    if (written === undefined) {
      const line = this.#text.indexOf("\n", start);
      throw new Mistake(
        "This text is not closed, or holds an escape that JSON does not have.",
        start,
        line < 0 ? this.#text.length : line,
      );
    }
    const content: unknown = written.includes("\\") ? JSON.parse(written) : written.slice(1, -1);
    return { kind: "scalar", text: String(content), style: "quoted", span: this.#span(start) };
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #skip(): void {
    space.lastIndex = this.#at;
    this.#at += space.exec(this.#text)?.[0].length ?? 0;
  }

  #span(start: number): Span {
    return { file: this.#file, start, end: this.#at };
  }

  #fail(message: string): never {
    const mark = /^(?:<{7}|={7}|>{7}) ?.*/.exec(this.#text.slice(this.#at, this.#at + 200))?.[0];
    if (mark !== undefined)
      throw new Mistake("Git left the marks of a merge here.", this.#at, this.#at + mark.length);
    throw new Mistake(message, this.#at, Math.min(this.#at + 1, this.#text.length));
  }
}
