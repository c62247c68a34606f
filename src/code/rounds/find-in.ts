// Finds the calls of a project that was opened: loaded where nothing is remembered of it, since the parser comes with it.
import { compareText } from "../../diagnostics/diagnostic.js";
import type { Plan } from "../../plan/plan.js";
import type { Emission } from "../emission.js";
import type { CodeFile } from "../languages.js";
import type { Project } from "./project.js";
import type { KeptScan } from "./scan-memory.js";
import { silencesIn } from "./silence.js";
import { findEmissions, type Search } from "./wrappers.js";

export { parserFor } from "../syntax/parser.js";
export { pastOf, recordOf, withPast } from "./past.js";
export { openProject } from "./project.js";

/** What a search of a project's files came to. */
export type Found = Pick<
  KeptScan,
  "emissions" | "given" | "suspects" | "problems" | "skipped" | "silences" | "parsed"
>;

/** The same with what a later scan takes over of it; undefined where that is nothing. */
export type Searched = Found & { readonly done?: Search["done"] };

/** What decides beside the files what is found. */
export type Asked = {
  readonly plan?: Plan | undefined;
  /** The files of what the plan generates. */
  readonly generated?: readonly CodeFile[];
  /** Whether what callers give to functions that send an event by a name of their own is looked for. */
  readonly given?: boolean;
  /** Whether calls are looked for that look like those that send events. */
  readonly suspects?: boolean;
};

/** Finds the calls in files, and gives them by file and place. */
export function findIn(
  project: Project,
  files: readonly CodeFile[],
  { plan, generated = [], given = false, suspects = false }: Asked = {},
): Searched {
  const found = findEmissions(
    project,
    files,
    plan?.code ?? { calls: [], presets: [] },
    creatorsOf(project, generated),
    { given, suspects },
  );
  const emissions = found.emissions.toSorted(byPlace);
  return {
    emissions,
    given: found.given.toSorted(byPlace),
    suspects: found.suspects.toSorted(byPlace),
    problems: project.problems(),
    skipped: project.skipped(),
    silences: silencesIn(project, files, emissions),
    parsed: project.parsedCount(),
    done: found.done,
  };
}

function byPlace({ span: a }: Emission, { span: b }: Emission): number {
  return compareText(a.file, b.file) || a.start - b.start || a.end - b.end;
}

/** More creators are not searched for one by one: who calls them calls a tracker, too. */
const mostCreators = 400;

/** The names of the generated creators, as their index exports them. */
function creatorsOf(project: Project, generated: readonly CodeFile[]): readonly string[] {
  const index = generated.find(
    ({ path }) => /(?:^|\/)index\.[cm]?[jt]s$/.test(path) && !/\/validators\//.test(path),
  );
  const module = index === undefined ? undefined : project.linker.module(index.path);
  const names = [...(module?.exports.named ?? [])].flatMap(([name, exported]) =>
    exported.kind === "from" && /^[a-z_$]/.test(name) ? [name] : [],
  );
  return names.length > mostCreators ? [] : names;
}
