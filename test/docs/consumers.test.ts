// Holds the manual's page on consumers to what the commands print on the store's plan, and to the schemas it names.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const text = readFileSync(new URL("../../docs/consumers.md", import.meta.url), "utf8");

/** What follows `$ COMMAND` in a block of the page, without the numbers of lines, which move. */
function shown(command: string): readonly string[] {
  const block = new RegExp(
    `\`\`\`\\n\\$ ${command.replace(/[.*+?^$()[\]{}|\\]/g, "\\$&")}\\n(.*?)\`\`\``,
    "s",
  ).exec(text)?.[1];
  if (block === undefined) throw new Error(`the page does not show ${command}`);
  return unnumbered(block);
}

function unnumbered(output: string): readonly string[] {
  return output
    .replace(/:\d+:\d+$/gm, "")
    .trimEnd()
    .split("\n");
}

function run(command: string): readonly string[] {
  const args = command.replace(/^trackwright /, "").split(" ");
  const { stdout } = spawnSync(process.execPath, ["bin/trackwright.js", ...args], {
    cwd: root,
    encoding: "utf8",
  });
  return unnumbered(stdout);
}

test("the list of what a change reaches is what the command prints", () => {
  const command = "trackwright consumers list --property cart_value";
  expect(run(command)).toEqual(shown(command));
});

test("the end of the preview is what the command prints", () => {
  const command = "trackwright preview tracking-plan/templates/post-purchase.liquid";
  const [ellipsis, ...end] = shown(command);
  expect(ellipsis).toBe("…");
  expect(run(command).slice(-end.length)).toEqual(end);
});

test("the schemas that it names ship", () => {
  const named = [...text.matchAll(/schema\/[\w-]+\.schema\.json/g)].map(([path]) => path);
  expect(named).toHaveLength(4);
  expect(named.filter((path) => !existsSync(`${root}/${path}`))).toEqual([]);
});
