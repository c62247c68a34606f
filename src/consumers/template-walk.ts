// Walks a template from its beginning to its end and notes every use of a value, knowing which blocks are open there.
import { foreignNotation } from "./foreign-notation.js";
import { KnownExpressions } from "./known-expressions.js";
import { linesOf, type Opening, type Piece, piecesOf } from "./liquid-pieces.js";
import { LiquidMistake, type LiquidModule, LiquidReader } from "./liquid-reader.js";
import { NearestWords } from "./nearest-words.js";
import { mistakeProblem, openingProblem } from "./syntax-problems.js";
import type { Template, TemplateProblem } from "./template.js";
import { type Block, TemplateBlocks, unreadBranch } from "./template-blocks.js";
import { TemplateScope } from "./template-scope.js";
import { TemplateTags } from "./template-tags.js";
import { TemplateValues } from "./template-values.js";
import { blockTags, customerioTags, partTags, plainTags } from "./vocabulary.js";

/** So many problems of one template are told. */
const problemLimit = 50;

/** Reads a template: what it uses, and what can't be read. Never throws for what a template holds. */
export function readTemplate(
  text: string,
  liquid: LiquidModule,
  words: NearestWords = new NearestWords(),
  known: KnownExpressions = new KnownExpressions(),
): Template {
  const walk = new Walk(text, liquid, words, known);
  const { pieces, openings } = piecesOf(text);
  walk.openings(openings);
  walk.problems.push(...foreignNotation(text, pieces));
  for (const piece of pieces) walk.piece(piece);
  walk.end();
  return {
    uses: walk.values.uses,
    problems: walk.problems.toSorted((a, b) => a.start - b.start || a.end - b.end).slice(0, problemLimit),
  };
}

class Walk {
  readonly problems: TemplateProblem[] = [];
  readonly values: TemplateValues;
  readonly #text: string;
  readonly #reader: LiquidReader;
  readonly #words: NearestWords;
  readonly #blocks: TemplateBlocks;
  readonly #tags: TemplateTags;
  /** Tags that were told as unknown, and what was probably meant. */
  readonly #unknownTags = new Map<string, string>();
  /** True behind a block of Handlebars. */
  #isForeign = false;
  /** In a comment, nothing counts but its end. */
  #isComment = false;
  /** Where the first thing that is not closed begins: blocks may end in what could not be read behind it. */
  #brokenFrom = Number.POSITIVE_INFINITY;

  constructor(text: string, liquid: LiquidModule, words: NearestWords, known: KnownExpressions) {
    const scope = new TemplateScope();
    this.#text = text;
    this.#reader = new LiquidReader(liquid, text, known);
    this.#blocks = new TemplateBlocks(scope);
    this.#words = words;
    this.values = new TemplateValues(scope, words, (problem) => this.#report(problem));
    this.#tags = new TemplateTags(this.#reader, this.#blocks, scope, this.values);
  }

  openings(openings: readonly Opening[]): void {
    for (const opening of openings) {
      this.#report(openingProblem(this.#text, opening));
      this.#brokenFrom = Math.min(this.#brokenFrom, opening.start);
    }
  }

  piece(piece: Piece): void {
    if (this.#isComment) {
      if (piece.name !== "endcomment") return;
      this.#isComment = false;
      this.#blocks.close();
      return;
    }
    try {
      if (piece.kind === "output") this.#output(piece);
      else this.#tag(piece);
    } catch (thrown) {
      if (!(thrown instanceof LiquidMistake)) throw thrown;
      // {{/each}} is told with its {{#each}}.
      const sign = piece.kind === "output" ? this.#text.charAt(piece.from) : "";
      if (sign === "#") this.#isForeign = true;
      if (sign !== "/" || !this.#isForeign) this.#report(mistakeProblem(this.#text, piece, thrown));
      // The block is there, whatever its condition is.
      if (blockTags.has(piece.name)) this.#blocks.open(piece, unreadBranch);
    }
  }

  end(): void {
    for (let block = this.#blocks.close(); block !== undefined; block = this.#blocks.close())
      if (block.end <= this.#brokenFrom || this.#brokenFrom === Number.POSITIVE_INFINITY)
        this.#neverClosed(block);
  }

  #output(piece: Piece): void {
    const value = this.#reader.at(piece.from, piece.to).filteredValue();
    this.values.note(value, "shown");
  }

  #tag(piece: Piece): void {
    const { name } = piece;
    if (name === "#" || name === "raw") return;
    this.#reader.at(piece.from, piece.to);
    if (name === "comment") {
      this.#blocks.open(piece);
      this.#isComment = true;
    } else if (name === "liquid") this.#lines(piece);
    else if (partTags.has(name)) this.#part(piece);
    else if (blockTags.has(name)) this.#tags.open(piece);
    else if (name.startsWith("end") && name !== "end") this.#close(piece);
    else if (plainTags.has(name)) this.#tags.plain(piece);
    else if (customerioTags.has(name)) this.#tags.customerio(piece);
    else this.#unknown(piece);
  }

  #lines({ from, to }: Piece): void {
    const { pieces, openings } = linesOf(this.#text, from, to);
    this.openings(openings);
    for (const piece of pieces) this.piece(piece);
  }

  #part(piece: Piece): void {
    const { name } = piece;
    const block = this.#blocks.innermost;
    const homes = partTags.get(name) ?? new Set();
    if (block === undefined || !homes.has(block.tag)) {
      const where = block === undefined ? "stands in no block" : `can't stand in "${block.tag}"`;
      this.#syntax(
        piece,
        `"${name}" ${where}.`,
        `It belongs to ${[...homes].map((home) => `"${home}"`).join(", ")}.`,
      );
      return;
    }
    const rest = this.#text.slice(piece.from, piece.to);
    const isIf = /^if\s+\S/.test(rest) && (block.tag === "if" || block.tag === "unless");
    // Other blocks take what stands behind their "else", and do nothing with it.
    if (name === "else" && rest !== "" && (isIf || block.tag === "if" || block.tag === "for")) {
      const start = this.#text.indexOf("else", piece.start);
      this.#syntax(
        piece,
        isIf
          ? '"else if" is written "elsif".'
          : `"else" takes nothing, and "${shortened(rest)}" stands behind it.`,
        undefined,
        isIf
          ? {
              title: 'write "elsif"',
              safe: true,
              edits: [{ start, end: this.#text.indexOf("if", piece.from) + 2, text: "elsif" }],
            }
          : undefined,
      );
      // What the branch asks for is not read.
      this.#tags.otherwise(block);
      return;
    }
    // The engine takes a second "else" of other blocks, and does nothing with it.
    if (block.hasElse && block.tag === "if") {
      this.#syntax(piece, `"${name}" stands behind the "else" of its "${block.tag}".`);
      return;
    }
    this.#tags.part(piece, block);
  }

  #close(piece: Piece): void {
    const tag = piece.name.slice("end".length);
    if (!blockTags.has(tag)) {
      this.#unknown(piece);
      return;
    }
    if (!this.#blocks.isOpen(tag)) {
      if (piece.start <= this.#brokenFrom) this.#syntax(piece, `"${piece.name}" closes nothing.`);
      return;
    }
    for (
      let block = this.#blocks.close();
      block !== undefined && block.tag !== tag;
      block = this.#blocks.close()
    )
      this.#neverClosed(block);
    // The engine looks behind the ends of these alone.
    if (piece.from < piece.to && (tag === "if" || tag === "for")) {
      const rest = shortened(this.#text.slice(piece.from, piece.to));
      this.#syntax(piece, `"${piece.name}" takes nothing, and "${rest}" stands behind it.`);
    }
  }

  #neverClosed({ tag, start, end, assumed }: Block): void {
    if (assumed) return;
    this.#syntax({ start, end }, `This "${tag}" is never closed.`, `Write {% end${tag} %} where it ends.`);
  }

  #unknown({ name, start, end, to }: Piece): void {
    const opened = name.startsWith("end") ? this.#unknownTags.get(name.slice("end".length)) : undefined;
    if (opened !== undefined) {
      // What closes a tag that was told is told with it.
      if (this.#blocks.innermost?.tag === opened) this.#blocks.close();
      return;
    }
    const innermost = this.#blocks.innermost;
    if (/^(?:event|customer|trigger|journey)$/.test(name)) {
      const path = this.#text.slice(this.#text.indexOf(name, start), to);
      this.#syntax({ start, end }, "{% %} is for tags: a value is shown by {{ }}.", `Write {{ ${path} }}.`);
      return;
    }
    const wanted =
      name === "set"
        ? "assign"
        : name === "end" && innermost !== undefined
          ? `end${innermost.tag}`
          : /^else?_?if$/i.test(name)
            ? "elsif"
            : this.#words.tag(name);
    this.#unknownTags.set(name, wanted ?? "");
    const at = this.#text.indexOf(name, start);
    this.#report({
      kind: "syntax",
      message: `Customer.io knows no tag "${name}".${wanted === undefined ? "" : ` Did you mean "${wanted}"?`}`,
      start: at,
      end: at + name.length,
      ...(wanted !== undefined && {
        mend: {
          title: `change to "${wanted}"`,
          safe: false,
          edits: [{ start: at, end: at + name.length, text: wanted }],
        },
      }),
    });
    // What was meant is not known, but it keeps its blocks in order.
    if (wanted?.startsWith("end") === true && innermost?.tag === wanted.slice("end".length))
      this.#blocks.close();
    else if (wanted !== undefined && blockTags.has(wanted) && wanted !== "comment" && wanted !== "raw")
      this.#blocks.open({ name: wanted, start, end }, unreadBranch, undefined, true);
    else if (
      wanted === "elsif" &&
      innermost !== undefined &&
      (innermost.tag === "if" || innermost.tag === "unless")
    )
      this.#tags.otherwise(innermost);
  }

  #syntax(
    { start, end }: { readonly start: number; readonly end: number },
    message: string,
    help?: string,
    mend?: TemplateProblem["mend"],
  ): void {
    this.#report({
      kind: "syntax",
      message,
      start,
      end,
      ...(help !== undefined && { help }),
      ...(mend !== undefined && { mend }),
    });
  }

  #report(problem: TemplateProblem): void {
    if (this.problems.length < 2 * problemLimit) this.problems.push(problem);
  }
}

function shortened(text: string): string {
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}
