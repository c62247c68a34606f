// The mirror `consumers`: reads what listens, the templates that the plan names among it.
import { scanConsumers } from "../../consumers/consumer-scan.js";
import { readTemplates } from "../../plan/templates.js";
import type { MirrorRead, MirrorRequest } from "./mirror.js";

export async function readConsumers({ recording, location, plan }: MirrorRequest): Promise<MirrorRead> {
  const templates = readTemplates(plan, location.root, recording.files);
  // Most of what it costs to start is the engine of the templates.
  const liquid = templates.files.size === 0 ? undefined : await import("liquidjs");
  const consumers = scanConsumers(plan, templates, liquid);
  return {
    diagnostics: [],
    files: [...templates.files.values()],
    checked: {},
    facts: { consumers },
    repeatable: true,
  };
}
