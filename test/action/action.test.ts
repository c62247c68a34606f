// The composite action: its steps are run as GitHub runs them, in a real repository with a real shallow checkout; only
// `gh` is one that keeps comments in a file.
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { project } from "../cli/spawn.js";

type Step = {
  readonly id?: string;
  readonly if?: string;
  readonly run: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly "working-directory"?: string;
};
type Action = {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
};

const root = fileURLToPath(new URL("../..", import.meta.url));
const action: Action = parse(readFileSync(join(root, "action.yml"), "utf8"));

/** A `gh` that keeps the comments of one pull request; what --jq asks for is asked in JavaScript. */
const fakeGh = `#!/usr/bin/env node
const fs = require("node:fs");
const args = process.argv.slice(2);
const file = process.env.COMMENTS;
const comments = JSON.parse(fs.readFileSync(file, "utf8"));
if (process.env.GH_TOKEN !== "secret") process.exit(1);
const body = () => fs.readFileSync(args.find((one) => one.startsWith("body=@")).slice(6), "utf8");
const method = args[args.indexOf("--method") + 1];
if (args.includes("--jq")) {
  const found = comments.find((one) => one.body.replaceAll("\\r", "").startsWith(process.env.mark));
  if (found) console.log(found.id);
} else if (method === "PATCH") comments.find(({ id }) => args.some((one) => one.endsWith("/comments/" + id))).body = body();
else comments.push({ id: comments.length + 1, body: body() });
fs.writeFileSync(file, JSON.stringify(comments));
`;

type Run = { readonly code: number; readonly out: string; readonly outputs: ReadonlyMap<string, string> };

/** Runs the action with these inputs in a checkout of a pull request. */
function runAction(
  checkout: string,
  base: string,
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>>,
): Run {
  const context = new Map<string, string>([
    ["github.event.pull_request.base.sha || github.event.merge_group.base_sha", base],
    ["github.event.pull_request.number", "7"],
    ["github.repository", "acme/shop"],
    ["github.action_path", root],
  ]);
  for (const [name, { default: value }] of Object.entries(action.inputs))
    context.set(`inputs.${name}`, inputs[name] ?? (name === "token" ? "secret" : value));
  const expand = (text: string): string =>
    text.replace(/\${{ (.*?) }}/g, (_, one: string) => context.get(one) ?? "");
  const holds = (condition: string): boolean =>
    condition
      .slice(4, -3)
      .split(" && ")
      .every((part) => {
        const [, left = part, operator, right] = /^(.*) (==|!=) '(.*)'$/.exec(part.trim()) ?? [];
        const value = context.get(left.trim()) ?? "";
        return operator === undefined ? value !== "" : (value === right) === (operator === "==");
      });
  let out = "";
  const outputs = new Map<string, string>();
  for (const step of action.runs.steps) {
    if (step.if !== undefined && !holds(step.if)) continue;
    const file = join(checkout, "..", "output");
    writeFileSync(file, "");
    const own = Object.fromEntries(
      Object.entries(step.env ?? {}).map(([name, value]) => [name, expand(value)]),
    );
    const { status, stdout, stderr } = spawnSync(
      "bash",
      ["--noprofile", "--norc", "-eo", "pipefail", "-c", step.run],
      {
        cwd: join(checkout, expand(step["working-directory"] ?? ".")),
        env: { ...env, ...own, GITHUB_OUTPUT: file },
        encoding: "utf8",
      },
    );
    out += stdout + stderr;
    for (const line of readFileSync(file, "utf8").split("\n").filter(Boolean)) {
      const at = line.indexOf("=");
      if (step.id !== undefined)
        context.set(`steps.${step.id}.outputs.${line.slice(0, at)}`, line.slice(at + 1));
      outputs.set(line.slice(0, at), line.slice(at + 1));
    }
    if (status !== 0) return { code: status ?? 1, out, outputs };
  }
  return { code: 0, out, outputs };
}

function setUp() {
  const work = project();
  const git = (cwd: string, ...args: string[]): string => {
    const who = [
      "-c",
      "user.name=Test",
      "-c",
      "user.email=test@acme.example",
      "-c",
      "init.defaultBranch=main",
    ];
    const { status, stdout, stderr } = spawnSync("git", [...who, ...args], {
      cwd,
      env: { PATH: process.env.PATH ?? "", HOME: work.root, GIT_CONFIG_NOSYSTEM: "1" },
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr}`);
    return stdout.trim();
  };
  const plan = (properties: string, version: string): string =>
    `trackwright: 1\nname: shop\nversion: ${version}\nsources: { backend: { kind: server } }\nevents:\n  Order Completed:\n    description: An order is paid.\n    owner: checkout\n    source: backend\n    identity: known\n    idempotency_key: order_id\n    timestamp: now\n    properties:\n      order_id: { type: string, description: Its number. }\n${properties}`;
  mkdirSync(work.at("origin"));
  git(work.at("origin"), "init", "-q");
  git(work.at("origin"), "config", "uploadpack.allowAnySHA1InWant", "true");
  const commit = (message: string, properties: string, version: string): string => {
    work.write("origin/tracking-plan/plan.yaml", plan(properties, version));
    git(work.at("origin"), "add", "-A");
    git(work.at("origin"), "commit", "-qm", message);
    return git(work.at("origin"), "rev-parse", "HEAD");
  };
  mkdirSync(work.at("bin"));
  writeFileSync(work.at("bin/gh"), fakeGh);
  chmodSync(work.at("bin/gh"), 0o755);
  writeFileSync(work.at("comments.json"), "[]");
  writeFileSync(work.at("summary.md"), "");
  const env = {
    PATH: `${work.at("bin")}:${process.env.PATH ?? ""}`,
    HOME: work.root,
    GITHUB_ACTIONS: "true",
    GITHUB_STEP_SUMMARY: work.at("summary.md"),
    RUNNER_TEMP: work.root,
    COMMENTS: work.at("comments.json"),
  };
  /** A checkout of the latest commit alone, as actions/checkout makes it, with the package installed. */
  const checkOut = (): string => {
    const folder = work.at("checkout/shop");
    if (existsSync(folder)) work.remove("checkout");
    mkdirSync(work.at("checkout"));
    git(work.root, "clone", "-q", "--depth=1", `file://${work.at("origin")}`, folder);
    mkdirSync(join(folder, "node_modules/.bin"), { recursive: true });
    symlinkSync(join(root, "bin/trackwright.js"), join(folder, "node_modules/.bin/trackwright"));
    return folder;
  };
  const comments = (): readonly { readonly id: number; readonly body: string }[] =>
    JSON.parse(readFileSync(work.at("comments.json"), "utf8"));
  return { work, commit, env, checkOut, comments };
}

test("lints against the base, annotates, and keeps one comment up to date", { timeout: 240_000 }, () => {
  const { work, commit, env, checkOut, comments } = setUp();
  const base = commit("First", "      coupon: { type: string, description: The code. }\n", "1.0.0");
  commit("Break", "      coupon: { type: integer, description: The code. }\n", "1.0.1");
  const inputs = { only: "plan,base" };
  const first = runAction(checkOut(), base, inputs, env);
  expect(first.code, first.out).toBe(1);
  expect(first.out).toMatch(/^::error title=changed-type,file=tracking-plan\/plan\.yaml,line=15,/m);
  expect(first.out).toMatch(/^::error title=insufficient-version-bump,/m);
  expect(Object.fromEntries(first.outputs)).toMatchObject({ bump: "major", breaking: "1" });
  expect(comments()).toHaveLength(1);
  expect(comments()[0]?.body).toMatch(
    /^<!-- trackwright-diff -->\n<!-- plan: shop -->\n### Tracking plan `shop`: 1 breaking\n/,
  );
  expect(readFileSync(work.at("summary.md"), "utf8")).toBe(comments()[0]?.body);

  // The next push mends it: the same comment says so.
  commit("Mend", "      coupon: { type: string, description: The code. }\n", "1.0.0");
  const second = runAction(checkOut(), base, inputs, env);
  expect([second.code, second.out]).toEqual([0, expect.not.stringContaining("::error")]);
  expect(comments().map(({ id, body }) => [id, body.split("\n")[2]])).toEqual([
    [1, "### Tracking plan `shop`: no changes"],
  ]);
});

test("leaves a pull request alone that changes nothing, and goes on where it may not comment", {
  timeout: 240_000,
}, () => {
  const { commit, env, checkOut, comments } = setUp();
  const base = commit("First", "", "1.0.0");
  expect(runAction(checkOut(), base, { only: "plan,base" }, env).code).toBe(0);
  expect(comments()).toEqual([]);
  commit("Add", "      coupon?: { type: string, description: The code. }\n", "1.1.0");
  const run = runAction(checkOut(), base, { only: "plan,base", token: "of a fork" }, env);
  expect([run.code, run.out]).toEqual([
    0,
    expect.stringContaining("::warning title=Trackwright::The comment could not be written."),
  ]);
});

test("without a base lints alone", { timeout: 120_000 }, () => {
  const { commit, env, checkOut, comments } = setUp();
  commit("First", "", "1.0.0");
  const { code, outputs } = runAction(checkOut(), "", { only: "plan" }, env);
  expect([code, outputs.get("bump"), comments()]).toEqual([0, undefined, []]);
});
