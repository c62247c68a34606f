// Real git repositories with a plan in them, for the tests of what compares plans.
import { spawnSync } from "node:child_process";
import { project } from "./spawn.js";

/** Runs git without the settings of whoever runs the tests. */
export function git(cwd: string, ...args: string[]): string {
  const env = { PATH: process.env.PATH ?? "", HOME: cwd, GIT_CONFIG_NOSYSTEM: "1" };
  const who = [
    "-c",
    "user.name=Test",
    "-c",
    "user.email=test@acme.example",
    "-c",
    "protocol.file.allow=always",
  ];
  const { status, stdout, stderr } = spawnSync("git", [...who, ...args], { cwd, env, encoding: "utf8" });
  if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr}`);
  return stdout.trim();
}

/** A plan with one event and one consumer. */
export const plan = (properties: string, version = "1.0.0"): string => `trackwright: 1
name: shop
version: ${version}
sources: { backend: { kind: server } }
events:
  Order Completed:
    description: An order is paid.
    owner: checkout
    source: backend
    properties:
${properties}
consumers:
  Thanks:
    kind: campaign
    owner: lifecycle
    trigger: Order Completed
    conditions: ["event.coupon = X"]
`;
export const before = plan("      order_id: string\n      coupon: string");
export const after = plan("      order_id: string\n      coupon?: string", "1.0.1");

/** A repository with one commit, and a changed plan in the working tree. */
export function repository(folder = "tracking-plan") {
  const shop = project();
  git(shop.root, "init", "-q", "-b", "main");
  shop.write(`${folder}/plan.yaml`, before);
  git(shop.root, "add", "-A");
  git(shop.root, "commit", "-qm", "First");
  shop.write(`${folder}/plan.yaml`, after);
  return shop;
}

/** The kinds of the changes in a report in JSON. */
export const kindsOf = (stdout: string): readonly string[] =>
  JSON.parse(stdout).changes.map(({ kind }: { kind: string }) => kind);
