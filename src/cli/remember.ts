// Watches a run of `build` or `lint`, and remembers its result for the next one where it found nothing.
import { Digest, type Observation, observed } from "../cache/observations.js";
import { cacheFolder, remember } from "../cache/store.js";
import { disk, type FileSystem } from "../output/file-system.js";
import type { PlanLocation } from "../plan/locate.js";
import { type PlainCommand, readPlainCommand } from "./plain-command.js";
import type { Channel, Terminal } from "./terminal.js";
import { type Verdict, verdictKey } from "./verdict.js";

/** What a run reads and prints through, so that it can be remembered. */
export type Recording = {
  readonly terminal: Terminal;
  readonly files: FileSystem;
  /** True where what `files` shows is written down, so that everything has to be looked at through it. */
  readonly observes: boolean;
  /** Is told the bytes of each of the plan's files, in order. */
  readonly seen: (path: string, bytes: Uint8Array) => void;
  /** Ends a run that found and changed nothing. */
  keep(location: PlanLocation): void;
};

/** A recording of a run whose result can be repeated; for every other one, the terminal and the disk as they are. */
export function startRecording(args: readonly string[], terminal: Terminal): Recording {
  const command = readPlainCommand(args);
  if (command === undefined)
    return { terminal, files: disk, observes: false, seen: () => {}, keep: () => {} };
  const plan: string[] = [];
  const output: Observation[] = [];
  const digest = new Digest();
  let changed = false;
  const stdout = heard(terminal.stdout);
  const stderr = heard(terminal.stderr);
  return {
    terminal: { ...terminal, stdout: stdout.channel, stderr: stderr.channel },
    observes: true,
    files: {
      ...disk,
      ...observed(disk, output, digest),
      // Whatever a build changes, it takes a lock first. What it saw before is then no longer what is there.
      write(...args) {
        changed = true;
        disk.write(...args);
      },
    },
    seen(path, bytes) {
      plan.push(path);
      digest.add(bytes);
    },
    keep(location) {
      if (changed) return;
      const where = keyOf(args, command, location, terminal);
      if (where === undefined) return;
      const text = stdout.text();
      const untimed = text.replace(/ \(\d+ ms\)\n$/, "");
      const verdict: Verdict = {
        plan,
        output,
        digest: digest.end(),
        stdout: untimed,
        stderr: stderr.text(),
        timed: command.name === "build" && untimed !== text,
      };
      remember(where.folder, where.key, [JSON.stringify(verdict)], terminal.owner.pid);
    },
  };
}

function keyOf(
  args: readonly string[],
  command: PlainCommand,
  location: PlanLocation,
  terminal: Terminal,
): { readonly folder: string; readonly key: string } | undefined {
  const { env } = terminal;
  const folder = cacheFolder(location.root, env, process.platform);
  const key = verdictKey({
    args,
    command,
    location,
    env,
    columns: terminal.stdout.columns,
    today: terminal.today(),
    node: process.version,
  });
  return folder === undefined || key === undefined ? undefined : { folder, key };
}

/** A channel that also keeps what is written to it. */
function heard(channel: Channel): { readonly channel: Channel; text(): string } {
  let text = "";
  return {
    channel: {
      write(more) {
        text += more;
        channel.write(more);
      },
      get isTerminal() {
        return channel.isTerminal;
      },
      get columns() {
        return channel.columns;
      },
    },
    text: () => text,
  };
}
