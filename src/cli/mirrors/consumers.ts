// The mirror `consumers`: reads what listens, the templates that the plan names among it.
import { scanConsumers } from "../../consumers/consumer-scan.js";
import { readTemplates } from "../../plan/templates.js";
import { liquidEngine } from "../liquid.js";
import type { MirrorRead, MirrorRequest } from "./mirror.js";

export function readConsumers({ recording, location, plan }: MirrorRequest): MirrorRead {
  const templates = readTemplates(plan, location.root, recording.files);
  const liquid = templates.files.size === 0 ? undefined : liquidEngine();
  const consumers = scanConsumers(plan, templates, liquid);
  return {
    diagnostics: [],
    files: [...templates.files.values()],
    checked: {},
    facts: { consumers },
    repeatable: true,
  };
}
