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
