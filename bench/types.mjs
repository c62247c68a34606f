// `node bench/types.mjs DIR`: what the TypeScript checker costs and adds for the code in a folder, beside the scan
// alone. Compile first. Each run is a process of its own; times are processor time, which a busy machine bends less.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const [folder, rounds = "5"] = process.argv.slice(2);
if (folder === undefined || !existsSync(folder)) {
  console.error("Usage: node bench/types.mjs DIR [ROUNDS]");
  process.exit(2);
}

const temporary = realpathSync(mkdtempSync(join(tmpdir(), "trackwright-types-")));
try {
  const program = await bundle();
  const kinds = ["scan", "types", "all files"];
  const runs = new Map(kinds.map((kind) => [kind, []]));
  // In turns, so that a busy moment of the machine weighs on all of them.
  for (let round = 0; round < Number(rounds); round++)
    for (const kind of kinds) runs.get(kind).push(measured(program, kind));
  for (const [kind, all] of runs) {
    const { counts, work, memory } = all[0];
    const seconds = median(all.map((run) => run.seconds)).toFixed(2);
    console.log(`${kind}: ${seconds} s of processor time, ${Math.round(memory / 1e6)} MB`);
    console.log(`  ${JSON.stringify(counts)}${work === undefined ? "" : ` ${JSON.stringify(work)}`}`);
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

function measured(program, kind) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, folder, kind], {
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}

/** The scanner and the checker as one program. "all files" loads what the files import, whether it matters or not. */
async function bundle() {
  const entry = join(temporary, "entry.ts");
  writeFileSync(
    entry,
    `import { scanProject } from ${JSON.stringify(join(root, "src/code/scan.ts"))};
import { refineWithTypes } from ${JSON.stringify(join(root, "src/code/types/refine.ts"))};
const [, , folder, kind] = process.argv;
let scan = await scanProject({ root: folder });
const before = process.cpuUsage();
let work;
if (kind !== "scan") ({ scan, work } = await refineWithTypes(scan, { root: folder, whole: kind === "all files" }));
const { user, system } = process.cpuUsage(kind === "scan" ? undefined : before);
const counts = { names: 0, properties: 0, unknown: 0 };
const count = (shape) => {
  for (const { value } of shape?.properties ?? []) {
    counts.properties += 1;
    if (value.kind === "unknown") counts.unknown += 1;
    count(value);
  }
};
for (const { name, properties, test, forwards } of scan.emissions) {
  if (test || forwards) continue;
  if (name?.complete) counts.names += 1;
  count(properties);
}
console.log(JSON.stringify({ seconds: (user + system) / 1e6, memory: process.memoryUsage().rss, counts, work }));
`,
  );
  const outfile = join(temporary, "program.mjs");
  await build({
    entryPoints: [entry],
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    outfile,
    logLevel: "warning",
  });
  // Where its packages are found.
  const placed = join(root, "bench", `.types-${process.pid}.mjs`);
  cpSync(outfile, placed);
  process.on("exit", () => rmSync(placed, { force: true }));
  return placed;
}
