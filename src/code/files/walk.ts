// Lists the source files of a project: what .gitignore leaves in, without what others wrote or tools made.
import { basename, dirname, join } from "node:path";
import ignore, { type Ignore } from "ignore";
import { compareText } from "../../diagnostics/diagnostic.js";
import { type CodeFile, isTestPath, languageOf } from "../languages.js";
import { once } from "../once.js";
import { touchedBy } from "./ignore-texts.js";
import { type CodeLooks, disk } from "./looks.js";
import { trackedIn } from "./tracked.js";

export type WalkOptions = {
  /** An absolute path. */
  readonly root: string;
  /** Folders relative to the root, with `/`, that are left out: what the plan generates. */
  readonly without: readonly string[];
  readonly looks?: CodeLooks | undefined;
};

export type Listing = {
  /** Sorted by path. */
  readonly files: readonly CodeFile[];
  /** Folders that hold a package.json or a tsconfig.json: relative, with `/`; "" is the root. */
  readonly packages: readonly string[];
  readonly configs: readonly string[];
  /** Folders that could not be listed. */
  readonly unreadable: readonly string[];
};

/** What holds packages, build output and caches, whatever .gitignore says. */
const skipped = new Set([
  "node_modules",
  "bower_components",
  "jspm_packages",
  ".git",
  ".hg",
  ".svn",
  ".yarn",
  ".pnpm-store",
  ".next",
  ".nuxt",
  ".output",
  ".svelte-kit",
  ".turbo",
  ".cache",
  ".parcel-cache",
  ".vercel",
  ".netlify",
  ".angular",
  ".nyc_output",
  "storybook-static",
  // Types alone, in a dialect of their own.
  "flow-typed",
]);

/** Output as a rule, beside a package's manifest; a team's own name for what is built, covered and so on in sources. */
const output = new Set(["dist", "build", "coverage"]);
const inSources = /(?:^|\/)(?:src|sources?|app|pages|components|features|modules|routes)\//;

/**
 * The rules of one .gitignore: the length of the path of its folder, or, of one above the root, the way down from it.
 */
type Rules = {
  readonly matcher: Ignore;
  readonly depth: number;
  readonly above: string;
  /** What a path must hold for any of the rules to speak of it, or of a folder around it. */
  readonly touched: RegExp;
};

/** Lists the files; what vanishes meanwhile is left out. */
export function listCode({ root, without, looks = disk }: WalkOptions): Listing {
  const files: CodeFile[] = [];
  const packages: string[] = [];
  const configs: string[] = [];
  const unreadable: string[] = [];
  const excluded = new Set(without.map((folder) => `${folder.replace(/\/+$/, "")}/`));
  const linked = new Set<string>();
  const base = root.endsWith("/") ? root : `${root}/`;
  const above = rulesAbove(looks, root);
  const tracked = once(() => trackedIn(looks, above.repository, above.prefix));
  const pending: Pending[] = [{ folder: "", rules: above.rules, isHidden: false }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { folder, isHidden } = next;
    let entries: ReturnType<CodeLooks["list"]>;
    try {
      entries = looks.list(folder === "" ? root : `${base}${folder.slice(0, -1)}`);
    } catch {
      if (!isHidden) unreadable.push(folder);
      continue;
    }
    const rules = [...next.rules];
    if (entries.some(({ name }) => name === ".gitignore")) {
      const own = readRules(looks, join(root, folder, ".gitignore"), folder.length);
      if (own !== undefined) rules.push(own);
    }
    const isSource = inSources.test(folder) && !entries.some(({ name }) => name === "package.json");
    for (const { name, kind: own } of entries) {
      const path = folder + name;
      let isFolder = own === "folder";
      let isFile = own === "file";
      if (own === "link") {
        const kind = followed(looks, join(root, path), linked);
        isFolder = kind === "folder";
        isFile = kind === "file";
      }
      if (isFolder) {
        if (skipped.has(name) || (output.has(name) && !isSource)) continue;
        if (excluded.has(`${path}/`)) continue;
        const hides = isHidden || ignores(rules, `${path}/`);
        if (hides && !tracked()(`${path}/`)) continue;
        pending.push({ folder: `${path}/`, rules, isHidden: hides });
      } else if (isFile) {
        if (isHidden && !tracked()(path)) continue;
        if (name === "package.json") packages.push(folder);
        else if (name === "tsconfig.json" || name === "jsconfig.json") configs.push(path);
        const language = languageOf(name);
        if (language === undefined) continue;
        if (!isHidden && ignores(rules, path) && !tracked()(path)) continue;
        files.push({ path, language, test: isTestPath(path) });
      }
    }
  }
  files.sort((a, b) => compareText(a.path, b.path));
  return { files, packages: packages.sort(), configs: configs.sort(), unreadable: unreadable.sort() };
}

/**
 * A folder that is still to be listed. What lies in a hidden one is left out by the rules: in repositories of several
 * languages, one's `lib/` for what is built is another's for sources.
 */
type Pending = { readonly folder: string; readonly rules: readonly Rules[]; readonly isHidden: boolean };

/** What a link leads to; a folder that was reached before is not entered again. */
function followed(looks: CodeLooks, path: string, seen: Set<string>): "folder" | "file" | undefined {
  try {
    const real = looks.realPath(path);
    if (real === undefined) return undefined;
    if (!looks.isFolder(path)) return looks.kindOf(real) === "file" ? "file" : undefined;
    // A link to a folder around it would never end, and one into the project shows files that are listed anyway.
    if (seen.has(real) || path.startsWith(`${real}/`)) return undefined;
    seen.add(real);
    return "folder";
  } catch {
    return undefined;
  }
}

function ignores(rules: readonly Rules[], path: string): boolean {
  // The nearest file decides, as in git.
  for (let index = rules.length - 1; index >= 0; index--) {
    const one = rules[index];
    if (one === undefined) continue;
    const below = one.above + path.slice(one.depth);
    if (!one.touched.test(below)) continue;
    const verdict = one.matcher.test(below);
    if (verdict.unignored) return false;
    if (!verdict.ignored) continue;
    // A rule for the folder around it was overruled by a nearer file: the folder was entered.
    const around = below.slice(0, below.lastIndexOf("/", below.length - 2) + 1);
    if (around === "" || !one.matcher.test(around).ignored) return true;
  }
  return false;
}

function readRules(looks: CodeLooks, path: string, depth: number, above = ""): Rules | undefined {
  try {
    const text = looks.read(path).toString("utf8");
    return { matcher: ignore().add(text), depth, above, touched: touchedBy(text) };
  } catch {
    return undefined;
  }
}

/** The repository that a root lies in, the way down to it with `/` at its end, and the rules of the folders between. */
type Above = {
  readonly rules: readonly Rules[];
  readonly repository: string | undefined;
  readonly prefix: string;
};

function rulesAbove(looks: CodeLooks, root: string): Above {
  const rules: Rules[] = [];
  let above = "";
  let repository = root;
  for (let folder = root; looks.kindOf(join(folder, ".git")) === undefined; ) {
    const parent = dirname(folder);
    // No repository: what lies above is nobody's.
    if (parent === folder) return { rules: [], repository: undefined, prefix: "" };
    above = `${basename(folder)}/${above}`;
    folder = parent;
    repository = parent;
    const path = join(folder, ".gitignore");
    // Asked first, so that one that is not there was seen not to be there.
    const own = looks.kindOf(path) === undefined ? undefined : readRules(looks, path, 0, above);
    if (own !== undefined) rules.unshift(own);
  }
  return { rules, repository, prefix: above };
}
