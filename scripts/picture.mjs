// Draws the README's picture: real output of lint on a copy of the store's plan with one mistake, as an SVG.
// Run it after a change to the text report: npm run compile && node scripts/picture.mjs
// It needs "script", the terminal of util-linux. `--check` writes nothing, and fails where the picture is out of date.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const colours = {
  30: "#30363d",
  31: "#ff7b72",
  32: "#7ee787",
  33: "#e3b341",
  34: "#79c0ff",
  35: "#d2a8ff",
  36: "#79c0ff",
  37: "#e6edf3",
  90: "#8b949e",
};
const [advance, lineHeight, padding, bar] = [8.43, 21, 20, 34];

// What is generated from the plan is stale after the edit, and another story.
const drawn = "lint --only plan,consumers";

/** What lint prints when the campaign listens for the checkout event under the name that somebody guessed. */
export function lintOutput() {
  const folder = mkdtempSync(join(tmpdir(), "trackwright-"));
  try {
    cpSync(join(root, "tracking-plan"), join(folder, "tracking-plan"), { recursive: true });
    const file = join(folder, "tracking-plan/consumers/checkout.yaml");
    const text = readFileSync(file, "utf8");
    const broken = text.replace("trigger: Started Checkout", "trigger: Checkout Started");
    if (broken === text)
      throw new Error("consumers/checkout.yaml no longer has the line that the picture breaks");
    writeFileSync(file, broken);
    const environment = { ...process.env, FORCE_COLOR: "1" };
    for (const name of ["NO_COLOR", "CI", "GITHUB_ACTIONS"]) delete environment[name];
    const command = `stty cols 96 rows 50; "${process.execPath}" "${join(root, "bin/trackwright.js")}" ${drawn}`;
    const options = { cwd: folder, env: environment, encoding: "utf8" };
    return spawnSync("script", ["-qec", command, "/dev/null"], options).stdout.replaceAll("\r\n", "\n");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A terminal with a command and its coloured output. */
export function draw(command, output) {
  const lines = [`\u001b[32m$\u001b[39m \u001b[1m${command}\u001b[22m`, "", ...output.trimEnd().split("\n")];
  const widths = lines.map((line) => line.replaceAll(/\u001b\[\d+m/g, "").length);
  const width = Math.ceil(Math.max(...widths) * advance + 2 * padding);
  const height = Math.ceil(lines.length * lineHeight + bar + padding);
  const rows = lines.map(
    (line, index) => `<text x="${padding}" y="${bar + 14 + index * lineHeight}">${spans(line)}</text>`,
  );
  const dots = ["#ff5f57", "#febc2e", "#28c840"].map(
    (fill, index) => `<circle cx="${20 + index * 18}" cy="17" r="5.5" fill="${fill}"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="trackwright lint finds a campaign that listens for an event under a wrong name">
<rect width="${width}" height="${height}" rx="10" fill="#0d1117"/>
${dots.join("")}
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" fill="#e6edf3" xml:space="preserve">
${rows.join("\n")}
</g>
</svg>
`;
}

function spans(line) {
  const style = { colour: undefined, bold: false, dim: false };
  let column = 0;
  return line
    .split(/(\u001b\[\d+m)/)
    .map((part) => {
      const code = /^\u001b\[(\d+)m$/.exec(part)?.[1];
      if (code === undefined) {
        if (part === "") return "";
        const x = padding + column * advance;
        column += part.length;
        const text = part.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(" ", "\u00a0");
        const fill = style.dim ? "#8b949e" : style.colour;
        return `<tspan x="${x.toFixed(1)}"${fill === undefined ? "" : ` fill="${fill}"`}${style.bold ? ' font-weight="bold"' : ""}>${text}</tspan>`;
      }
      if (code === "1") style.bold = true;
      else if (code === "2") style.dim = true;
      else if (code === "22") style.bold = style.dim = false;
      else if (code === "0") Object.assign(style, { colour: undefined, bold: false, dim: false });
      else if (code === "39") style.colour = undefined;
      else style.colour = colours[code] ?? style.colour;
      return "";
    })
    .join("");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = join(root, "docs/images/lint.svg");
  const picture = draw(`npx trackwright ${drawn}`, lintOutput());
  if (!process.argv.includes("--check")) writeFileSync(path, picture);
  else if (picture !== readFileSync(path, "utf8")) {
    console.error("docs/images/lint.svg is out of date: run `npm run compile && node scripts/picture.mjs`");
    process.exit(1);
  }
}
