// What a template's variables stand for and which values are known to be there, at the place that the walk has reached.
import type { PathTerm } from "./liquid-terms.js";
import type { Namespace, Step } from "./reference.js";
import { globalNames, namespaces } from "./vocabulary.js";

/** A value that is looked up somewhere: the steps to it, and a key for each of them. */
export type Resolved = {
  readonly namespace: Namespace;
  readonly root: string;
  readonly steps: readonly Step[];
  /** The key of the value that each step leads to: what is known of one is known of all that have its key. */
  readonly keys: readonly string[];
  readonly told: number;
  readonly sure: number;
  /** True where a `default` may have put another value in its place. */
  readonly widened: boolean;
};

/** What a variable stands for; undefined for a text or number of the template's own. */
export type Binding = Resolved | undefined;

type Changes = Map<string, { readonly had: boolean; readonly binding: Binding }>;

/** Lives as long as one walk. Blocks are entered and left like parentheses. */
export class TemplateScope {
  readonly #variables = new Map<string, Binding>();
  /** How many of the open blocks say that a value is there. */
  readonly #present = new Map<string, number>();
  /** What the variables were before each of the open branches. */
  readonly #changes: Changes[] = [];
  /** Variables of loops that have ended, and those that something else gave a value. */
  readonly #ended = new Set<string>();
  readonly #assigned = new Set<string>();
  #openLoops = 0;
  #loops = 0;
  #blurs = 0;

  /** Begins (or ends) a part of which nothing tells what is there, since its condition can't be read. */
  blur(by: 1 | -1): void {
    this.#blurs += by;
  }

  get isBlurred(): boolean {
    return this.#blurs > 0;
  }

  /** Gives a variable a value that stays behind the block. */
  bind(name: string, binding: Binding): void {
    this.#assigned.add(name);
    this.#put(name, binding);
  }

  /** Gives a loop's variable its value, which ends with the loop. */
  beginLoop(name: string, element: Binding): void {
    this.#openLoops++;
    this.#put(name, element);
  }

  endLoop(name: string): void {
    this.#openLoops--;
    this.#ended.add(name);
  }

  /** Begins the part of a loop that is there for a list without elements. */
  noElement(name: string): void {
    this.#ended.add(name);
  }

  /** The names that something but a loop gave a value, wherever that was. */
  get assigned(): ReadonlySet<string> {
    return this.#assigned;
  }

  /** Whether a name is that of a loop's variable, and the loop has ended: there is nothing under it any more. */
  hasEnded(name: string): boolean {
    if (name === "forloop") return this.#ended.size > 0 && this.#openLoops === 0;
    return (
      this.#ended.has(name) && !this.#variables.has(name) && !this.#assigned.has(name) && !isNamespace(name)
    );
  }

  #put(name: string, binding: Binding): void {
    const changes = this.#changes.at(-1);
    if (changes !== undefined && !changes.has(name))
      changes.set(name, { had: this.#variables.has(name), binding: this.#variables.get(name) });
    this.#variables.set(name, binding);
  }

  /** Begins a branch, in which these values are known to be there. */
  enter(keys: Iterable<string>): void {
    this.#changes.push(new Map());
    this.hold(keys);
  }

  /** Ends a branch, and gives the variables back what they stood for before it; tells which had changed. */
  leave(keys: Iterable<string>): Iterable<string> {
    this.release(keys);
    const changes: Changes = this.#changes.pop() ?? new Map();
    for (const [name, { had, binding }] of changes) {
      if (had) this.#variables.set(name, binding);
      else this.#variables.delete(name);
    }
    return changes.keys();
  }

  hold(keys: Iterable<string>): void {
    for (const key of keys) this.#present.set(key, (this.#present.get(key) ?? 0) + 1);
  }

  release(keys: Iterable<string>): void {
    for (const key of keys) {
      const count = (this.#present.get(key) ?? 0) - 1;
      if (count > 0) this.#present.set(key, count);
      else this.#present.delete(key);
    }
  }

  /** Where a path is looked up; undefined where that is in the template's own variables, or is not known. */
  resolve({ root, steps }: PathTerm): Resolved | undefined {
    if (this.#variables.has(root)) {
      const bound = this.#variables.get(root);
      return bound === undefined ? undefined : extended(bound, steps);
    }
    if (root === "" || globalNames.has(root)) return undefined;
    const known = resolvedPaths.get(steps);
    if (known?.root === root) return known;
    const namespace: Namespace = isNamespace(root) ? root : "none";
    const start = { namespace, root, steps: [], keys: [], told: 0, sure: 0, widened: false };
    const resolved = extended(start, steps);
    resolvedPaths.set(steps, resolved);
    return resolved;
  }

  /** How many of its steps are known to lead to something here. */
  sureSteps({ keys, sure }: Resolved): number {
    for (let count = keys.length; count > sure; count--) {
      const key = keys[count - 1];
      if (key !== undefined && this.#present.has(key)) return count;
    }
    return sure;
  }

  /** An element of a list: each loop has its own. */
  elementOf(list: Resolved, index: number | undefined): Resolved {
    const key =
      index === undefined ? `#${this.#loops++}` : `${list.keys.at(-1) ?? list.root}\u0001[${index}]`;
    const steps = [...list.steps, { element: index }];
    return { ...list, steps, keys: [...list.keys, key], told: steps.length, sure: steps.length };
  }
}

/** What paths lead to that begin with no variable, by their steps: an expression that comes again has the same ones. */
const resolvedPaths = new WeakMap<readonly Step[], Resolved>();

function extended(start: Resolved, steps: readonly Step[]): Resolved {
  if (steps.length === 0) return start;
  const keys = [...start.keys];
  let key = keys.at(-1) ?? start.root;
  for (const step of steps) {
    key += "name" in step ? `\u0001${step.name}` : `\u0001[${step.element ?? ""}]`;
    keys.push(key);
  }
  const { namespace, root, told, sure, widened } = start;
  return {
    namespace,
    root,
    steps: start.steps.length === 0 ? steps : [...start.steps, ...steps],
    keys,
    told,
    sure,
    widened,
  };
}

function isNamespace(name: string): name is "event" | "trigger" | "customer" | "journey" | "snippets" {
  return namespaces.has(name);
}
