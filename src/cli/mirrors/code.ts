// The mirror `code`: what the project's source code sends, for the rules to hold to the plan.
import type { CodeScan } from "../../code/emission.js";
import { scanProject } from "../../code/scan.js";
import type { Plan } from "../../plan/plan.js";
import { expectCode, expectScan } from "../engine.js";
import { UsageError } from "../exit-codes.js";
import { scanMemory } from "../scan-memory.js";
import { shellWord } from "../shell-word.js";
import { withTypes } from "../types.js";
import { unbuiltTypeScript } from "../unbuilt.js";
import { wantedPaths } from "../wanted-paths.js";
import type { MirrorRead, MirrorRequest } from "./mirror.js";

export async function readCode(request: MirrorRequest): Promise<MirrorRead> {
  const { location, plan, options, globals, recording } = request;
  const wanted = wantedPaths(options.paths, recording.terminal, location);
  expectScan();
  const scan = await scanProject({
    root: location.root,
    plan,
    given: true,
    suspects: true,
    places: options.types || mayRewrite(plan),
    ...(recording.observes && { looks: recording.files }),
    memory: scanMemory(location.root, recording.terminal, globals),
    unbuilt: unbuiltTypeScript(plan),
    prepare: expectCode,
    ...(wanted.length > 0 && { only: (file: string) => wanted.some((path) => isBelow(file, path)) }),
  });
  refuseNothing(request, scan, wanted);
  const code = options.types ? await withTypes(recording.terminal, globals, scan, location.root) : scan;
  if (code.files === 0)
    return { diagnostics: [], files: [], checked: {}, facts: {}, repeatable: code.observed === true };
  const emissions = code.emissions.filter(({ forwards, doubt }) => forwards !== true && doubt === undefined);
  return {
    diagnostics: [],
    files: [...code.texts].map(([path, text]) => ({ path, text })),
    checked: { codeFiles: code.files, emissions: emissions.length },
    facts: { code: await withFixes(code, plan) },
    repeatable: code.observed === true && !options.types,
  };
}

/** What `raw-emit` offers takes the code generator, which a plan without the rule does without. */
async function withFixes(code: CodeScan, plan: Plan): Promise<CodeScan> {
  if (!mayRewrite(plan)) return code;
  const { withRewritesOf } = await import("../rewrites.js");
  return withRewritesOf(code, plan);
}

function mayRewrite(plan: Plan): boolean {
  return plan.rules.some(({ rule }) => rule.value === "raw-emit");
}

function isBelow(file: string, path: string): boolean {
  return path === "" || file === path || file.startsWith(`${path}/`);
}

/** A check of code that had none to look at does not pass. */
function refuseNothing(
  { options, location: { folder } }: MirrorRequest,
  code: CodeScan,
  wanted: readonly string[],
): void {
  if (code.files > 0) return;
  if (wanted.length > 0) {
    const named = options.paths.map((path) => shellWord(path)).join(" ");
    const isPlan = wanted.every((path) => isBelow(path, folder));
    throw new UsageError(
      `there is no TypeScript or JavaScript to lint in ${named}` +
        (isPlan ? ". The plan is always linted, as a whole: leave the path out" : ""),
    );
  }
  if (options.only?.includes("code") === true) {
    throw new UsageError(
      "there is no TypeScript or JavaScript in this project, so there is no code to lint. What .gitignore names, generated files and tests are left out",
    );
  }
}
