// Finds where a part of an example is written, for rules: the plan keeps the place of the whole example alone.
import type { Span } from "../diagnostics/diagnostic.js";
import type { Plan } from "../plan/plan.js";
import { readFile } from "../plan/recover.js";
import type { TreeNode } from "../plan/tree.js";

/** Lives as long as one check runs; reads a file again when it is first asked about one of its examples. */
export class ExamplePlaces {
  readonly #plan: Plan;
  readonly #files = new Map<string, ReadonlyMap<string, TreeNode>>();

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  /** The value that the keys and indexes of `path` lead to; the whole example where it can't be found. */
  value(example: Span, path: readonly (string | number)[]): Span {
    const node = this.#node(example, path);
    if (node === undefined) return example;
    // What lacks something and goes over several lines is shown by its first key: a frame of all would hide the rest.
    const first = node.kind === "map" ? node.entries[0]?.key.span : undefined;
    return first !== undefined && this.#text(node.span).includes("\n") ? first : node.span;
  }

  /** The last key of `path`, rather than its value. */
  key(example: Span, path: readonly (string | number)[]): Span {
    const outer = this.#node(example, path.slice(0, -1));
    if (outer?.kind !== "map") return example;
    return outer.entries.find(({ key }) => key.text === path.at(-1))?.key.span ?? example;
  }

  #node(example: Span, path: readonly (string | number)[]): TreeNode | undefined {
    let node = this.#nodes(example.file).get(keyOf(example));
    for (const step of path) {
      if (node?.kind === "map") node = node.entries.find(({ key }) => key.text === step)?.value;
      else if (node?.kind === "list" && typeof step === "number") node = node.items[step];
      else return undefined;
    }
    return node;
  }

  #nodes(path: string): ReadonlyMap<string, TreeNode> {
    const known = this.#files.get(path);
    if (known !== undefined) return known;
    const file = this.#plan.files.find((one) => one.path === path);
    const root = file === undefined ? undefined : readFile(file).root;
    const nodes = new Map<string, TreeNode>();
    if (root !== undefined) collect(root, nodes);
    this.#files.set(path, nodes);
    return nodes;
  }

  #text({ file, start, end }: Span): string {
    return this.#plan.files.find((one) => one.path === file)?.text.slice(start, end) ?? "";
  }
}

function collect(node: TreeNode, nodes: Map<string, TreeNode>): void {
  nodes.set(keyOf(node.span), node);
  if (node.kind === "map") for (const { value } of node.entries) collect(value, nodes);
  else if (node.kind === "list") for (const item of node.items) collect(item, nodes);
}

function keyOf({ start, end }: Span): string {
  return `${start}-${end}`;
}
