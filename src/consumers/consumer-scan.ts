// Gathers what the consumers of a plan refer to: the second half of the mirror `consumers`, behind reading templates.
import { compareText, type Located, type Span } from "../diagnostics/diagnostic.js";
import type { Consumer, Plan } from "../plan/plan.js";
import type { Templates } from "../plan/templates.js";
import { KnownExpressions } from "./known-expressions.js";
import type { LiquidModule } from "./liquid-reader.js";
import { NearestWords } from "./nearest-words.js";
import { planReferences } from "./plan-references.js";
import type { Reference } from "./reference.js";
import type { Template, TemplateProblem, TemplateUse } from "./template.js";
import { templateReference } from "./template-references.js";
import { readTemplate } from "./template-walk.js";

/** Something in a template that can't be read or that nobody knows, and the consumers that send it. */
export type ConsumerProblem = Omit<TemplateProblem, "start" | "end" | "mend"> & {
  readonly span: Span;
  readonly consumers: readonly string[];
  readonly mend?: {
    readonly title: string;
    readonly safe: boolean;
    readonly edits: readonly { readonly span: Span; readonly text: string }[];
  };
};

/** A template that the plan names and that can't be read. */
export type UnreadableTemplate = {
  readonly path: Located<string>;
  /** Why, as the end of a sentence. */
  readonly why: string;
};

export type ConsumerScan = {
  /** By consumer and place. */
  readonly references: readonly Reference[];
  /** By file and place. */
  readonly problems: readonly ConsumerProblem[];
  readonly unreadable: readonly UnreadableTemplate[];
  /** The texts of the templates, by path. */
  readonly texts: ReadonlyMap<string, string>;
};

/**
 * `liquid` is undefined where there are no templates, so that it need not be loaded. `known` are templates that were
 * read before, by their text.
 */
export function scanConsumers(
  plan: Plan,
  templates: Templates,
  liquid: LiquidModule | undefined,
  known: Map<string, Template> = new Map(),
): ConsumerScan {
  const texts = new Map([...templates.files].map(([path, { text }]) => [path, text]));
  const read = new Map<string, Template>();
  if (liquid !== undefined) {
    const words = new NearestWords();
    const expressions = new KnownExpressions();
    for (const [path, text] of texts) {
      const template = known.get(text) ?? readTemplate(text, liquid, words, expressions);
      known.set(text, template);
      read.set(path, template);
    }
  }
  const snippets = new Map(plan.snippets.map((snippet) => [snippet.name.value, snippet.template.value]));
  const users = new Map<string, string[]>();
  const references: Reference[] = [];
  for (const consumer of plan.consumers) {
    references.push(...planReferences(consumer));
    for (const path of distinct(consumer.templates)) {
      const template = read.get(path);
      const text = texts.get(path);
      if (template === undefined || text === undefined) continue;
      note(users, path, consumer.name.value);
      const ofSnippets = new Set<string>();
      for (const use of template.uses) {
        references.push(templateReference(use, consumer, path, text, false));
        gatherSnippets(use, snippets, read, ofSnippets);
      }
      for (const snippet of ofSnippets)
        references.push(...snippetReferences(snippet, consumer, read.get(snippet), texts.get(snippet)));
      for (const snippet of ofSnippets) note(users, snippet, consumer.name.value);
    }
  }
  return { references, problems: problemsOf(read, users), unreadable: templates.unreadable, texts };
}

/** The files of the snippets that a template uses, and of those that they use. */
function gatherSnippets(
  use: TemplateUse,
  snippets: ReadonlyMap<string, string>,
  read: ReadonlyMap<string, Template>,
  found: Set<string>,
): void {
  const queue = [use];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const [first] = next.steps;
    if (next.namespace !== "snippets" || first === undefined || !("name" in first)) continue;
    const path = snippets.get(first.name);
    if (path === undefined || found.has(path)) continue;
    found.add(path);
    queue.push(...(read.get(path)?.uses ?? []));
  }
}

function snippetReferences(
  path: string,
  consumer: Consumer,
  template: Template | undefined,
  text: string | undefined,
): readonly Reference[] {
  if (template === undefined || text === undefined) return [];
  return template.uses.map((use) => templateReference(use, consumer, path, text, true));
}

function problemsOf(
  read: ReadonlyMap<string, Template>,
  users: ReadonlyMap<string, readonly string[]>,
): readonly ConsumerProblem[] {
  const paths = [...read.keys()].sort(compareText);
  return paths.flatMap((file) =>
    (read.get(file)?.problems ?? []).map(({ start, end, mend, ...problem }) => ({
      ...problem,
      span: { file, start, end },
      consumers: users.get(file) ?? [],
      ...(mend !== undefined && {
        mend: {
          title: mend.title,
          safe: mend.safe,
          edits: mend.edits.map((edit) => ({
            span: { file, start: edit.start, end: edit.end },
            text: edit.text,
          })),
        },
      }),
    })),
  );
}

function distinct(paths: readonly Located<string>[]): ReadonlySet<string> {
  return new Set(paths.map(({ value }) => value));
}

function note(users: Map<string, string[]>, path: string, consumer: string): void {
  const known = users.get(path);
  if (known === undefined) users.set(path, [consumer]);
  else if (known.at(-1) !== consumer) known.push(consumer);
}
