// The command `trackwright init`: writes a first plan into a project, from a template or from its code.

import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { didYouMeanText } from "../../diagnostics/did-you-mean.js";
import { writeNewFiles } from "../../output/new-files.js";
import { copyTemplate } from "../../output/template.js";
import { counted } from "../../report/report.js";
import { type ExitCode, exitCodes, UsageError } from "../exit-codes.js";
import type { GlobalOptions } from "../options.js";
import { shellWord } from "../shell-word.js";
import type { Terminal } from "../terminal.js";

const templates = ["store", "saas", "empty"] as const;
const planFolder = "tracking-plan";

export type InitOptions = {
  /** The folder of the project, relative to the working directory. */
  readonly dir: string;
  /** Undefined where none was named. */
  readonly template: string | undefined;
  readonly fromCode: boolean;
  readonly types: boolean;
};

export async function runInit(
  terminal: Terminal,
  globals: GlobalOptions,
  options: InitOptions,
): Promise<ExitCode> {
  const { dir, template, fromCode, types } = options;
  if (globals.plan !== undefined) {
    throw new UsageError("--plan is not for `trackwright init`: name the folder of your project instead");
  }
  if (fromCode && template !== undefined)
    throw new UsageError("--from-code and --template don't go together");
  if (types && !fromCode) throw new UsageError("--types goes with --from-code");
  const root = resolve(terminal.cwd, dir);
  // A project may have that name; a folder that is yet to be made, or is empty, is meant to be the plan's own.
  if (basename(root) === planFolder && root !== terminal.cwd && isEmpty(root)) {
    const project = dirname(dir) === "." ? "" : ` ${shellWord(dirname(dir))}`;
    throw new UsageError(
      `"${dir}" would hold ${planFolder}/${planFolder}: name the folder of your project, which the plan's own folder is made in. Run \`trackwright init${project}\`.`,
    );
  }
  const written = fromCode
    ? await writeFromCode(terminal, globals, root, dir, types)
    : writeTemplate(root, dir, template ?? "store");
  if (globals.quiet) return exitCodes.clean;
  // Who began with npx has no `trackwright` to call without it.
  const call = terminal.env.npm_command === "exec" ? "npx trackwright" : "trackwright";
  const steps = [
    ...(root === terminal.cwd ? [] : [`cd ${shellWord(dir)}`]),
    `${call} build          write the code, schemas and docs into generated/`,
    `${call} lint           check the plan and what was generated`,
    `${call} build --check  in CI: fail when generated files are out of date`,
  ];
  terminal.stdout.write(
    `${written.map((path) => `Wrote ${shown(dir, path)}`).join("\n")}\n\nNext:\n${steps.map((step) => `  ${step}`).join("\n")}\n`,
  );
  return exitCodes.clean;
}

function isEmpty(folder: string): boolean {
  return !existsSync(folder) || (statSync(folder).isDirectory() && readdirSync(folder).length === 0);
}

function writeTemplate(root: string, dir: string, template: string): readonly string[] {
  const chosen = templates.find((name) => name === template);
  if (chosen === undefined) {
    throw new UsageError(
      `unknown template "${template}".${didYouMeanText(template, templates)} The templates are ${templates.join(", ")}`,
    );
  }
  const from = fileURLToPath(new URL(`../../templates/${chosen}`, import.meta.url));
  const { written, existing } = copyTemplate(from, resolve(root, planFolder));
  refuseExisting(dir, existing);
  return written;
}

async function writeFromCode(
  terminal: Terminal,
  globals: GlobalOptions,
  root: string,
  dir: string,
  types: boolean,
): Promise<readonly string[]> {
  const { planOfCode } = await import("../init-from-code.js");
  const { files, events, attributes, sources, unread, warnings, madeFrom } = await planOfCode(
    terminal,
    globals,
    root,
    {
      folder: planFolder,
      types,
    },
  );
  const { written, existing } = writeNewFiles(
    files.map(({ path, text }) => ({ path, content: text })),
    resolve(root, planFolder),
  );
  refuseExisting(dir, existing);
  if (!globals.quiet) {
    const people = attributes === 0 ? "" : `, ${counted(attributes, "attribute")}`;
    const missed = unread === 0 ? "" : `; ${counted(unread, "call")} left open, listed in plan.yaml`;
    terminal.stderr.write(
      `Found ${counted(events, "event")}${people} and ${counted(sources.length, "source")}: ${madeFrom}${missed}\n` +
        `\`trackwright lint\` will have ${counted(warnings, "finding")} about the draft, none of them an error\n`,
    );
  }
  return written;
}

function refuseExisting(dir: string, existing: readonly string[]): void {
  if (existing.length === 0) return;
  const names = existing.map((path) => `  ${shown(dir, path)}`).join("\n");
  throw new UsageError(
    `nothing was written, since these files exist:\n${names}\nGive \`trackwright init\` another folder, or move them away.`,
  );
}

function shown(dir: string, path: string): string {
  return join(dir, planFolder, path).replaceAll("\\", "/");
}
