// Measures `trackwright diff`: the store's plan against its last commit, plans of thousands of events with many
// changes, and a shape that is slow to compare for whoever compares it naively.
//
//   node bench/diff.mjs        alone; `npm run bench -- --only diff` puts it among the others
import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { emptyNode, timeCommands } from "./measure.mjs";
import { writePlan } from "./synthetic-plan.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const cli = join(root, "bin", "trackwright.js");

/** The rows of the table: what was compared, its figures, and whether the bar is met. */
export function measureDiff(temporary, { quick = false } = {}) {
  const store = join(temporary, "diff-store");
  cpSync(join(root, "tracking-plan"), join(store, "tracking-plan"), { recursive: true });
  commit(store);
  const orders = join(store, "tracking-plan/events/orders.yaml");
  writeFileSync(orders, readFileSync(orders, "utf8").replace(/^( +)coupon\?: .*$/m, "$1voucher?: integer"));
  const commands = [emptyNode, command("store", store, ["HEAD"])];
  const small = timeCommands(commands, quick ? 7 : 21).get("store");
  const rows = [
    row(
      "the store's plan, one change",
      small,
      `5 x: ${met(small.ratio <= 5)}`,
      `${small.ratio.toFixed(2)} x`,
    ),
  ];
  const times = new Map();
  for (const [events, changes] of quick
    ? [[1000, 100]]
    : [
        [1000, 100],
        [3000, 100],
        [10_000, 100],
        [10_000, 10_000],
      ]) {
    const project = changedPlan(temporary, events, changes);
    const one = command(`${events} ${changes}`, project, ["HEAD"]);
    const result = timeCommands([one], 3).get(one.id);
    times.set(one.id, result.milliseconds);
    const bar = events === 10_000 && changes === 100 ? `3 s: ${met(result.milliseconds < 3000)}` : "";
    rows.push(
      row(`${events.toLocaleString("en")} events, ${changes.toLocaleString("en")} changes`, result, bar),
    );
  }
  const nested = join(temporary, "diff-nested");
  nestedUnions(nested);
  const one = command("nested", nested, ["./old", "./new"]);
  const result = timeCommands([one], 3).get(one.id);
  rows.push(
    row("unions of unions of named types, 40 deep", result, `1 s: ${met(result.milliseconds < 1000)}`),
  );
  return rows;
}

function command(id, cwd, args) {
  return { id, args: [cli, "diff", ...args, "--format", "json"], cwd };
}

/** A plan in a commit, and the same with so many events changed on the disk. */
function changedPlan(temporary, events, changes) {
  const project = join(temporary, `diff-${events}-${changes}`);
  mkdirSync(project, { recursive: true });
  writePlan(project, events);
  commit(project);
  const step = events / changes;
  let index = 0;
  for (const name of readdirSync(join(project, "tracking-plan/events"), { recursive: true }).sort()) {
    if (!name.endsWith(".yaml")) continue;
    const file = join(project, "tracking-plan/events", name);
    const text = readFileSync(file, "utf8").replace(/^( +)occurred_at: .*$/gm, (line, indent) =>
      index++ % step === 0 ? line.replace(`${indent}occurred_at`, `${indent}occurred_on`) : line,
    );
    writeFileSync(file, text);
  }
  return project;
}

/** Types that lead to each other in several ways: whoever follows each path follows more than there are atoms. */
function nestedUnions(folder) {
  const depth = 40;
  for (const [side, minimum] of [
    ["old", 0],
    ["new", 1],
  ]) {
    const types = Array.from({ length: depth }, (_, level) => {
      const next = `T${level + 1}`;
      return `  T${level}: "${next}[] | ${next}[][] | string[]"\n  U${level}: { properties: { a?: "${next}[] | map(U${level + 1}) | U${level + 1}" } }\n`;
    });
    mkdirSync(join(folder, side, "tracking-plan"), { recursive: true });
    writeFileSync(
      join(folder, side, "tracking-plan/plan.yaml"),
      `trackwright: 1\nname: nested\ntypes:\n${types.join("")}  T${depth}: { type: integer, minimum: ${minimum} }\n  U${depth}: { properties: { b: { type: integer, minimum: ${minimum} } } }\nevents:\n  Deep:\n    properties:\n      a: T0\n      b: U0\n`,
    );
  }
}

function commit(project) {
  const git = (...args) => {
    const who = ["-c", "user.name=Bench", "-c", "user.email=bench@acme.example", "-c", "gc.auto=0"];
    const { status, stderr } = spawnSync("git", [...who, ...args], { cwd: project, encoding: "utf8" });
    if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr}`);
  };
  git("init", "-q");
  git("add", "-A");
  git("commit", "-qm", "Before");
}

function row(what, { milliseconds, cpu, megabytes }, bar, ratio = "") {
  return [
    what,
    `${milliseconds.toFixed(0)} ms`,
    ratio,
    `${cpu.toFixed(0)} ms`,
    `${megabytes.toFixed(0)} MB`,
    bar,
  ];
}

function met(isMet) {
  return isMet ? "met" : "MISSED";
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const temporary = realpathSync(mkdtempSync(join(tmpdir(), "trackwright-bench-")));
  try {
    for (const cells of measureDiff(temporary, { quick: process.argv.includes("--quick") }))
      console.log(cells.join(" | "));
  } finally {
    if (!process.argv.includes("--keep")) rmSync(temporary, { recursive: true, force: true });
    else console.log(temporary);
  }
}
