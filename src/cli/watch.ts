// Runs a command again whenever the plan changes, until it is stopped.
import { type FSWatcher, readdirSync, statSync, watch as watchFolder } from "node:fs";
import { join, resolve as resolvePath } from "node:path";
import { expectLongRun } from "./engine.js";
import { type ExitCode, exitCodes } from "./exit-codes.js";
import type { GlobalOptions } from "./options.js";
import { describeFailure } from "./run.js";
import type { Terminal } from "./terminal.js";

/** An editor writes a file in several steps; this is how long a change must rest, in milliseconds. */
const rest = 30;
/** The system's notices get lost when folders are deleted and made again; so we look ourselves, this often. */
const lookAgain = 500;

/**
 * Runs `once` now and after every change below `folders` (absolute paths), and of what `elsewhere` tells the state of;
 * ends on Ctrl+C, with exit code 0.
 */
export async function watch(
  terminal: Terminal,
  globals: GlobalOptions,
  folders: readonly string[],
  once: () => Promise<ExitCode>,
  elsewhere: () => string = () => "",
): Promise<ExitCode> {
  expectLongRun();
  const attempt = async (): Promise<void> => {
    try {
      await once();
    } catch (error) {
      // A plan that can't be read now may be there again in a moment.
      const failure = describeFailure(error);
      if (failure === undefined) throw error;
      terminal.stderr.write(`trackwright: ${failure}\n`);
    }
  };
  // A report that is written into a watched folder is no change of the plan.
  const reports = new Set(globals.reports.map(({ file }) => resolvePath(terminal.cwd, file ?? "-")));
  const rested = atLeisure(elsewhere);
  const state = (): string => snapshot(folders, reports) + rested();
  let seen = state();
  await attempt();
  if (!globals.quiet) terminal.stderr.write("Watching the plan; stop with Ctrl+C\n");
  return await new Promise<ExitCode>((resolve, reject) => {
    const watchers = new Map<string, FSWatcher>();
    let timer: NodeJS.Timeout | undefined;
    let running = false;
    const look = async (): Promise<void> => {
      if (running) {
        settle();
        return;
      }
      follow();
      const now = state();
      if (now === seen) return;
      running = true;
      seen = now;
      try {
        await attempt();
      } catch (error) {
        stop();
        reject(error);
      } finally {
        running = false;
      }
    };
    const settle = (): void => {
      clearTimeout(timer);
      timer = setTimeout(look, rest);
    };
    const drop = (folder: string): void => {
      watchers.get(folder)?.close();
      watchers.delete(folder);
    };
    const follow = (): void => {
      for (const folder of folders) {
        if (watchers.has(folder)) continue;
        try {
          const watcher = watchFolder(folder, { recursive: true }, settle);
          watcher.on("error", () => drop(folder));
          watchers.set(folder, watcher);
        } catch {
          // Not there now; the next look tries again.
        }
      }
    };
    const interval = setInterval(() => {
      for (const folder of folders) if (!isFolder(folder)) drop(folder);
      void look();
    }, lookAgain);
    const stop = (): void => {
      clearInterval(interval);
      clearTimeout(timer);
      for (const folder of folders) drop(folder);
    };
    follow();
    terminal.onInterrupt(() => {
      stop();
      resolve(exitCodes.clean);
    });
  });
}

/** The same, asked so seldom that asking takes no more than a twentieth of the time. */
function atLeisure(look: () => string): () => string {
  let known = "";
  let next = 0;
  return () => {
    const start = performance.now();
    if (start < next) return known;
    known = look();
    const end = performance.now();
    next = end + 20 * (end - start);
    return known;
  };
}

/** What tells one state of the folders from another: every file with its size and time. */
function snapshot(folders: readonly string[], without: ReadonlySet<string>): string {
  const lines: string[] = [];
  const enter = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        enter(path);
        continue;
      }
      if (without.has(path)) continue;
      const stats = statSync(path, { throwIfNoEntry: false });
      if (stats !== undefined)
        lines.push(`${path}\u0000${stats.size}\u0000${stats.mtimeMs}\u0000${stats.ino}`);
    }
  };
  for (const folder of folders) {
    try {
      enter(folder);
    } catch {
      // Gone, or going: a state of its own.
      lines.push(`${folder}\u0000gone`);
    }
  }
  return lines.join("\n");
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
