// The mirror `consumers`: reads what listens, the templates that the plan names among it.
import { scanConsumers } from "../../consumers/consumer-scan.js";
import { readTemplates } from "../../plan/templates.js";
import { expectLongRun } from "../engine.js";
import { liquidEngine } from "../liquid.js";
import type { MirrorRead, MirrorRequest } from "./mirror.js";

/** What a small workspace has. */
const manyTemplates = 100;

export function readConsumers({ recording, location, plan }: MirrorRequest): MirrorRead {
  const templates = readTemplates(plan, location.root, recording.files);
  if (templates.files.size > manyTemplates) expectLongRun();
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
