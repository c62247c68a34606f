// `trackwright consumers pull` against an App API on this machine: what it writes, what it leaves out, what it survives.
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { project, type Ran, runBeside, start } from "../cli/spawn.js";
import { appApiKey, type FakeWorkspace, fakeAppApi, type Mood } from "../support/app-api.js";
import { largeWorkspace, secrets, smallWorkspace } from "../support/workspaces.js";

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
  // What is kept between runs lies in it.
  shop.write("node_modules/.package-lock.json", "{}");
  const api = await fakeAppApi(workspace, mood);
  const pull = (args = "", env: NodeJS.ProcessEnv = {}): Promise<Ran> =>
    runBeside(["consumers", "pull", ...args.split(" ").filter((word) => word !== "")], {
      cwd: shop.root,
      env: { ...api.env, ...env },
    });
  return { shop, api, pull, files: () => shop.tree("tracking-plan/consumers") };
}

/** The file in which an interrupted pull keeps what it has read. */
function stateOf(shop: ReturnType<typeof project>): string {
  const names = Object.keys(shop.tree("node_modules/.cache/trackwright")).filter((name) =>
    name.startsWith("pull-"),
  );
  expect(names).toHaveLength(1);
  return `node_modules/.cache/trackwright/${names[0]}`;
}

const json = (text: string | undefined): { [key: string]: unknown } => JSON.parse(text ?? "null");
const manifest = ".trackwright.json";

describe("what is written", () => {
  test("is one file of facts for each consumer, and one for each template", async () => {
    const { pull, files } = await shopAnd(smallWorkspace());
    const ran = await pull();
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    const written = files();
    expect(
      Object.keys(written).filter((path) => !path.startsWith("templates/") && path !== manifest),
    ).toEqual([
      "broadcast-12-early-access.json",
      "campaign-5-abandoned-checkout.json",
      "campaign-6-vip-welcome-anderung.json",
      "campaign-7-birthday.json",
      "campaign-8-from-a-form.json",
      "newsletter-31-may.json",
      "newsletter-32-june.json",
      "newsletter-33-july.json",
      "segment-21-newsletter-readers.json",
      "segment-7-paying.json",
      "segment-90-vip.json",
      "segment-91-odd.json",
      "snippet-footer-26c87bb5.json",
      "snippet-footer.json",
      "transactional-3-order-confirmation.json",
    ]);
    expect(json(written["campaign-6-vip-welcome-anderung.json"])).toEqual({
      $comment: expect.stringContaining("Do not edit"),
      trackwright: 1,
      kind: "campaign",
      id: "6",
      name: "VIP / welcome: Änderung",
      state: "draft",
      triggers: [
        { segment: "Newsletter readers", id: "21" },
        { segment: "VIP", id: "90" },
      ],
      messages: [
        {
          id: "60",
          name: "Welcome",
          type: "email",
          templates: ["templates/campaign-6-vip-welcome-anderung/60-welcome.liquid"],
        },
      ],
    });
    expect(json(written["campaign-5-abandoned-checkout.json"])).toMatchObject({
      description: "Brings back those who did not pay.",
      state: "active",
      triggers: [{ event: "Started Checkout" }],
      filters: [
        { segment: "Paying", id: "7" },
        { segment: "Newsletter readers", id: "21" },
      ],
    });
    expect(json(written["campaign-7-birthday.json"])).toMatchObject({
      state: "stopped",
      triggers: [{ date: "birthday" }],
    });
    expect(json(written["newsletter-31-may.json"]).state).toBe("stopped");
    expect(json(written["newsletter-32-june.json"])).toMatchObject({
      state: "draft",
      messages: [{ id: "320" }, { id: "321", language: "de" }],
    });
  });

  test("is as the schemas describe it", async () => {
    const { pull, files } = await shopAnd(smallWorkspace());
    const ran = await pull("--format json");
    for (const [name, document] of [
      ["pull", json(ran.stdout)],
      ...Object.entries(files())
        .filter(([path]) => path.endsWith(".json") && path !== manifest)
        .map(([, text]) => ["pulled-consumer", json(text)] as const),
    ] as const) {
      const schema = json(readFileSync(new URL(`../../schema/${name}.schema.json`, import.meta.url), "utf8"));
      const ajv = new Ajv({ allowUnionTypes: true });
      expect(ajv.validate(schema, document), ajv.errorsText()).toBe(true);
    }
  });

  test("follows every page", async () => {
    const { pull, files, api } = await shopAnd(smallWorkspace());
    await pull();
    // 22 messages with content, ten a page; three newsletters, two a page.
    const { messages } = json(files()["campaign-5-abandoned-checkout.json"]);
    expect(messages).toHaveLength(22);
    expect(api.requests.filter(({ path }) => path.startsWith("/v1/campaigns/5/actions"))).toHaveLength(3);
    expect(api.requests.filter(({ path }) => path.startsWith("/v1/newsletters?start="))).toHaveLength(1);
  });

  test("holds a message in one file, as templates are written by hand", async () => {
    const { pull, files } = await shopAnd(smallWorkspace());
    await pull();
    const folder = "templates/campaign-5-abandoned-checkout";
    expect(files()[`${folder}/96-opening-message.liquid`]).toBe(
      [
        "Subject: Your cart of {{ event.cart_value }}",
        "Preheader: {{ event.items[0].name }} waits",
        "Reply-To: {{ customer.rep_email | default: '(left out)' }}",
        "Headers: {{event.order_id}}",
        "Layout: {{ snippets['footer'] }}",
        "",
        "<p>Hi {{ customer.first_name }},</p>",
        "{% for item in event.items %}{{ item.name }}{% endfor %}",
        "Key (left out)",
        "",
      ].join("\n"),
    );
    expect(files()[`${folder}/97-tell-the-warehouse.liquid`]).toBe(
      'URL: {{ event.cart_id }}\n\n{"api_key": "(left out)", "cart": "{{ event.cart_id }}", "auth": "(left out)"}\n',
    );
    expect(files()["templates/snippet-footer.liquid"]).toBe("<p>Sent to {{ customer.email }}</p>\n");
  });

  test("is the same, byte by byte, when it is pulled again in another order", async () => {
    const workspace = smallWorkspace();
    const { pull, files, api } = await shopAnd(workspace);
    await pull();
    const before = files();
    for (const list of [workspace.campaigns, workspace.segments, workspace.snippets]) list?.reverse();
    for (const inside of Object.values(workspace.inside)) if (Array.isArray(inside)) inside.reverse();
    api.state.workspace = workspace;
    const { stdout } = await pull();
    expect(stdout).toContain("Nothing changed in tracking-plan/consumers.");
    expect(files()).toEqual(before);
  });

  test("says what it does not understand, and guesses nothing", async () => {
    const { pull, files } = await shopAnd(smallWorkspace());
    const { stdout } = await pull("--verbose");
    expect(stdout.slice(stdout.indexOf("Not understood")).split("\n").slice(0, 7)).toEqual([
      "Not understood, and therefore not checked:",
      '  campaign "From a form": Its state "sleeping" is not understood.',
      '  campaign "From a form": The "body" of the step 80 is no text and is not understood.',
      '  campaign "From a form": The API does not tell what starts this campaign, which is of the type "form".',
      '  newsletter "July": The segment 404 is not among those of the workspace.',
      '  segment "Odd": A condition on "last_order_at" with the operator "timestamp_before_relative" is not understood.',
      '  segment "Odd": A condition with "geofence" is not understood.',
    ]);
    expect(json(files()["campaign-8-from-a-form.json"])).toMatchObject({ state: "active" });
    expect(json(files()["campaign-8-from-a-form.json"])).not.toHaveProperty("triggers");
    // What was in it is kept, so that a later version may understand it.
    expect(json(files()["segment-91-odd.json"]).conditions).toEqual(
      (smallWorkspace().inside["segments/91"] as { conditions: unknown }).conditions,
    );
  });

  test("is read by the plan without an error", async () => {
    const { shop, pull } = await shopAnd(smallWorkspace());
    await pull();
    const listed = await runBeside(["consumers", "list", "--event", "Started Checkout"], { cwd: shop.root });
    expect(listed.code).toBe(0);
    expect(listed.stdout).toContain("Abandoned checkout (campaign, active)");
    expect(listed.stdout).toContain("tracking-plan/consumers/campaign-5-abandoned-checkout.json:11:16");
  });

  test("is told as it comes, on a terminal", async () => {
    const { shop, api } = await shopAnd(smallWorkspace());
    const { stdout } = await runBeside(["consumers", "pull"], {
      cwd: shop.root,
      env: api.env,
      terminal: true,
    });
    expect(stdout).toContain("\r\u001b[KReading the workspace: 7 of 13\r\u001b[K");
    expect(stdout).toContain("\r\u001b[KRead 1 broadcast, 4 campaigns,");
  });

  test("is all of a large workspace", async () => {
    const { pull, files, api } = await shopAnd(largeWorkspace(500));
    expect((await pull()).stdout).toContain("  … 450 more; --verbose lists them all\n");
    const written = Object.keys(files());
    expect(written.filter((path) => path.endsWith(".json"))).toHaveLength(501);
    expect(written.filter((path) => path.endsWith(".liquid"))).toHaveLength(2000);
    const asked = api.requests.length;
    expect(asked).toBe(506);
    expect((await pull("--check")).code).toBe(0);
    expect(api.requests).toHaveLength(2 * asked);
  });

  test("is nothing but a manifest for an empty workspace", async () => {
    const { pull, files } = await shopAnd({ inside: {} });
    const ran = await pull();
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    expect(ran.stdout).toBe("Read nothing from Customer.io.\nNothing changed in tracking-plan/consumers.\n");
    expect(Object.keys(files())).toEqual([manifest]);
  });
});

describe("what is left out", () => {
  test("are people's addresses and secrets, in every file", async () => {
    const { pull, files } = await shopAnd(smallWorkspace());
    const { stdout, stderr } = await pull("--verbose");
    const everything = [...Object.entries(files()).flat(), stdout, stderr].join("\n");
    for (const secret of secrets) expect(everything).not.toContain(secret);
    expect(json(files()["segment-7-paying.json"])).toMatchObject({
      conditions: {
        and: [{}, { attribute: { value: "(left out)" } }, { attribute: { value: "(left out)" } }],
      },
    });
  });

  test("is the key: it is in no file and in no output, whatever happens", async () => {
    const workspace = smallWorkspace();
    // Somebody wrote it into a message.
    workspace.snippets?.push({ name: "leak", value: `Key: ${appApiKey}` });
    const moods: readonly Mood[] = [
      () => undefined,
      (path) =>
        path.startsWith("/v1/segments") ? { status: 401, body: `{"key": "${appApiKey}"}` } : undefined,
      (path) => (path === "/v1/snippets" ? { status: 400, body: appApiKey } : undefined),
      (path) =>
        path === "/v1/campaigns" ? { status: 302, headers: { location: "/v1/campaigns?next" } } : undefined,
    ];
    const codes: (number | null)[] = [];
    for (const mood of moods) {
      const { pull, files, api } = await shopAnd(workspace, mood);
      for (const args of ["--verbose", "--check --format json"]) {
        const { code, stdout, stderr } = await pull(args);
        codes.push(code);
        expect([...Object.entries(files()).flat(), stdout, stderr].join("\n")).not.toContain(appApiKey);
      }
      expect(api.requests.every(({ key }) => key === `Bearer ${appApiKey}`)).toBe(true);
    }
    expect(codes).toEqual([0, 0, 2, 2, 2, 2, 2, 2]);
  });

  test("is the key also where it can't be a key, or the address is none", async () => {
    const { pull, api } = await shopAnd(smallWorkspace());
    const cases: readonly (readonly [NodeJS.ProcessEnv, RegExp])[] = [
      [{ CUSTOMERIO_APP_API_KEY: "" }, /CUSTOMERIO_APP_API_KEY is not set/],
      [{ CUSTOMERIO_APP_API_KEY: "half\nkey-abc" }, /a space, a quote or a character that no key has/],
      [{ CUSTOMERIO_APP_API_URL: "http://api.customer.example" }, /is no https address/],
      [{ CUSTOMERIO_APP_API_URL: "nonsense" }, /is no https address/],
      [{ CUSTOMERIO_APP_API_URL: "https://u:p@x.example" }, /more than a host and a path/],
      [{ CUSTOMERIO_APP_API_RATE: "0" }, /no number of requests a second/],
      [{ CUSTOMERIO_APP_API_KEY: "another" }, /does not accept the key \(401 for \/v1\/segments\)/],
    ];
    for (const [env, message] of cases) {
      const { code, stdout, stderr } = await pull("", env);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toMatch(message);
      expect(stderr).not.toContain("key-abc");
    }
    expect(api.requests).toHaveLength(1);
  });
});

describe("a bad day of the API", () => {
  test("too many requests: waits as long as it is told", async () => {
    const { pull, api } = await shopAnd(smallWorkspace(), (path, times) =>
      path === "/v1/campaigns" && times === 1 ? { status: 429, headers: { "retry-after": "1" } } : undefined,
    );
    expect((await pull()).code).toBe(0);
    const [refused, again] = api.requests.filter(({ path }) => path === "/v1/campaigns");
    expect((again?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThan(990);
  });

  test("failures that pass, and answers that break off: asks again", async () => {
    const { pull, api, files } = await shopAnd(smallWorkspace(), (path, times) => {
      if (path === "/v1/campaigns" && times === 1) return { status: 500, body: "<html>oops</html>" };
      if (path === "/v1/segments/7" && times === 1) return { cut: true };
      if (path === "/v1/segments/21" && times === 1) return { status: 200, body: '{"segment": {"id": 2' };
      if (path === "/v1/snippets" && times === 1) return { wait: 300 };
      return undefined;
    });
    expect((await pull()).code).toBe(0);
    for (const path of ["/v1/campaigns", "/v1/segments/7", "/v1/segments/21"])
      expect(api.requests.filter((request) => request.path === path)).toHaveLength(2);
    expect(json(files()["segment-21-newsletter-readers.json"]).conditions).toBeDefined();
  });

  test("failures that don't pass: says so, and writes nothing", async () => {
    const { pull, files } = await shopAnd(smallWorkspace(), (path) =>
      path.startsWith("/v1/campaigns/5") ? { status: 503, headers: { "retry-after": "0" } } : undefined,
    );
    const { code, stdout, stderr } = await pull();
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toBe(
      "trackwright: can't read /v1/campaigns/5/actions of Customer.io after 5 attempts: it answers 503\n",
    );
    expect(files()).toEqual({});
  });

  test("a list that is no list: nobody knows what left, so nothing is removed", async () => {
    const { pull, files, api } = await shopAnd(smallWorkspace());
    await pull();
    const before = files();
    api.state.mood = (path) =>
      path === "/v1/campaigns" ? { status: 200, body: '{"error": "maintenance"}' } : undefined;
    const { code, stderr } = await pull();
    expect(code).toBe(2);
    expect(stderr).toBe(
      'trackwright: the answer to /v1/campaigns is not understood: it has no list "campaigns". Nothing was written\n',
    );
    expect(files()).toEqual(before);
  });

  test("pages without an end: stops", async () => {
    const { pull } = await shopAnd(smallWorkspace(), (path) =>
      path.startsWith("/v1/newsletters?") || path === "/v1/newsletters"
        ? { status: 200, body: '{"newsletters": [], "next": "same"}' }
        : undefined,
    );
    const { code, stderr } = await pull();
    expect(code).toBe(2);
    expect(stderr).toContain('the pages of /v1/newsletters never end: the API gave "next" twice');
  });

  test("what leaves while it is read is left out", async () => {
    const { pull, files } = await shopAnd(smallWorkspace(), (path) =>
      path.startsWith("/v1/segments/91") ? { status: 404 } : undefined,
    );
    expect((await pull()).code).toBe(0);
    expect(Object.keys(files()).filter((path) => path.startsWith("segment-91"))).toEqual([]);
  });

  test("the older path of transactional messages", async () => {
    const { pull, files } = await shopAnd(smallWorkspace(), (path) =>
      path === "/v1/transactional/3/contents"
        ? { status: 404 }
        : path === "/v1/transactional/3/content"
          ? {
              status: 200,
              body: '{"contents": [{"id": 30, "type": "email", "subject": "Old", "body": "x"}]}',
            }
          : undefined,
    );
    expect((await pull()).code).toBe(0);
    expect(files()["templates/transactional-3-order-confirmation/30.liquid"]).toBe("Subject: Old\n\nx\n");
  });
});

describe("a pull that was interrupted", () => {
  test("goes on where it stopped, and reads again what changed meanwhile", async () => {
    const workspace = smallWorkspace();
    const { shop, api, pull, files } = await shopAnd(workspace);
    // The last campaigns are read, then nothing comes any more.
    api.state.mood = (path) => (path.startsWith("/v1/segments/") ? { wait: 60_000 } : undefined);
    const pulling = start(["consumers", "pull"], shop.root, api.env);
    await expect.poll(() => shop.exists("node_modules/.cache/trackwright"), { timeout: 30_000 }).toBe(true);
    // Ten items were read, and three of the segments wait.
    const lines = (): number => shop.read(stateOf(shop)).split("\n").length - 2;
    await expect.poll(lines, { timeout: 30_000 }).toBe(10);
    pulling.child.kill("SIGKILL");
    await pulling.ended;
    expect(files()).toEqual({});
    const path = stateOf(shop);
    const state = shop.read(path);
    for (const secret of [...secrets, appApiKey]) expect(state).not.toContain(secret);
    // A line that the kill cut off.
    shop.write(path, `${state}{"key":"campaign 7","lis`);

    const before = api.requests.length;
    api.state.mood = () => undefined;
    const changed = workspace.campaigns?.findIndex(({ id }) => id === 6) ?? -1;
    workspace.campaigns?.splice(changed, 1, {
      id: 6,
      name: "VIP welcome",
      state: "running",
      active: true,
      trigger_segment_ids: [90],
    });
    const { code, stderr } = await pull();
    expect(code).toBe(0);
    expect(stderr).toMatch(/^Went on from an interrupted pull: \d+ had been read before\n$/);
    const asked = new Set(api.requests.slice(before).map(({ path }) => path));
    expect(asked.has("/v1/campaigns/6/actions")).toBe(true);
    expect(
      [...asked].filter((path) =>
        /campaigns\/[578]|broadcasts\/12|newsletters\/3|transactional\/3/.test(path),
      ),
    ).toEqual([]);
    expect(Object.keys(files())).toContain("campaign-6-vip-welcome.json");
    expect(shop.exists(path)).toBe(false);

    // It is as if it had never been interrupted.
    const { files: others, pull: another, api: second } = await shopAnd(workspace);
    second.state.workspace = workspace;
    await another();
    expect(files()).toEqual(others());
  });

  test("of another place or another day is forgotten", async () => {
    const { shop, api, pull } = await shopAnd(smallWorkspace());
    api.state.mood = (path) => (path === "/v1/segments/91" ? { status: 400 } : undefined);
    expect((await pull()).code).toBe(2);
    const path = stateOf(shop);
    const [head = "", ...lines] = shop.read(path).split("\n");
    const heads = [
      { ...JSON.parse(head), source: "https://elsewhere.example" },
      { ...JSON.parse(head), began: Date.now() - 2 * 60 * 60_000 },
      { ...JSON.parse(head), pull: 9 },
      "nonsense",
    ];
    api.state.mood = () => undefined;
    for (const other of heads) {
      shop.write(path, [JSON.stringify(other), ...lines].join("\n"));
      expect(await pull()).toMatchObject({ code: 0, stderr: "" });
    }
    shop.write(path, [head, ...lines].join("\n"));
    expect((await pull()).stderr).toContain("Went on from an interrupted pull");
  });
});

describe("the files of the project", () => {
  test("of consumers that left are removed, and those of others stay", async () => {
    const workspace = smallWorkspace();
    const { shop, pull, files } = await shopAnd(workspace);
    shop.write(
      "tracking-plan/consumers/written.yaml",
      "consumers:\n  Birthday: { kind: campaign, owner: lifecycle }\n",
    );
    shop.write("tracking-plan/consumers/notes.json", '{"mine": true}\n');
    shop.write("tracking-plan/consumers/templates/mine.liquid", "Mine\n");
    await pull();
    workspace.campaigns?.splice(0, 1);
    const { stdout } = await pull();
    expect(stdout).toContain('  gone    campaign "Abandoned checkout"\n');
    const left = Object.keys(files());
    expect(left.filter((path) => path.includes("abandoned"))).toEqual([]);
    expect(left).toEqual(expect.arrayContaining(["written.yaml", "notes.json", "templates/mine.liquid"]));
    expect(shop.run("lint --only plan --fail-on error").code).toBe(0);
  });

  test("that somebody else wrote are never replaced", async () => {
    const { shop, pull, files } = await shopAnd(smallWorkspace());
    shop.write("tracking-plan/consumers/segment-7-paying.json", "{}\n");
    const { code, stderr } = await pull();
    expect(code).toBe(2);
    expect(stderr).toContain('Move "tracking-plan/consumers/segment-7-paying.json" away, and pull again');
    expect(Object.keys(files()).filter((path) => !path.startsWith("."))).toEqual(["segment-7-paying.json"]);
  });

  test("that were edited are kept beside the new ones", async () => {
    const { shop, pull } = await shopAnd(smallWorkspace());
    await pull();
    shop.edit("tracking-plan/consumers/segment-7-paying.json", "Paying", "Payers");
    expect((await pull("--check")).stdout).toContain('  edited  segment "Paying"');
    await pull();
    expect(shop.read("tracking-plan/consumers/segment-7-paying.json")).toContain('"Paying"');
    expect(shop.read("tracking-plan/consumers/segment-7-paying.json.orig")).toContain('"Payers"');
  });
});

describe("--check", () => {
  test("tells what changed, and writes nothing", async () => {
    const workspace = smallWorkspace();
    const { pull, files } = await shopAnd(workspace);
    await pull();
    expect(await pull("--check")).toMatchObject({ code: 0, stderr: "" });
    const before = files();
    const [first] = workspace.campaigns ?? [];
    workspace.campaigns?.splice(0, 1, { ...first, state: "stopped", event_name: "Checkout Started" });
    workspace.segments?.push({ id: 92, name: "Fresh", type: "manual" });
    workspace.broadcasts?.pop();
    const actions = workspace.inside["campaigns/6"];
    if (Array.isArray(actions)) actions[0] = { ...actions[0], body: "{{ customer.vip_level }}" };

    const { code, stdout } = await pull("--check");
    expect(code).toBe(1);
    expect(stdout).toContain('  gone    broadcast "Early access"\n');
    expect(stdout).toContain('  changed campaign "Abandoned checkout": state, triggers\n');
    expect(stdout).toContain('  changed campaign "VIP / welcome: Änderung": template 60-welcome.liquid\n');
    expect(stdout).toContain('  new     segment "Fresh"\n');
    expect(stdout).toContain("The workspace has moved on. Run `trackwright consumers pull`");
    expect(files()).toEqual(before);

    const report = json((await pull("--check --format json")).stdout);
    expect(report).toMatchObject({ check: true, folder: "tracking-plan/consumers", read: { campaign: 4 } });
    expect(report.changes).toContainEqual({
      change: "changed",
      kind: "campaign",
      name: "Abandoned checkout",
      what: ["state", "triggers"],
      files: ["campaign-5-abandoned-checkout.json"],
    });
    expect((await pull("--check --fail-on never")).code).toBe(0);
  });
});
