// The mirror `base`: what changed since another version of the plan, and whether it may.
import { baseFacts } from "../../rules/base-facts.js";
import { loadNamed } from "../compared-plans.js";
import { UsageError } from "../exit-codes.js";
import { usesOfBoth } from "../template-uses.js";
import type { MirrorRead, MirrorRequest } from "./mirror.js";

export async function readBase({
  recording,
  globals,
  options,
  location,
  loaded,
  plan,
  sharing,
}: MirrorRequest): Promise<MirrorRead> {
  if (options.base === undefined)
    throw new UsageError("the base mirror needs --base: a git ref, a folder or a package to compare with");
  const { terminal } = recording;
  const against = { label: "the working tree", loaded, plan };
  const base = await loadNamed(options.base, { terminal, globals, against, sharing });
  // What git says was not recorded.
  const read = { diagnostics: [], files: [], checked: {}, repeatable: false };
  // What a plan begins with breaks nothing.
  if (base.isNew === true) return read;
  const then = { plan: base.plan, diagnostics: base.loaded.diagnostics };
  const uses = usesOfBoth({ root: location.root }, base.plan, plan);
  return { ...read, facts: { base: baseFacts(base.label, then, plan, uses) } };
}
