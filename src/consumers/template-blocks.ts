// The open blocks of a template while it is walked: which branch of which block holds a place, and what that tells.
import type { PathTerm } from "./liquid-terms.js";
import type { Binding, TemplateScope } from "./template-scope.js";

/** What a branch tells of values: those that are there in it, and those that are there where it is not taken. */
export type Branch = {
  readonly there: Iterable<string>;
  readonly otherwise: ReadonlySet<string>;
  /** True where its condition can't be read, so that nothing tells what is there. */
  readonly unread?: boolean;
};

export const plainBranch: Branch = { there: [], otherwise: new Set() };

/** A branch whose condition can't be read. */
export const unreadBranch: Branch = { ...plainBranch, unread: true };

/** A block that is open. */
export type Block = {
  readonly tag: string;
  readonly start: number;
  readonly end: number;
  /** The branch that is open; undefined between two. */
  branch: Branch | undefined;
  /** What is there in every further branch, since the ones before were not taken. */
  readonly held: ReadonlySet<string>[];
  /** Variables that some branch changed: behind the block nothing tells what they stand for. */
  readonly changed: Set<string>;
  /** The variable of a loop. */
  variable?: string;
  /** The value that a `case` is about. */
  readonly subject: PathTerm | undefined;
  hasElse: boolean;
  /** True for one whose tag was told as unknown: that it is not closed need not be told as well. */
  readonly assumed: boolean;
};

/** Lives as long as one walk. */
export class TemplateBlocks {
  readonly #scope: TemplateScope;
  readonly #open: Block[] = [];
  /** How many of each tag are open: a stray end is told without a search. */
  readonly #counts = new Map<string, number>();

  constructor(scope: TemplateScope) {
    this.#scope = scope;
  }

  get innermost(): Block | undefined {
    return this.#open.at(-1);
  }

  /** Whether a block of this tag is open, however far out. */
  isOpen(tag: string): boolean {
    return (this.#counts.get(tag) ?? 0) > 0;
  }

  open(
    { name: tag, start, end }: { readonly name: string; readonly start: number; readonly end: number },
    branch: Branch = plainBranch,
    subject?: PathTerm,
    assumed: boolean = false,
  ): void {
    const block: Block = {
      tag,
      start,
      end,
      branch: undefined,
      held: [],
      changed: new Set(),
      subject,
      hasElse: false,
      assumed,
    };
    this.#open.push(block);
    this.#counts.set(tag, (this.#counts.get(tag) ?? 0) + 1);
    this.begin(block, branch);
  }

  /** Begins a branch of a block. */
  begin(block: Block, branch: Branch): void {
    block.branch = branch;
    this.#scope.enter(branch.there);
    if (branch.unread === true) this.#scope.blur(1);
  }

  /** Gives the variable of the loop that was just opened its value. */
  loop(variable: string, element: Binding): void {
    const block = this.#open.at(-1);
    if (block !== undefined) block.variable = variable;
    this.#scope.beginLoop(variable, element);
  }

  /** Ends the open branch of a block. What it tells where it is not taken holds up to the end of the block. */
  end(block: Block): void {
    if (block.branch === undefined) return;
    if (block.branch.unread === true) this.#scope.blur(-1);
    for (const name of this.#scope.leave(block.branch.there)) block.changed.add(name);
    const { otherwise } = block.branch;
    if (otherwise.size > 0) {
      block.held.push(otherwise);
      this.#scope.hold(otherwise);
    }
    block.branch = undefined;
  }

  /** Closes the innermost block. */
  close(): Block | undefined {
    const block = this.#open.pop();
    if (block === undefined) return undefined;
    this.#counts.set(block.tag, (this.#counts.get(block.tag) ?? 1) - 1);
    this.end(block);
    for (const keys of block.held) this.#scope.release(keys);
    const { variable } = block;
    for (const name of block.changed)
      if (name !== variable || this.#scope.assigned.has(name)) this.#scope.bind(name, undefined);
    if (variable !== undefined) this.#scope.endLoop(variable);
    return block;
  }
}
