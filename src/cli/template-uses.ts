// What consumers use of two plans, their Liquid templates among it: whom a change reaches, down to the message.
import { join } from "node:path";
import type { Change } from "../compare/change.js";
import type { Uses } from "../compare/reach.js";
import { namesInTemplates } from "../compare/template-names.js";
import { scanConsumers } from "../consumers/consumer-scan.js";
import type { Template } from "../consumers/template.js";
import { disk } from "../output/file-system.js";
import type { Plan } from "../plan/plan.js";
import { type FilesBeside, readTemplates, type Templates, templatePaths } from "../plan/templates.js";
import { liquidEngine } from "./liquid.js";

/** Where the templates of the newer plan are: below a folder of the disk, or where a commit or a package has them. */
export type TemplatePlace = { readonly root?: string; readonly beside?: FilesBeside };

const noTemplates: Templates = { files: new Map(), unreadable: [] };

/**
 * The uses of both plans, with the templates as the newer side has them: who was changed in the same pull request and
 * no longer uses what changed is not reached. Read are those alone that hold a name of what changed.
 */
export function usesOfBoth(
  place: TemplatePlace,
  before: Plan,
  after: Plan,
): (changes: readonly Change[]) => Uses {
  return (changes) => {
    const names = [...namesInTemplates(changes)];
    const read = (plan: Plan): Templates =>
      names.length === 0 ? noTemplates : holding(names, templatesOf(plan, place), plan);
    const [then, now] = [read(before), read(after)];
    const liquid = then.files.size + now.files.size === 0 ? undefined : liquidEngine();
    // Most templates are the same in both.
    const known = new Map<string, Template>();
    return {
      before: scanConsumers(before, then, liquid, known).references,
      after: scanConsumers(after, now, liquid, known).references,
    };
  };
}

/** What those consumers use, in both plans, whose templates changed; undefined where none did. */
export function usesOfChangedTexts(
  [before, after]: readonly [TemplatePlace, TemplatePlace],
  [then, now]: readonly [Plan, Plan],
): Uses | undefined {
  if (then.consumers.length === 0 || now.consumers.length === 0) return undefined;
  const [old, young] = [templatesOf(then, before), templatesOf(now, after)];
  const textsOf = (plan: Plan, { files }: Templates): ReadonlyMap<string, string> => {
    const text = (path: string): string => files.get(path)?.text ?? "";
    const shared = JSON.stringify(
      plan.snippets.map(({ name, template }) => [name.value, text(template.value)]),
    );
    return new Map(
      plan.consumers.map(({ name, templates }) => {
        const own = templates.map(({ value }) => text(value)).toSorted();
        return [name.value, JSON.stringify([own, own.some((one) => one.includes("snippets")) ? shared : ""])];
      }),
    );
  };
  const [was, is] = [textsOf(then, old), textsOf(now, young)];
  const changed = new Set([...was.keys()].filter((name) => is.has(name) && was.get(name) !== is.get(name)));
  if (changed.size === 0) return undefined;
  const liquid = liquidEngine();
  const known = new Map<string, Template>();
  const uses = (plan: Plan, templates: Templates) => {
    const consumers = plan.consumers.filter(({ name }) => changed.has(name.value));
    const wanted = new Set([
      ...consumers.flatMap((one) => one.templates.map(({ value }) => value)),
      ...plan.snippets.map(({ template }) => template.value),
    ]);
    const files = new Map([...templates.files].filter(([path]) => wanted.has(path)));
    return scanConsumers({ ...plan, consumers }, { files, unreadable: [] }, liquid, known).references;
  };
  return { before: uses(then, old), after: uses(now, young) };
}

function templatesOf(plan: Plan, { root, beside }: TemplatePlace): Templates {
  if (root !== undefined) return readTemplates(plan, root, disk);
  if (beside === undefined) return noTemplates;
  const paths = templatePaths(plan).map(({ value }) => value);
  const files = new Map([...beside([...new Set(paths)])].map(([path, bytes]) => [join(path), bytes]));
  return readTemplates(plan, "", {
    kindOf: (path) => (files.has(path) ? "file" : undefined),
    read: (path) => files.get(path) ?? new Uint8Array(),
  });
}

/** The templates that hold one of the names, and those that may do so by way of a snippet. */
function holding(names: readonly string[], { files, unreadable }: Templates, { snippets }: Plan): Templates {
  // In quotes, a backslash may stand for any letter.
  const holds = (text: string): boolean => text.includes("\\") || names.some((name) => text.includes(name));
  const found = new Set([...files].filter(([, { text }]) => holds(text)).map(([path]) => path));
  if (snippets.some(({ template }) => found.has(template.value)))
    for (const [path, { text }] of files) if (text.includes("snippets")) found.add(path);
  return { files: new Map([...files].filter(([path]) => found.has(path))), unreadable };
}
