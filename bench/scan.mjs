// `node bench/scan.mjs [FOLDER...]`: measures scans of whole processes, cold, against an empty Node. Without a folder it
// writes a project of 5,000 files, of which one in 25 emits through a wrapper.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const cli = fileURLToPath(new URL("../bin/trackwright.js", import.meta.url));
const rounds = 5;
const folders = process.argv.slice(2);
const made = folders.length === 0 ? synthetic(5000) : undefined;
const env = { ...process.env };
delete env.NODE_EXTRA_CA_CERTS;

console.log(
  "| project | files | parsed | emissions | median s | CPU s | MB |\n|---|---|---|---|---|---|---|",
);
console.log(`| empty Node | | | | ${median(() => run(["-e", "0"]).seconds)} | | |`);
for (const folder of made === undefined ? folders : [made]) {
  const runs = Array.from({ length: rounds }, () =>
    run([cli, "scan", folder, "--no-plan", "--format", "json"]),
  );
  const { summary } = JSON.parse(runs[0].stdout);
  const middle = (key) => median(runs.map((one) => one[key]));
  console.log(
    `| ${made === undefined ? folder : "synthetic"} | ${summary.files} | ${summary.parsed} | ${summary.emissions} | ${middle("seconds")} | ${middle("cpu")} | ${middle("megabytes")} |`,
  );
}
if (made !== undefined) rmSync(made, { recursive: true });

/** Runs Node once; its own account of time and memory comes on the last line of stderr. */
function run(args) {
  const account =
    'process.on("exit",()=>{const u=process.resourceUsage();process.stderr.write("\\n"+(u.userCPUTime+u.systemCPUTime)/1e6+" "+u.maxRSS/1024)})';
  const before = performance.now();
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ["--import", `data:text/javascript,${encodeURIComponent(account)}`, ...args],
    { encoding: "utf8", env, maxBuffer: 1 << 30 },
  );
  const seconds = (performance.now() - before) / 1000;
  if (status !== 0) throw new Error(stderr);
  const [cpu, megabytes] = stderr.trim().split("\n").at(-1).split(" ").map(Number);
  return { stdout, seconds, cpu, megabytes };
}

function median(values) {
  const list = typeof values === "function" ? Array.from({ length: rounds }, values) : values;
  return list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)].toFixed(2);
}

function synthetic(count) {
  const root = mkdtempSync(join(tmpdir(), "trackwright-bench-scan-"));
  const write = (path, text) => {
    mkdirSync(join(root, path, ".."), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write(
    "src/analytics.ts",
    'import mixpanel from "mixpanel-browser";\nexport const trackEvent = (name: string, props?: object) => mixpanel.track(name, props);\n',
  );
  const filler =
    "export function work(input: number[]) {\n  return input.map((one) => one * 2).filter((one) => one > 3);\n}\n".repeat(
      25,
    );
  for (let index = 0; index < count; index++) {
    const emits = index % 25 === 0;
    const head = emits ? 'import { trackEvent } from "../analytics";\n' : "";
    const tail = emits
      ? `trackEvent("Event ${index}", { index: ${index}, label: \`item \${work([])}\` });\n`
      : "";
    write(`src/part-${index % 50}/file-${index}.ts`, `${head}${filler}${tail}`);
  }
  return root;
}
