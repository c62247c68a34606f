// What no scan can do without, to hold the scanner's time against: every file is listed and read, one pattern tells which
// hold a call, and those are parsed. It knows no name, follows nothing and remembers nothing.
//
//   node bench/scan-floor.mjs FOLDER
import { closeSync, openSync, readdirSync, readSync } from "node:fs";
import { parseSync } from "oxc-parser";

const leftOut = new Set(["node_modules", ".git", ".yarn", ".next", "dist", "build"]);
const call = /\b(?:track|capture|identify|logEvent)\w*\s*\(/i;
const buffer = Buffer.allocUnsafe(16 * 1024 * 1024);

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return leftOut.has(entry.name) ? [] : filesIn(path);
    return /\.[cm]?[jt]sx?$/.test(entry.name) ? [path] : [];
  });
}

let statements = 0;
for (const path of filesIn(process.argv[2] ?? ".")) {
  const file = openSync(path);
  const length = readSync(file, buffer, 0, buffer.length, 0);
  closeSync(file);
  if (!call.test(buffer.latin1Slice(0, length))) continue;
  const lang = /\.[cm]?ts$/.test(path) ? "ts" : "tsx";
  statements += parseSync("code.tsx", buffer.utf8Slice(0, length), { lang, astType: "ts" }).program.body
    .length;
}
console.log(statements);
