// Tells by content where generated files come from: the text of the plan, and what makes files of it.
import { createHash } from "node:crypto";
import { withLineFeeds } from "../output/manifest.js";
import type { LoadedPlan } from "../plan/load.js";
import { generatorId } from "./build-id.js";

/** What seals bind generated files to; undefined where our own code is not known by its content. */
export function originOf({ files }: Pick<LoadedPlan, "files">): string | undefined {
  if (generatorId === undefined) return undefined;
  const sum = createHash("sha256").update(generatorId);
  for (const { path, text } of files) {
    const lines = withLineFeeds(text);
    sum.update(`\0${path}\0${lines.length}\0`).update(lines);
  }
  return sum.digest("hex");
}
