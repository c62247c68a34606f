// Keeps two builds from writing to one folder at the same time.
import { dirname, join } from "node:path";
import { errorCode, type FileSystem, unlessGone } from "./file-system.js";
import { OutputError } from "./output-error.js";

/** The lock's name in the output folder, while a build writes there. */
export const lockName = ".trackwright-lock";

/** Who locks. `isAlive` tells whether a process of this machine is still running. */
export type LockOwner = {
  readonly pid: number;
  readonly host: string;
  isAlive(pid: number): boolean;
  /** How long to wait for another build, in milliseconds; 20 seconds where it is not said. */
  readonly patience?: number;
};

export type Lock = { release(): void };

/** A lock of another machine can't be asked; no build takes this long. */
const abandonedAfter = 10 * 60_000;
/** Where a lock could only be created and then written, an empty one may be new. */
const unwrittenFor = 1_000;
const defaultPatience = 20_000;
const pause = 25;

/**
 * Locks a folder that exists. Waits for another build to end, and takes over the lock of one that died. Throws an
 * OutputError when the other does not end.
 */
export function lockFolder(path: string, name: string, owner: LockOwner, files: FileSystem): Lock {
  const lock = join(path, lockName);
  const content = JSON.stringify({ pid: owner.pid, host: owner.host });
  const waitUntil = Date.now() + (owner.patience ?? defaultPatience);
  while (!take(lock, content, owner, files)) {
    const held = readLock(lock, files);
    if (held === undefined) continue;
    if (isStale(held, owner)) {
      takeAway(lock, held, owner, files);
    } else if (Date.now() > waitUntil) {
      throw new OutputError(
        `another build ${held.pid === undefined ? "" : `(process ${held.pid}) `}is writing to "${name}". ` +
          `Wait until it is done; if none is running, delete "${name}/${lockName}".`,
      );
    } else {
      sleep(pause);
    }
  }
  // Of a build that was killed while it took a lock. One that is about to take it makes another.
  for (const { name: left } of files.list(path)) {
    if (isLockFile(left) && left !== lockName) unlessGone(() => files.remove(join(path, left)));
  }
  return {
    release() {
      try {
        if (readLock(lock, files)?.content === content) files.remove(lock);
      } catch {
        // On a disk that fails there is a worse error to tell; a lock of a process that ended is taken over.
      }
    },
  };
}

/** True for the names of locks and of what becomes one: they come and go while builds run. */
export function isLockFile(name: string): boolean {
  return name === lockName || name.startsWith(`${lockName}-`);
}

/** Puts the lock down with its content, in one step, unless there is one. */
function take(lock: string, content: string, owner: LockOwner, files: FileSystem): boolean {
  if (files.kindOf(lock) !== undefined) return false;
  const draft = `${lock}-${owner.pid}`;
  try {
    files.write(draft, content);
    return files.link(draft, lock);
  } catch (error) {
    if (errorCode(error) !== "ENOENT") throw error;
    // A build that had made the folder found nothing to put there, and took it away again.
    files.makeFolder(dirname(lock));
    return false;
  } finally {
    // Also where it could not be written: a full disk makes the file and then refuses its content.
    unlessGone(() => files.remove(draft));
  }
}

type HeldLock = {
  readonly content: string;
  readonly age: number;
  readonly pid: number | undefined;
  readonly host: string | undefined;
};

function readLock(lock: string, files: FileSystem): HeldLock | undefined {
  return unlessGone(() => {
    const content = files.read(lock).toString("utf8");
    const age = Date.now() - files.modifiedAt(lock);
    return { content, age, ...ownerIn(content) };
  });
}

function ownerIn(content: string): { pid: number | undefined; host: string | undefined } {
  try {
    const parsed: unknown = JSON.parse(content);
    if (typeof parsed === "object" && parsed !== null && "pid" in parsed && "host" in parsed) {
      return { pid: Number(parsed.pid), host: String(parsed.host) };
    }
  } catch {
    // Not written yet, or cut off.
  }
  return { pid: undefined, host: undefined };
}

function isStale(held: HeldLock, owner: LockOwner): boolean {
  if (held.pid === undefined) return held.age > unwrittenFor;
  if (held.host !== owner.host) return held.age > abandonedAfter;
  // Our own number in a lock that we don't hold: an earlier process had it, as in a container that was restarted.
  return held.pid === owner.pid || !owner.isAlive(held.pid);
}

/**
 * Removes a stale lock. By a rename, which only one of two builds can win; should it turn out to be a new lock
 * that came in between, it is put back.
 */
function takeAway(lock: string, held: HeldLock, owner: LockOwner, files: FileSystem): void {
  const aside = `${lock}-${owner.pid}`;
  unlessGone(() => {
    files.rename(lock, aside);
    if (files.read(aside).toString("utf8") === held.content) files.remove(aside);
    else files.rename(aside, lock);
  });
}

/** Output is synchronous throughout, so that a signal can't come in between; so is waiting. */
function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
