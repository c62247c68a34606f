// The scan of code: cold, after an edit of one file, and with nothing changed. Projects are made up, or given.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { emptyNode, timeCommands } from "./measure.mjs";

const floor = fileURLToPath(new URL("scan-floor.mjs", import.meta.url));
const cli = fileURLToPath(new URL("../bin/trackwright.js", import.meta.url));

/** In seconds and megabytes, for Node 20. */
const bars = new Map([
  [5_000, { cold: 0.45, warm: 0.12, megabytes: 150 }],
  [25_000, { cold: 1, warm: 0.3, megabytes: 150 }],
]);

/** The rows of a table: each project cold, after an edit, warm. `folders` are scanned instead of made-up projects. */
export function measureScan(temporary, { quick, folders = [] }) {
  const projects =
    folders.length > 0
      ? folders.map((folder) => ({ name: folder, folder }))
      : (quick ? [1_000, 5_000] : [5_000, 25_000]).map((count) => {
          const folder = join(temporary, `code-${count}`);
          writeCode(folder, count);
          return { name: `${count.toLocaleString("en")} files`, folder, bar: bars.get(count) };
        });
  return projects.flatMap(({ name, folder, bar }) => {
    const home = mkdtempSync(join(temporary, "cache-"));
    const args = [cli, "scan", folder, "--no-plan", "--format", "json"];
    const env = { XDG_CACHE_HOME: home };
    // V8's code of the program stays, as it would.
    const forget = () => {
      for (const path of [join(home, "trackwright"), join(folder, "node_modules/.cache/trackwright")])
        for (const entry of namesIn(path)) if (entry.endsWith(".scan")) rmSync(join(path, entry));
    };
    let edits = 0;
    const edit = () => writeFileSync(join(folder, "src/part-0/file-0.ts"), `export const n = ${edits++};\n`);
    const commands = [
      emptyNode,
      { id: "the least: read, one pattern, oxc", args: [floor, folder] },
      { id: "cold", args, env, prepare: forget },
      // Only what is made up here may be changed.
      ...(folders.length > 0 ? [] : [{ id: "after an edit", args, env, prepare: edit }]),
      { id: "warm", args, env },
    ];
    const results = timeCommands(commands, quick ? 3 : 5);
    return commands.slice(1).map(({ id }) => {
      const { milliseconds, ratio, cpu, megabytes } = results.get(id);
      const most = bar?.[id];
      const isMet = most !== undefined && milliseconds < most * 1000 && megabytes < bar.megabytes;
      return [
        `${name}, ${id}`,
        `${(milliseconds / 1000).toFixed(2)} s`,
        `${ratio.toFixed(1)} x`,
        `${(cpu / 1000).toFixed(2)} s`,
        `${megabytes.toFixed(0)} MB`,
        most === undefined ? "" : `${most} s, ${bar.megabytes} MB: ${isMet ? "met" : "MISSED"}`,
      ];
    });
  });
}

function namesIn(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** A project of so many files of 5 KB, of which one in 25 emits through a wrapper. The same count gives the same bytes. */
function writeCode(root, count) {
  const write = (path, text) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write(
    "src/analytics.ts",
    'import mixpanel from "mixpanel-browser";\nexport const trackEvent = (name: string, props?: object) => mixpanel.track(name, props);\n',
  );
  for (let index = 0; index < count; index++) {
    const filler = Array.from(
      { length: 40 },
      (_, part) =>
        `export function work${index}of${part}(input: number[]) {\n  return input.map((one) => one * ${part}).filter((one) => one > 3);\n}\n`,
    ).join("");
    const emits = index % 25 === 0;
    const head = emits ? 'import { trackEvent } from "../analytics";\n' : "";
    const tail = emits
      ? `trackEvent("Event ${index}", { index: ${index}, label: \`item \${work${index}of0([])}\` });\n`
      : "";
    write(`src/part-${index % Math.ceil(count / 20)}/file-${index}.ts`, `${head}${filler}${tail}`);
  }
}
