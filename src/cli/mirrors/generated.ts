// The mirror `generated`: compares what the plan compiles to with the files on disk.
import { checkOutput } from "../../output/output.js";
import { originOf } from "../origin.js";
import { buildCommand, checkSeals, generate, hasErrors } from "../pipeline.js";
import type { MirrorRead, MirrorRequest } from "./mirror.js";

export function readGenerated(request: MirrorRequest): MirrorRead {
  const { recording, globals, location, loaded, plan } = request;
  const sealed = checkSeals(request, undefined)?.output;
  if (sealed !== undefined)
    return { diagnostics: [], files: [], checked: { generatedFiles: sealed.count }, repeatable: true };
  const { outputs, diagnostics, complete } = generate(plan, undefined);
  if (hasErrors(diagnostics)) {
    return { diagnostics, files: [], checked: { generatedFiles: 0 }, repeatable: false };
  }
  const output = checkOutput({
    project: location,
    targets: outputs,
    complete,
    command: buildCommand(globals),
    origin: diagnostics.length === 0 ? originOf(loaded) : undefined,
    files: recording.files,
  });
  return {
    diagnostics: [...diagnostics, ...output.diagnostics],
    files: output.files,
    checked: { generatedFiles: output.count },
    repeatable: true,
  };
}
