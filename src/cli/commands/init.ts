// The command `trackwright init`: copies a template into a project.

import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { didYouMeanText } from "../../diagnostics/did-you-mean.js";
import { copyTemplate } from "../../output/template.js";
import { type ExitCode, exitCodes, UsageError } from "../exit-codes.js";
import type { GlobalOptions } from "../options.js";
import { shellWord } from "../shell-word.js";
import type { Terminal } from "../terminal.js";

const templates = ["store", "saas", "empty"] as const;
const planFolder = "tracking-plan";

export function runInit(
  terminal: Terminal,
  globals: GlobalOptions,
  { dir, template }: { readonly dir: string; readonly template: string },
): ExitCode {
  const chosen = templates.find((name) => name === template);
  if (chosen === undefined) {
    throw new UsageError(
      `unknown template "${template}".${didYouMeanText(template, templates)} The templates are ${templates.join(", ")}`,
    );
  }
  if (globals.plan !== undefined) {
    throw new UsageError("--plan is not for `trackwright init`: name the folder of your project instead");
  }
  const from = fileURLToPath(new URL(`../../templates/${chosen}`, import.meta.url));
  const root = resolve(terminal.cwd, dir);
  const { written, existing } = copyTemplate(from, resolve(root, planFolder));
  const shown = (path: string): string => join(dir, planFolder, path).replaceAll("\\", "/");
  if (existing.length > 0) {
    const names = existing.map((path) => `  ${shown(path)}`).join("\n");
    throw new UsageError(
      `nothing was written, since these files exist:\n${names}\nGive \`trackwright init\` another folder, or move them away.`,
    );
  }
  if (!globals.quiet) {
    const steps = [
      ...(root === terminal.cwd ? [] : [`cd ${shellWord(dir)}`]),
      "trackwright build          write the code, schemas and docs into generated/",
      "trackwright lint           check the plan and what was generated",
      "trackwright build --check  in CI: fail when generated files are out of date",
    ];
    terminal.stdout.write(
      `${written.map((path) => `Wrote ${shown(path)}`).join("\n")}\n\nNext:\n${steps.map((step) => `  ${step}`).join("\n")}\n`,
    );
  }
  return exitCodes.clean;
}
