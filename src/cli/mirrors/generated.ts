// The mirror `generated`: compares what the plan compiles to with the files on disk.
import { checkOutput } from "../../output/output.js";
import { buildCommand, generate, hasErrors } from "../pipeline.js";
import type { MirrorRead, MirrorRequest } from "./mirror.js";

export function readGenerated({ recording, globals, location, plan }: MirrorRequest): MirrorRead {
  const { outputs, diagnostics, complete } = generate(plan, undefined);
  if (hasErrors(diagnostics)) {
    return { diagnostics, files: [], checked: { generatedFiles: 0 }, repeatable: false };
  }
  const output = checkOutput({
    project: location,
    targets: outputs,
    complete,
    command: buildCommand(globals),
    files: recording.files,
  });
  return {
    diagnostics: [...diagnostics, ...output.diagnostics],
    files: output.files,
    checked: { generatedFiles: output.count },
    repeatable: true,
  };
}
