// `trackwright consumers pull` where something else than Customer.io answers: a proxy, a sign-in page, a wrong host.
import { expect, test } from "vitest";
import { project, runBeside } from "../cli/spawn.js";
import { fakeAppApi, type Mood } from "../support/app-api.js";
import { smallWorkspace } from "../support/workspaces.js";

const plan = `trackwright: 1
name: acme-store
events:
  Started Checkout:
    description: The checkout page is open.
`;

const page = "<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body>secret</body></html>";

test.each<[string, ReturnType<Mood>, RegExp]>([
  [
    "a web page",
    { status: 200, headers: { "content-type": "text/html; charset=utf-8" }, body: page },
    /^trackwright: http:\/\/\S+ answers \/v1\/\S+ with a web page, not with the data of Customer\.io's API\. Check CUSTOMERIO_APP_API_URL/,
  ],
  [
    "a web page that says it is JSON",
    { status: 200, body: page },
    /answers \/v1\/\S+ with a web page, not with the data of Customer\.io's API/,
  ],
  [
    "another address",
    { status: 302, headers: { location: "https://login.corp.example/sso?token=secret" } },
    /answers 302 to \/v1\/\S+ and sends on to https:\/\/login\.corp\.example, where the key is not taken\. Check CUSTOMERIO_APP_API_URL/,
  ],
])("%s is told as what it is, at once, and nothing is written", async (_, answer, message) => {
  const shop = project();
  shop.write("tracking-plan/plan.yaml", plan);
  const api = await fakeAppApi(smallWorkspace(), () => answer);
  const { code, stdout, stderr } = await runBeside(["consumers", "pull"], { cwd: shop.root, env: api.env });
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(message);
  expect(stderr).not.toContain("secret");
  expect(shop.tree("tracking-plan/consumers")).toEqual({});
  // Asking once more would give the same.
  expect(api.requests).toHaveLength(1);
});
