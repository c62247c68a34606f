// What the commands know of the process around them: the one place that touches `process`, so that everything
// else can be run without one.
import { exitCodes } from "./exit-codes.js";
import { type Descriptor, mayBeTerminal, nodeStream, writeBytes } from "./standard-stream.js";
import { today } from "./today.js";

/** Somewhere to write to. */
export type Channel = {
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Cells in a line; undefined where it is not a terminal. */
  readonly columns: number | undefined;
};

export type Environment = { readonly [name: string]: string | undefined };

export type Terminal = {
  /** An absolute path. */
  readonly cwd: string;
  readonly env: Environment;
  readonly stdout: Channel;
  readonly stderr: Channel;
  /** Who runs, as a lock file says it. */
  readonly owner: { readonly pid: number; readonly host: string; isAlive(pid: number): boolean };
  /** Milliseconds since some fixed moment. */
  now(): number;
  /** The day, as `YYYY-MM-DD`, in UTC: the same for everybody who runs the same commit. */
  today(): string;
  /** Runs `work`, and lets an interruption that comes meanwhile wait until it is done. */
  uninterrupted<T>(work: () => T): T;
  /** Calls `stop` on the first Ctrl+C or SIGTERM, instead of ending at once. */
  onInterrupt(stop: () => void): void;
};

/** The terminal of this process. */
export type ProcessTerminal = Terminal & {
  /** True where all that was printed has been written, and no signal can be waiting for the event loop. */
  isSettled(): boolean;
};

export function processTerminal(): ProcessTerminal {
  const stdout = channel(1);
  const stderr = channel(2);
  let mayBeInterrupted = false;
  return {
    cwd: process.cwd(),
    env: process.env,
    stdout,
    stderr,
    owner: {
      pid: process.pid,
      get host() {
        return process.getBuiltinModule("node:os").hostname();
      },
      isAlive,
    },
    now: () => Number(process.hrtime.bigint()) / 1e6,
    today,
    uninterrupted(work) {
      mayBeInterrupted = true;
      return uninterrupted(work);
    },
    onInterrupt(stop) {
      mayBeInterrupted = true;
      process.once("SIGINT", stop);
      process.once("SIGTERM", stop);
    },
    isSettled: () => !(mayBeInterrupted || stdout.isOpen() || stderr.isOpen()),
  };
}

/**
 * Opens the stream for a terminal, or once it has to be waited for. A reader that has gone away
 * (`trackwright lint | head`) is not an error; a report that could not be written, to a full disk for example, is one.
 */
function channel(descriptor: Descriptor): Channel & { isOpen(): boolean } {
  let stream: NodeJS.WriteStream | undefined;
  let isWatched: boolean | undefined;
  const opened = (): NodeJS.WriteStream => {
    if (stream === undefined) {
      stream = nodeStream(descriptor);
      stream.on("error", (error: NodeJS.ErrnoException) => {
        if (error.code === "EPIPE") return;
        process.exitCode = exitCodes.usage;
        if (descriptor !== 2) process.stderr.write(`trackwright: can't write the output: ${error.message}\n`);
      });
    }
    return stream;
  };
  const terminal = (): NodeJS.WriteStream | undefined => {
    isWatched ??= mayBeTerminal(descriptor);
    return isWatched && opened().isTTY === true ? opened() : undefined;
  };
  return {
    write: (text) => {
      // What the stream still holds comes first.
      const rest =
        stream === undefined && terminal() === undefined
          ? writeBytes(descriptor, Buffer.from(text))
          : Buffer.from(text);
      if (rest.length > 0) opened().write(rest);
    },
    get isTerminal() {
      return terminal() !== undefined;
    },
    get columns() {
      return terminal()?.columns;
    },
    isOpen: () => stream !== undefined,
  };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process can't be signalled, but it is there.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/**
 * A signal without a listener ends the process at once; with one it waits for the event loop, so synchronous work
 * is done first. A signal that came is raised again afterwards.
 */
function uninterrupted<T>(work: () => T): T {
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  // Who listened before hears it as well, and may have left by the time that it is asked for here.
  const heard = new Set<NodeJS.Signals>(signals.filter((signal) => process.listenerCount(signal) > 0));
  const raise = (signal: NodeJS.Signals): void => {
    stop();
    if (!heard.has(signal)) process.kill(process.pid, signal);
  };
  const stop = (): void => {
    for (const signal of signals) process.off(signal, raise);
  };
  for (const signal of signals) process.on(signal, raise);
  try {
    return work();
  } finally {
    // One turn of the event loop later, so that a signal that came during the work still finds its listener.
    setImmediate(stop);
  }
}
