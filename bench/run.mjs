// `npm run bench`: measures start-up, builds, workspaces, bundle sizes and validators, and prints tables with the bars.
//
//   npm run bench                     everything that needs no network
//   npm run bench -- --peers          also against Segment Typewriter, installed in a temporary folder
//   npm run bench -- --only start     some of: start, build, lint, scan, diff, consumers, size, validators
//   npm run bench -- --only scan --code FOLDER   scans of your own code, which is not changed
//   npm run bench -- --quick          fewer rounds, smaller plans
//   npm run bench -- --write          keeps the run in bench/README.md
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { arch, cpus, loadavg, platform, release, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { bundleSize } from "./bundle-size.mjs";
import { writeWorkspace } from "./consumers.mjs";
import { measureDiff } from "./diff.mjs";
import { emptyNode, timeCommands } from "./measure.mjs";
import { installTypewriter, typewriterBuild } from "./peers.mjs";
import { measureScan } from "./scan.mjs";
import { writePlan } from "./synthetic-plan.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const cli = join(root, "bin", "trackwright.js");
const sections = { start, build, lint, scan, diff, consumers, size, validators };

const { values: flags } = parseArgs({
  options: {
    peers: { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
    only: { type: "string" },
    code: { type: "string", multiple: true },
  },
});
const chosen = flags.only?.split(",") ?? Object.keys(sections);
const unknown = chosen.filter((name) => !Object.hasOwn(sections, name));
if (unknown.length > 0) {
  console.error(`Unknown section "${unknown[0]}": choose from ${Object.keys(sections).join(", ")}.`);
  process.exit(2);
}
if (flags.write && (flags.only !== undefined || flags.quick)) {
  console.error("A run that is kept is a whole one: use --write without --only and --quick.");
  process.exit(2);
}

// The real path: a temporary folder behind a link would weigh on every file that is opened.
const temporary = realpathSync(mkdtempSync(join(tmpdir(), "trackwright-bench-")));
const report = [];
try {
  say(machine());
  const before = loadavg()[0];
  for (const name of chosen) await sections[name]();
  // A machine that was busy with something else says so: its times are not to be compared with another run's.
  say(
    `\nLoad average of the machine: ${before.toFixed(1)} before the run, ${loadavg()[0].toFixed(1)} after it.`,
  );
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
if (flags.write) keep(report.join("\n"));

/** Start-up: what a lint step costs beside an empty Node, with nothing remembered and with an earlier clean run. */
function start() {
  const project = storeProject();
  const forget = () => rmSync(join(project, "node_modules"), { recursive: true, force: true });
  // Made anew before each cold run, so that what that run remembers lands where it can be removed.
  const cold = () => {
    forget();
    mkdirSync(join(project, "node_modules"));
  };
  const check = ["build", "--check"];
  const lint = ["lint", "--only", "plan,generated"];
  const first = firstRun();
  const commands = [
    emptyNode,
    { id: "--version", args: [cli, "--version"], cwd: project },
    { id: "build --check, first", args: [first.cli, ...check], env: first.env, cwd: project, prepare: cold },
    { id: "build --check", args: [cli, ...check], cwd: project, prepare: cold },
    { id: "build --check, warm", args: [cli, ...check], cwd: project },
    { id: "lint, first", args: [first.cli, ...lint], env: first.env, cwd: project, prepare: cold },
    { id: "lint", args: [cli, ...lint], cwd: project, prepare: cold },
    { id: "lint, warm", args: [cli, ...lint], cwd: project },
  ];
  const results = timeCommands(commands, flags.quick ? 5 : 21);
  const row = (id, what, bar) => {
    const { milliseconds, ratio, cpu, megabytes } = results.get(id);
    const verdict = bar === undefined ? ["", ""] : [`${bar} x`, met(ratio <= bar)];
    return [
      what,
      `${milliseconds.toFixed(0)} ms`,
      `${ratio.toFixed(2)} x`,
      `${cpu.toFixed(0)} ms`,
      `${megabytes.toFixed(0)} MB`,
      ...verdict,
    ];
  };
  table(
    "Start-up, on the store's plan: first after an installation, cold with no result, warm with one",
    ["command", "time", "of an empty Node", "CPU", "memory", "bar", ""],
    [
      row(emptyNode.id, "`node -e 0`"),
      row("--version", "`trackwright --version`", 1.5),
      row("build --check, first", "`trackwright build --check`, first"),
      row("build --check", "`trackwright build --check`, cold", 4),
      row("build --check, warm", "`trackwright build --check`, warm", 2),
      row("lint, first", "`trackwright lint --only plan,generated`, first"),
      row("lint", "`trackwright lint --only plan,generated`, cold", 4),
      row("lint, warm", "`trackwright lint --only plan,generated`, warm", 2),
    ],
  );
}

/** The store's plan and its output, in a folder whose cache is its own. */
function storeProject() {
  const project = join(temporary, "store");
  for (const folder of ["tracking-plan", "generated"])
    cpSync(join(root, folder), join(project, folder), { recursive: true });
  return project;
}

/** The program as it is installed: without the code that the compilation made, and with nowhere to keep its own. */
function firstRun() {
  const folder = join(temporary, "installed");
  for (const name of ["bin", "dist/cli", "package.json"])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  for (const name of readdirSync(join(folder, "dist", "cli")))
    if (name.endsWith(".code")) rmSync(join(folder, "dist", "cli", name));
  const env = { HOME: "", XDG_CACHE_HOME: "", LOCALAPPDATA: "" };
  return { cli: join(folder, "bin", "trackwright.js"), env };
}

/** Builds of generated plans: the curve, and the peer. */
function build() {
  const counts = flags.quick ? [100, 1000] : [100, 1000, 3000, 10_000];
  const rows = [];
  for (const count of counts) {
    const command = buildCommand(count, []);
    const { milliseconds, cpu, megabytes } = timeCommands([command], count >= 3000 ? 2 : 5).get(command.id);
    rows.push([
      count.toLocaleString("en"),
      seconds(milliseconds),
      `${(milliseconds / count).toFixed(2)} ms`,
      seconds(cpu),
      `${megabytes.toFixed(0)} MB`,
      count === 10_000 ? `700 MB: ${met(megabytes < 700)}` : "",
    ]);
  }
  table(
    "`trackwright build`, all three targets, from nothing",
    ["events", "time", "per event", "CPU", "memory", "bar"],
    rows,
  );
  if (flags.peers) peers();
}

/** Lint of the plan alone: linear in its size, also where all events share a property and have examples. */
function lint() {
  const rows = [];
  for (const examples of [false, true]) {
    for (const count of flags.quick ? [1000] : [1000, 3000, 10_000]) {
      const command = {
        id: `lint ${count} ${examples}`,
        args: [cli, "lint", "--only", "plan"],
        cwd: syntheticProject(count, { examples }),
        // What a run remembers of the one before it.
        env: { HOME: "", XDG_CACHE_HOME: "", LOCALAPPDATA: "" },
      };
      const { milliseconds, cpu, megabytes } = timeCommands([command], 3).get(command.id);
      const good = milliseconds < 3000 && megabytes < 700;
      rows.push([
        examples ? "with an example each" : "without examples",
        count.toLocaleString("en"),
        seconds(milliseconds),
        `${(milliseconds / count).toFixed(2)} ms`,
        seconds(cpu),
        `${megabytes.toFixed(0)} MB`,
        count === 10_000 ? `3 s, 700 MB: ${met(good)}` : "",
      ]);
    }
  }
  table(
    "`trackwright lint --only plan`, nothing remembered",
    ["events", "count", "time", "per event", "CPU", "memory", "bar"],
    rows,
  );
}

function peers() {
  const folder = join(temporary, "typewriter");
  console.error("Installing Segment Typewriter 9.2 in a temporary folder ...");
  installTypewriter(folder);
  const rows = [];
  for (const count of [100, 1000]) {
    const theirs = typewriterBuild(folder, count);
    const alike = buildCommand(count, ["--only", "typescript"], { validators: false });
    const checked = buildCommand(count, ["--only", "typescript"]);
    const all = buildCommand(count, []);
    const results = timeCommands([theirs, alike, checked, all], 5);
    if (!(statSync(theirs.output).size > count * 100)) throw new Error("Segment Typewriter wrote nothing");
    const line = (id, what, isOurs) => {
      const { milliseconds, ratio, cpu, megabytes } = results.get(id);
      const faster = 1 / ratio;
      const bar = isOurs && count === 1000 ? `8 x: ${met(faster >= 8)}` : "";
      rows.push([
        what,
        seconds(milliseconds),
        isOurs ? `${faster.toFixed(1)} x` : "1 x",
        seconds(cpu),
        `${megabytes.toFixed(0)} MB`,
        bar,
      ]);
    };
    const events = `${count.toLocaleString("en")} events`;
    line(theirs.id, `Segment Typewriter 9.2, ${events}`, false);
    line(alike.id, `Trackwright, the same: types and functions, ${events}`, true);
    line(checked.id, `Trackwright, TypeScript with validators, ${events}`, true);
    line(all.id, `Trackwright, TypeScript, JSON Schema and Markdown, ${events}`, true);
  }
  table("Against Segment Typewriter", ["build", "time", "as fast", "CPU", "memory", "bar"], rows);
}

/** The check of a workspace's campaigns, segments and templates: the curve. */
function consumers() {
  const rows = [];
  for (const count of flags.quick ? [125, 500] : [125, 250, 500, 1000]) {
    const project = join(temporary, `workspace-${count}`);
    const { templates, segments } = writeWorkspace(project, count);
    const command = {
      id: `consumers ${count}`,
      args: [cli, "lint", "--only", "consumers", "--no-cache", "--fail-on", "never"],
      cwd: project,
    };
    const { milliseconds, cpu, megabytes } = timeCommands([command], 5).get(command.id);
    rows.push([
      count.toLocaleString("en"),
      segments.toLocaleString("en"),
      templates.toLocaleString("en"),
      seconds(milliseconds),
      `${(milliseconds / count).toFixed(2)} ms`,
      seconds(cpu),
      `${megabytes.toFixed(0)} MB`,
      count === 500 ? `2 s: ${met(milliseconds < 2000)}` : "",
    ]);
  }
  table(
    "`trackwright lint --only consumers`, on a pulled workspace, with nothing remembered",
    ["campaigns", "segments", "templates", "time", "per campaign", "CPU", "memory", "bar"],
    rows,
  );
}

/** What one imported event costs an application. */
async function size() {
  const rows = [];
  const sizes = [];
  for (const count of [10, 100, 1000]) {
    const project = syntheticProject(count);
    run(project, ["build", "--only", "typescript"]);
    const event = await bundleSize(project, "event");
    const tracker = await bundleSize(project, "tracker");
    sizes.push(event.minified);
    rows.push([
      count.toLocaleString("en"),
      `${event.minified} B (${event.compressed} B)`,
      `${tracker.minified} B (${tracker.compressed} B)`,
      `700 B: ${met(event.minified < 700)}`,
    ]);
  }
  const spread = Math.max(...sizes) / Math.min(...sizes);
  rows.push(["largest : smallest", spread.toFixed(3), "", `1.02: ${met(spread <= 1.02)}`]);
  table(
    "One imported event, bundled and minified by esbuild (compressed by gzip)",
    ["events in the plan", "event and its call", "with the tracker", "bar"],
    rows,
  );
}

/** The generated validator of the store's largest event beside ajv. */
function validators() {
  const result = spawnSync(process.execPath, [join(root, "bench", "validators.mjs")], {
    cwd: root,
    encoding: "utf8",
  });
  if (result.status !== 0) throw new Error(`bench/validators.mjs failed: ${result.stderr}`);
  const { event, ours, ajv } = JSON.parse(result.stdout);
  const row = (what, { valid, invalid }, bar) => [
    what,
    `${valid.toFixed(0)} ns`,
    `${invalid.toFixed(0)} ns`,
    bar,
  ];
  table(
    `Validators, "${event}" of the store's plan`,
    ["validator", "valid", "invalid", "bar"],
    [
      row("generated", ours, `as fast as ajv: ${met(ours.valid <= ajv.valid)}`),
      row("ajv 8 with all errors, compiled at run time", ajv, ""),
      [
        "ajv : generated",
        `${(ajv.valid / ours.valid).toFixed(1)} x`,
        `${(ajv.invalid / ours.invalid).toFixed(1)} x`,
        "",
      ],
    ],
  );
}

/** Scanning code: a project as large as a large company's, and one five times as large. */
function scan() {
  table(
    "`trackwright scan --no-plan`",
    ["project", "time", "of an empty Node", "CPU", "memory", "bar"],
    measureScan(temporary, { quick: flags.quick, folders: flags.code }),
  );
}

/** Comparing a plan on the disk with its last commit. */
function diff() {
  table(
    "`trackwright diff HEAD`, from git's objects",
    ["plan", "time", "of an empty Node", "CPU", "memory", "bar"],
    measureDiff(temporary, { quick: flags.quick }),
  );
}

/**
 * A project with a generated plan, and the command that builds it from nothing. What a run writes is moved aside and
 * not deleted: for a minute, ext4 steps over the place of each deleted file whenever a new one is made, which would
 * add seconds to the next run.
 */
function buildCommand(count, options, { validators = true } = {}) {
  const project = syntheticProject(count, { validators });
  return {
    id: `build ${count} ${validators} ${options.join(" ")}`,
    args: [cli, "build", ...options],
    cwd: project,
    prepare() {
      const aside = mkdtempSync(join(temporary, "built-"));
      for (const folder of ["generated", ".trackwright"]) {
        if (existsSync(join(project, folder))) renameSync(join(project, folder), join(aside, folder));
      }
    },
  };
}

function syntheticProject(count, { validators = true, examples = false } = {}) {
  const kind = `${validators ? "" : "-types"}${examples ? "-examples" : ""}`;
  const project = join(temporary, `plan-${count}${kind}`);
  rmSync(project, { recursive: true, force: true });
  mkdirSync(project);
  writePlan(project, count, { validators, examples });
  return project;
}

function run(cwd, args) {
  const result = spawnSync(process.execPath, [cli, ...args], { cwd, encoding: "utf8" });
  if (result.status !== 0) throw new Error(`trackwright ${args.join(" ")} failed: ${result.stderr}`);
}

function machine() {
  const processors = cpus();
  const model = processors[0]?.model.trim() || "unknown processor";
  return `Node ${process.versions.node}, ${platform()} ${release()} ${arch()}, ${processors.length} x ${model}, ${(totalmem() / 2 ** 30).toFixed(1)} GB.`;
}

function met(isMet) {
  return isMet ? "met" : "MISSED";
}

function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

function table(title, columns, rows) {
  const line = (cells) => `| ${cells.map((cell, index) => cell.padEnd(widths[index])).join(" | ")} |`;
  const widths = columns.map((column, index) =>
    Math.max(3, column.length, ...rows.map((row) => row[index].length)),
  );
  say(`\n### ${title}\n`);
  say([line(columns), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n"));
}

function say(text) {
  console.log(text);
  report.push(text);
}

/** Replaces what stands below the marker in bench/README.md. */
function keep(text) {
  const file = join(root, "bench", "README.md");
  const marker = "<!-- The last run, written by `npm run bench -- --write`. -->";
  const [before, after] = readFileSync(file, "utf8").split(marker);
  if (after === undefined) throw new Error(`bench/README.md has lost its line ${marker}`);
  const peersNote = flags.peers ? "" : "\n\nWithout `--peers`.";
  writeFileSync(file, `${before}${marker}\n\n${text}${peersNote}\n`);
}
