// Makes a change to a folder in two steps, so that a kill or a full disk leaves the old files or the new ones:
// first every new file is written beside the old ones and a journal says what is to happen, then it happens.
import { dirname, join } from "node:path";
import { errorCode, type FileSystem } from "./file-system.js";
import { contentHash } from "./manifest.js";

/** The folder, in the output folder and so on the same disk, where new files wait. */
export const stageName = ".trackwright-stage";

/** What is to happen to a folder. Paths are relative to it, with `/`. */
export type FolderChange = {
  /** Edited files that are kept under another name. */
  readonly keeps: readonly { readonly from: string; readonly to: string }[];
  /** Files to delete, if they still have this content. */
  readonly removals: readonly { readonly path: string; readonly hash: string }[];
  /** `before` is the hash of what is replaced; null where nothing is. `after` is the hash of `content`. */
  readonly writes: readonly {
    readonly path: string;
    readonly content: string;
    readonly before: string | null;
    readonly after: string;
  }[];
};

type StagedFile = {
  readonly path: string;
  readonly staged: string;
  readonly before: string | null;
  readonly after: string;
};

type Journal = {
  readonly journal: 1;
  readonly keeps: FolderChange["keeps"];
  readonly removals: FolderChange["removals"];
  /** Folders that were not there, with all that comes into them. */
  readonly folders: readonly { readonly path: string; readonly staged: string }[];
  readonly writes: readonly StagedFile[];
};

/** Where the journal of an output folder lies, while there is one. */
export function journalPath(root: string): string {
  return join(root, stageName, "journal.json");
}

/**
 * Writes everything that the change needs, and changes nothing yet. On an error what was staged is removed, with
 * the folders that were made for it, and the error is thrown. What is returned does that later, where another
 * folder can't be staged.
 */
export function stageChange(root: string, change: FolderChange, files: FileSystem): () => void {
  const stage = join(root, stageName);
  const made: string[] = [];
  const there = new Set<string>();
  const make = (path: string): void => {
    if (there.has(path)) return;
    const first = files.makeFolder(path);
    if (first !== undefined) made.push(first);
    there.add(path);
  };
  const undo = (): void => {
    discardStage(root, files);
    for (const folder of made.reverse()) removeEmptyFolders(folder, dirname(folder), files);
  };
  try {
    make(stage);
    // A folder that is not there is staged whole: one rename then brings its files, and not one each.
    const missing = missingFolders(root, files);
    const folders = new Map<string, { readonly path: string; readonly staged: string }>();
    const writes: StagedFile[] = [];
    for (const [index, { path, content, before, after }] of change.writes.entries()) {
      const above = path.slice(0, Math.max(0, path.lastIndexOf("/")));
      const absent = missing(above);
      if (absent !== undefined) {
        const folder = folders.get(absent) ?? { path: absent, staged: `folder-${folders.size}` };
        folders.set(absent, folder);
        const inStage = `${stage}/${folder.staged}`;
        make(inStage + above.slice(absent.length));
        files.write(inStage + path.slice(absent.length), content);
        continue;
      }
      const staged = String(index);
      const target = join(root, path);
      files.write(
        join(stage, staged),
        content,
        before === null ? {} : { permissions: files.permissions(target) },
      );
      // Made now, so that a disk without room for them is found before anything is changed. A file that leaves
      // may lie where a folder is needed: then it is made when the file has left.
      if (!change.removals.some((removal) => isAbove(removal.path, path))) make(dirname(target));
      writes.push({ path, staged, before, after });
    }
    const { keeps, removals } = change;
    const journal: Journal = { journal: 1, keeps, removals, folders: [...folders.values()], writes };
    // The rename is the moment of truth: before it the next build forgets the stage, after it finishes the work.
    const draft = join(stage, "journal.draft");
    files.write(draft, JSON.stringify(journal), { durable: true });
    files.rename(draft, journalPath(root));
    return undo;
  } catch (error) {
    undo();
    throw error;
  }
}

/** Forgets what was staged without a journal. */
export function discardStage(root: string, files: FileSystem): void {
  files.removeTree(join(root, stageName));
}

/**
 * Does what the journal of a folder says; what an earlier run has done already is left as it is. A file that
 * changed since the journal was written is kept under another name.
 */
export function applyJournal(root: string, files: FileSystem): void {
  const journal = readJournal(files.read(journalPath(root)).toString("utf8"));
  const stage = join(root, stageName);
  for (const { from, to } of journal.keeps) {
    if (files.kindOf(join(root, from)) !== undefined && files.kindOf(join(root, to)) === undefined) {
      files.rename(join(root, from), join(root, to));
    }
  }
  // Removals come first: on a disk that ignores case, a file that is renamed from "A" to "a" is removed and written.
  for (const { path, hash } of journal.removals) {
    const target = join(root, path);
    if (files.kindOf(target) !== "file" || contentHash(files.read(target).toString("utf8")) !== hash)
      continue;
    files.remove(target);
    removeEmptyFolders(dirname(target), root, files);
  }
  const waiting = new Set(files.list(stage).map(({ name }) => name));
  const put = putter(files);
  // An earlier version wrote none.
  for (const { path, staged } of journal.folders ?? []) {
    if (waiting.has(staged)) putFolder(join(stage, staged), join(root, path), put, files);
  }
  for (const { path, staged, before, after } of journal.writes) {
    if (waiting.has(staged)) put(join(stage, staged), join(root, path), before, after);
  }
  files.remove(journalPath(root));
  discardStage(root, files);
}

/** Puts a staged file in its place; what lies there and is neither what it replaces nor the same is kept. */
type Put = (source: string, target: string, before: string | null, after: string) => void;

function putter(files: FileSystem): Put {
  const there = new Set<string>();
  return (source, target, before, after) => {
    const folder = dirname(target);
    const kind = files.kindOf(target);
    if (kind === "file") {
      const hash = contentHash(files.read(target).toString("utf8"));
      if (hash !== before && hash !== after) files.rename(target, freeName(target, files));
    } else if (kind === "folder") {
      removeEmptyTree(target, files);
    }
    if (!there.has(folder)) files.makeFolder(folder);
    there.add(folder);
    files.rename(source, target);
  };
}

/** Puts a staged folder in its place: at once, or file by file where something has come to lie there. */
function putFolder(source: string, target: string, put: Put, files: FileSystem): void {
  if (files.kindOf(target) === undefined) {
    try {
      files.rename(source, target);
      return;
    } catch (error) {
      // Something came in between, or Windows has a file in it open.
      if (!["EEXIST", "ENOTEMPTY", "ENOTDIR", "EPERM", "EACCES", "EBUSY"].includes(errorCode(error) ?? ""))
        throw error;
    }
  }
  for (const { name, kind } of files.list(source)) {
    const [from, to] = [join(source, name), join(target, name)];
    if (kind === "folder") putFolder(from, to, put, files);
    else put(from, to, null, contentHash(files.read(from).toString("utf8")));
  }
}

/**
 * For a folder, relative to `root` and empty for itself, the outermost on the way to it that is not there; undefined
 * where all are.
 */
function missingFolders(root: string, files: FileSystem): (folder: string) => string | undefined {
  const known = new Map<string, string | undefined>([["", undefined]]);
  const find = (folder: string): string | undefined => {
    if (known.has(folder)) return known.get(folder);
    const above = find(folder.slice(0, Math.max(0, folder.lastIndexOf("/"))));
    const found = above ?? (files.kindOf(join(root, folder)) === undefined ? folder : undefined);
    known.set(folder, found);
    return found;
  };
  return find;
}

/** The name under which an edited file is kept: `x.ts.orig`, or with a number where that is taken. */
export function freeName(path: string, files: FileSystem, taken: ReadonlySet<string> = new Set()): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? `${path}.orig` : `${path}.orig.${number}`;
    if (!taken.has(name) && files.kindOf(name) === undefined) return name;
  }
}

/** Our own file, written in one piece: anything else in it is a bug. */
function readJournal(text: string): Journal {
  const parsed: Journal = JSON.parse(text);
  if (parsed.journal !== 1) throw new Error(`a journal of an unknown kind: ${text.slice(0, 80)}`);
  return parsed;
}

/** Removes folders that are empty, from `folder` up to but not including `end`. */
function removeEmptyFolders(folder: string, end: string, files: FileSystem): void {
  for (let one = folder; one !== end && one.startsWith(end); one = dirname(one)) {
    if (files.kindOf(one) !== "folder" || files.list(one).length > 0) return;
    files.removeFolder(one);
  }
}

function removeEmptyTree(folder: string, files: FileSystem): void {
  for (const entry of files.list(folder)) {
    if (entry.kind === "folder") removeEmptyTree(join(folder, entry.name), files);
  }
  files.removeFolder(folder);
}

function isAbove(path: string, other: string): boolean {
  return other.startsWith(`${path}/`);
}
