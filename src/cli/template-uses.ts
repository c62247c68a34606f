// What consumers use of two plans, the Liquid templates on disk among it: whom a change reaches, down to the message.
import type { Uses } from "../compare/reach.js";
import { scanConsumers } from "../consumers/consumer-scan.js";
import { disk } from "../output/file-system.js";
import type { Plan } from "../plan/plan.js";
import { readTemplates } from "../plan/templates.js";

/**
 * The uses of both plans, with the templates below `root` as they are now: who was changed in the same pull request
 * and no longer uses what changed is not reached. Undefined where no plan names a template that can be read.
 */
export async function usesWithTemplates(root: string, before: Plan, after: Plan): Promise<Uses | undefined> {
  const [then, now] = [before, after].map((plan) => ({ plan, templates: readTemplates(plan, root, disk) }));
  if (then === undefined || now === undefined) return undefined;
  if (then.templates.files.size + now.templates.files.size === 0) return undefined;
  const liquid = await import("liquidjs");
  const usesOf = ({ plan, templates }: typeof now): Uses["before"] =>
    scanConsumers(plan, templates, liquid).references;
  return { before: usesOf(then), after: usesOf(now) };
}
