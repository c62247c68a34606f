// Reads the tags of a template: what each of them uses, binds and opens.
import type { Piece } from "./liquid-pieces.js";
import { LiquidMistake, type LiquidReader } from "./liquid-reader.js";
import type { LiteralTerm, PathTerm, Term } from "./liquid-terms.js";
import type { Facts } from "./presence.js";
import {
  type Block,
  type Branch,
  plainBranch,
  type TemplateBlocks,
  unreadBranch,
} from "./template-blocks.js";
import type { Resolved, TemplateScope } from "./template-scope.js";
import type { TemplateValues } from "./template-values.js";

/** Lives as long as one walk. Its methods throw a LiquidMistake for what can't be read. */
export class TemplateTags {
  readonly #reader: LiquidReader;
  readonly #blocks: TemplateBlocks;
  readonly #scope: TemplateScope;
  readonly #values: TemplateValues;

  constructor(reader: LiquidReader, blocks: TemplateBlocks, scope: TemplateScope, values: TemplateValues) {
    this.#reader = reader;
    this.#blocks = blocks;
    this.#scope = scope;
    this.#values = values;
  }

  /** Opens a block; the reader stands behind its name. */
  open(piece: Piece): void {
    const { name } = piece;
    if (name === "if" || name === "unless") this.#blocks.open(piece, this.#condition(name));
    else if (name === "case") this.#case(piece);
    else if (name === "for" || name === "tablerow") this.#loop(piece);
    else {
      if (name === "capture") this.#scope.bind(this.#captured(piece), undefined);
      this.#blocks.open(piece);
    }
  }

  /** Goes on with the next branch of a block. */
  part({ name, ...place }: Piece, block: Block): void {
    this.#blocks.end(block);
    let branch = unreadBranch;
    try {
      if (name === "elsif") branch = this.#condition("if");
      else if (name === "when") branch = this.#when(block, place.from);
      else {
        block.hasElse = true;
        if (block.variable !== undefined) this.#scope.noElement(block.variable);
        branch = plainBranch;
      }
    } finally {
      this.#blocks.begin(block, branch);
    }
  }

  /** Goes on with a branch whose condition can't be read. */
  otherwise(block: Block): void {
    this.#blocks.end(block);
    this.#blocks.begin(block, unreadBranch);
  }

  /** A tag of Liquid that stands alone. */
  plain(piece: Piece): void {
    const { name, from, to } = piece;
    if (name === "assign") this.#assign(piece);
    else if (name === "echo") this.#values.note(this.#reader.filteredValue(), "shown");
    else if (name === "increment" || name === "decrement") this.#scope.bind(this.#reader.word(), undefined);
    else if (name === "cycle") this.#cycle(from);
    else if (name === "include" || name === "render" || name === "layout") this.#partial(from, to);
  }

  /** A tag of Customer.io: its arguments are named, or one value. What else they may be is its own matter. */
  customerio({ name, from }: Piece): void {
    if (name === "render_liquid") {
      this.#values.term(this.#reader.value(), false);
      return;
    }
    try {
      for (const { value } of this.#reader.namedArguments()) this.#values.term(value, false);
    } catch (thrown) {
      if (!(thrown instanceof LiquidMistake)) throw thrown;
    }
    this.#reader.at(from, from);
  }

  #condition(tag: "if" | "unless"): Branch {
    const { facts } = this.#values.note(this.#reader.filteredValue(), "tested");
    return branchOf(tag === "if" ? facts : { whenTrue: facts.whenFalse, whenFalse: facts.whenTrue });
  }

  #case(piece: Piece): void {
    const value = this.#reader.filteredValue();
    this.#values.note(value, "tested");
    const [only] = value.postfix;
    const isPath = value.postfix.length === 1 && typeof only === "object" && only.kind === "path";
    this.#blocks.open(piece, plainBranch, isPath && value.filters.length === 0 ? only : undefined);
  }

  /** Whatever equals a text or a number is there. */
  #when({ subject }: Block, from: number): Branch {
    let allThere = subject !== undefined;
    do {
      const value = this.#reader.value();
      if (value === undefined) throw new LiquidMistake("A value is missing here.", from, from);
      this.#values.term(value, true);
      if (value.kind !== "literal" || value.nothing !== undefined) allThere = false;
      else if (subject !== undefined) this.#compared(subject, value);
    } while (this.#reader.take(",") || this.#reader.word() === "or");
    const keys = allThere && subject !== undefined ? this.#scope.resolve(subject)?.keys : undefined;
    return { there: keys ?? [], otherwise: new Set() };
  }

  #compared(subject: PathTerm, { value, start, end }: LiteralTerm): void {
    this.#values.path(
      { ...subject, start, end },
      { lenient: true, again: true, comparison: { operator: "=", value, start, end } },
    );
  }

  #loop(piece: Piece): void {
    const variable = this.#reader.word();
    const isLoop = variable !== "" && this.#reader.word() === "in";
    const list = isLoop ? this.#reader.value() : undefined;
    if (list === undefined) {
      const { name, start, end } = piece;
      throw new LiquidMistake(`"${name}" is written "${name} item in list".`, start, end);
    }
    this.#values.term(list, false, "list");
    for (const { value } of this.#reader.namedArguments()) this.#values.term(value, false);
    const resolved = this.#listOf(list);
    this.#blocks.open(piece, { there: resolved?.keys ?? [], otherwise: new Set() });
    this.#blocks.loop(
      variable,
      resolved === undefined ? undefined : this.#scope.elementOf(resolved, undefined),
    );
  }

  #listOf(list: Term): Resolved | undefined {
    if (list.kind !== "path" || list.goesOn) return undefined;
    const resolved = this.#scope.resolve(list);
    return resolved?.namespace === "none" ? undefined : resolved;
  }

  #captured({ start, end }: Piece): string {
    const name = this.#reader.value();
    if (name?.kind === "path" && name.root !== "") return name.root;
    if (name?.kind === "literal" && typeof name.value === "string" && name.value !== "") return name.value;
    throw new LiquidMistake('"capture" is written "capture name".', start, end);
  }

  #assign({ start, end }: Piece): void {
    const variable = this.#reader.word();
    if (variable === "" || !this.#reader.take("="))
      throw new LiquidMistake('"assign" is written "assign name = value".', start, end);
    const value = this.#reader.filteredValue();
    this.#values.note(value, "assigned");
    this.#scope.bind(variable, this.#values.bindingOf(value));
  }

  /** `cycle group: "odd", "even"`. */
  #cycle(from: number): void {
    do {
      const value = this.#reader.value();
      if (value === undefined) throw new LiquidMistake('"cycle" wants values.', from, from);
      this.#values.term(value, false);
    } while (this.#reader.take(",") || this.#reader.take(":"));
  }

  /** `include "footer"`: text of another file, which is named as snippets are. */
  #partial(from: number, to: number): void {
    const file = this.#reader.value();
    if (file === undefined) throw new LiquidMistake("The name of a snippet is missing here.", from, to);
    if (file.kind === "literal" && typeof file.value === "string") this.#values.snippet(file.value, file);
    else this.#values.term(file, false);
    this.#reader.take(",");
    const next = this.#reader.offset;
    const word = this.#reader.word();
    // `include "line" with event.item`, `render "line" for event.items as item`.
    if (word === "with" || word === "for") this.#values.term(this.#reader.value(), false);
    else this.#reader.at(next, to);
    for (const { value } of this.#reader.namedArguments()) this.#values.term(value, false);
  }
}

function branchOf({ whenTrue, whenFalse }: Facts): Branch {
  return { there: whenTrue, otherwise: whenFalse };
}
