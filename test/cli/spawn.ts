// Runs the compiled command line as a user does, in a temporary project.
import { type ChildProcessByStdio, spawn, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

const repository = fileURLToPath(new URL("../..", import.meta.url));
export const bin = join(repository, "bin/trackwright.js");

export type Ran = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** The environment of a plain terminal: nothing of the machine that runs the tests decides about colour or CI. */
const environment = {
  PATH: process.env.PATH ?? "",
  HOME: join(tmpdir(), "trackwright-no-home"),
  TERM: "xterm",
};

/** A temporary folder that is removed after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "trackwright-cli-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A project from a template, with what a test needs to run commands in it and look at its files. */
export function project(template?: "store" | "saas" | "empty") {
  const root = temporaryFolder();
  const at = (path: string): string => join(root, path);
  if (template !== undefined)
    cpSync(join(repository, "templates", template), at("tracking-plan"), { recursive: true });
  return {
    root,
    at,
    run: (args: string, more: { cwd?: string; env?: NodeJS.ProcessEnv } = {}): Ran =>
      run(
        args.split(" ").filter((word) => word !== ""),
        { cwd: root, ...more },
      ),
    start: (args: string): Started => start(args.split(" "), root),
    read: (path: string): string => readFileSync(at(path), "utf8"),
    exists: (path: string): boolean => existsSync(at(path)),
    write(path: string, content: string): void {
      mkdirSync(dirname(at(path)), { recursive: true });
      writeFileSync(at(path), content);
    },
    edit(path: string, from: string, to: string): void {
      const before = readFileSync(at(path), "utf8");
      if (!before.includes(from)) throw new Error(`${path} does not contain ${from}`);
      writeFileSync(at(path), before.replaceAll(from, to));
    },
    remove: (path: string): void => rmSync(at(path), { recursive: true }),
    tree: (folder: string): { [path: string]: string } => tree(at(folder)),
  };
}

/** Every file below a folder with its content, by relative path. */
export function tree(folder: string): { [path: string]: string } {
  if (!existsSync(folder)) return {};
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]),
  );
}

/** Runs a command to its end. */
export function run(
  args: readonly string[],
  { cwd, env = {} }: { cwd: string; env?: NodeJS.ProcessEnv },
): Ran {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [bin, ...args], {
    cwd,
    env: { ...environment, ...env },
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error !== undefined) throw error;
  return { code: status, stdout, stderr };
}

/** Runs a command in a real terminal of so many columns; stdout and stderr come as one. */
export function runInTerminal(
  args: string,
  cwd: string,
  columns: number,
  env: NodeJS.ProcessEnv = {},
): string {
  const command = `stty cols ${columns} rows 50; ${process.execPath} ${bin} ${args}`;
  const { stdout, error } = spawnSync("script", ["-qec", command, "/dev/null"], {
    cwd,
    env: { ...environment, ...env },
    encoding: "utf8",
  });
  if (error !== undefined) throw error;
  return stdout.replaceAll("\r\n", "\n");
}

export type Started = {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  /** What it said so far, on both channels. */
  said(): string;
  /** Waits until it has said something that matches, at or after `from` characters. */
  until(pattern: RegExp, from?: number): Promise<string>;
  /** Waits until it ends. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
};

/** Starts a command that goes on until it is stopped; it is killed after the test. */
export function start(args: readonly string[], cwd: string): Started {
  const child = spawn(process.execPath, [bin, ...args], {
    cwd,
    env: environment,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8");
    stream.on("data", (text: string) => {
      said += text;
      for (const look of waiting) look();
    });
  }
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once("exit", (code, signal) => resolve({ code, signal }));
  });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  return {
    child,
    said: () => said,
    until: (pattern, from = 0) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(
          () => reject(new Error(`waited for ${pattern}, and it said: ${said.slice(from)}`)),
          120_000,
        );
        const look = (): void => {
          if (!pattern.test(said.slice(from))) return;
          clearTimeout(timer);
          waiting.delete(look);
          resolve(said.slice(from));
        };
        waiting.add(look);
        look();
      }),
    ended,
  };
}
