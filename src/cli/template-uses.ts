// What consumers use of two plans, the Liquid templates on disk among it: whom a change reaches, down to the message.
import type { Uses } from "../compare/reach.js";
import { scanConsumers } from "../consumers/consumer-scan.js";
import { disk } from "../output/file-system.js";
import type { Plan } from "../plan/plan.js";
import { readTemplates, type Templates } from "../plan/templates.js";

const noTemplates: Templates = { files: new Map(), unreadable: [] };

/**
 * The uses of both plans, with the templates below `root` as they are now: who was changed in the same pull request
 * and no longer uses what changed is not reached. Without a root no template is read.
 */
export async function usesOfBoth(root: string | undefined, before: Plan, after: Plan): Promise<Uses> {
  const read = (plan: Plan): Templates =>
    root === undefined ? noTemplates : readTemplates(plan, root, disk);
  const [then, now] = [read(before), read(after)];
  const liquid = then.files.size + now.files.size === 0 ? undefined : await import("liquidjs");
  return {
    before: scanConsumers(before, then, liquid).references,
    after: scanConsumers(after, now, liquid).references,
  };
}
