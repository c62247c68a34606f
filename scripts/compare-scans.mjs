// Scans real code with two builds, and tells what the later one finds no more, and what it finds beside:
//   node scripts/compare-scans.mjs BEFORE AFTER FOLDER...
// BEFORE and AFTER are checkouts that were compiled, each FOLDER is scanned by both. Ends with 1 where a call was lost.
import { execFile } from "node:child_process";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

const [before, after, ...folders] = process.argv.slice(2);
if (folders.length === 0) {
  console.error("Usage: node scripts/compare-scans.mjs BEFORE AFTER FOLDER...");
  process.exit(2);
}

for (const folder of folders) {
  const [had, has] = [await emissionsOf(before, folder), await emissionsOf(after, folder)];
  const lost = [...had.values()].filter(({ place }) => !has.has(place));
  const fresh = [...has.values()].filter(({ place }) => !had.has(place));
  const others = [...has.values()].flatMap((one) => {
    const known = had.get(one.place);
    return known === undefined || known.what === one.what ? [] : [{ known, one }];
  });
  const counts = `${lost.length} lost, ${fresh.length} new, ${others.length} told otherwise`;
  console.log(`${folder}: ${had.size} calls, ${has.size} now; ${counts}`);
  for (const { place, what } of lost) console.log(`  - ${place}  ${what}`);
  for (const { place, what } of fresh) console.log(`  + ${place}  ${what}`);
  for (const { known, one } of others)
    console.log(`  ~ ${one.place}  ${known.what}\n    ${" ".repeat(one.place.length)}  ${one.what}`);
  if (lost.length > 0) process.exitCode = 1;
}

/** The calls that a build finds in a folder, by where they are; without those that hand on what their callers say. */
async function emissionsOf(build, folder) {
  const args = [join(resolve(build), "bin/trackwright.js"), "scan", resolve(folder)];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...args, "--no-plan", "--no-cache", "--format", "json"],
    { maxBuffer: 2 ** 30 },
  );
  const calls = new Map();
  for (const emission of JSON.parse(stdout).emissions) {
    if (emission.forwards) continue;
    const place = `${emission.file}:${emission.line}`;
    const known = calls.get(place);
    const what = [...new Set([...(known?.what.split("; ") ?? []), saidOf(emission)])].sort().join("; ");
    calls.set(place, { place, what });
  }
  return calls;
}

/** What is told of an emission, short. */
function saidOf({ method, events, patterns, preset, doubt }) {
  const names = [...events, ...patterns].map((name) => JSON.stringify(name)).join(" | ");
  return `${method === "track" ? names || "(not known)" : `(${method})`} ${preset}${doubt === null ? "" : ", doubted"}`;
}
