// `trackwright consumers pull` against an App API on this machine: what it writes, what it leaves out, what it survives.
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { project, type Ran, runBeside, start, tree } from "../cli/spawn.js";
import { appApiKey, type FakeWorkspace, fakeAppApi, type Mood } from "../support/app-api.js";
import { secrets, smallWorkspace } from "../support/workspaces.js";

const plan = `trackwright: 1
name: acme-store
events:
  Started Checkout:
    description: The checkout page is open.
    owner: checkout
    properties: { cart_value: number }
`;

/** A project with a plan, and an API that it pulls from. */
async function shopAnd(workspace: FakeWorkspace, mood?: Mood) {
  const shop = project();
  shop.write("tracking-plan/plan.yaml", plan);
  const api = await fakeAppApi(workspace, mood);
  const pull = (args = ""): Promise<Ran> =>
    runBeside(["consumers", "pull", ...args.split(" ").filter((word) => word !== "")], {
      cwd: shop.root,
      env: api.env,
    });
  return { shop, api, pull, files: () => shop.tree("tracking-plan/consumers") };
}

test("x", async () => {
  const { pull, files, api } = await shopAnd(smallWorkspace());
  const ran = await pull();
  console.log(ran.code, ran.stdout, ran.stderr, api.requests.length);
  for (const [k, v] of Object.entries(files())) console.log("=== " + k + "\n" + v);
  console.log(await pull("--check"));
});
