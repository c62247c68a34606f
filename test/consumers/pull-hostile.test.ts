// A workspace whose answers are not what is documented: a pull gives what it understood and says what it didn't, or
// refuses as a whole, and what it writes is read by the plan.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AppApi, PullError } from "../../src/consumers/pull/app-api.js";
import { pulledFiles } from "../../src/consumers/pull/pulled-files.js";
import { readWorkspace, type Workspace } from "../../src/consumers/pull/workspace.js";
import { loadPlanFiles } from "../../src/plan/load.js";
import { project, runBeside } from "../cli/spawn.js";
import { contents, type FakeWorkspace, fakeAppApi } from "../support/app-api.js";
import { smallWorkspace } from "../support/workspaces.js";

/** Reads a workspace from answers in memory; `change` may put another body in the place of one. */
async function read(
  workspace: FakeWorkspace,
  change: (path: string, body: unknown) => unknown,
): Promise<Workspace> {
  const api = new AppApi(
    {
      async send(path) {
        const [status, body] = contents(workspace, path);
        return { status, retryAfter: null, text: JSON.stringify(change(path, body)) ?? "" };
      },
      sleep: async () => {},
      now: () => 0,
      date: () => 0,
    },
    0,
  );
  return await readWorkspace(api, { known: () => undefined, read() {}, at() {} });
}

/** What the plan makes of what is written. */
function loaded({ pulled }: Workspace) {
  const files = [
    { path: "tracking-plan/plan.yaml", bytes: Buffer.from("trackwright: 1\nname: acme-store\n") },
    ...pulledFiles(pulled)
      .filter(({ path }) => path.endsWith(".json"))
      .map(({ path, content }) => ({
        path: `tracking-plan/consumers/${path}`,
        bytes: Buffer.from(content),
      })),
  ];
  return loadPlanFiles("tracking-plan", files);
}

/** Every place in a value. */
function placesIn(
  value: unknown,
  path: readonly (string | number)[] = [],
): readonly (readonly (string | number)[])[] {
  if (typeof value !== "object" || value === null) return [path];
  const inner = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [path, ...inner.flatMap(([key, one]) => placesIn(one, [...path, key]))];
}

/** A copy with another value in one place; without the place where that is undefined. */
function put(value: unknown, [key, ...rest]: readonly (string | number)[], other: unknown): unknown {
  if (key === undefined) return other;
  if (Array.isArray(value)) return value.map((one, index) => (index === key ? put(one, rest, other) : one));
  const record: Record<string, unknown> = { ...(value as Record<string, unknown>) };
  const next = put(record[key], rest, other);
  if (next === undefined) delete record[key];
  else record[key] = next;
  return record;
}

const nested = (depth: number): unknown =>
  Array.from({ length: depth }).reduce<unknown>((inner) => ({ and: [inner] }), { x: 1 });
const odd: readonly unknown[] = [
  undefined,
  null,
  "",
  " ",
  "x",
  "../../etc/passwd",
  "__proto__",
  "\u0000\ud800",
  0,
  -1,
  1.5,
  1e300,
  true,
  [],
  [null],
  [[]],
  ["x", 5, {}],
  {},
  { __proto__x: 1, id: null },
  { and: null },
  { event: { name: null, type: 7 } },
  nested(70),
];

describe("a field that holds anything", () => {
  test("costs a file or the pull, and is said", async () => {
    const workspace = smallWorkspace();
    const paths: string[] = [];
    await read(workspace, (path, body) => {
      paths.push(path);
      return body;
    });
    const change = fc.constantFrom(...paths).chain((path) =>
      fc.record({
        path: fc.constant(path),
        at: fc.constantFrom(...placesIn(contents(workspace, path)[1])),
        value: fc.constantFrom(...odd),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        let result: Workspace;
        try {
          result = await read(workspace, (path, body) =>
            changes
              .filter((one) => one.path === path)
              .reduce((all, { at, value }) => put(all, at, value), body),
          );
        } catch (error) {
          expect(error).toBeInstanceOf(PullError);
          return;
        }
        const { value, diagnostics } = loaded(result);
        expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
        expect(value?.consumers.length).toBe(result.pulled.filter(({ kind }) => kind !== "snippet").length);
        // The same answers give the same bytes.
        expect(pulledFiles(result.pulled)).toEqual(pulledFiles(result.pulled.toReversed()));
      }),
      { numRuns: 150 * Number(process.env.PROPERTY_RUNS ?? "1") },
    );
  });
});

describe("an answer that is not as it should be", () => {
  const bodies: readonly (readonly [what: string, path: RegExp, body: string, message: string])[] = [
    [
      "no list",
      /^\/v1\/campaigns$/,
      "{}",
      'the answer to /v1/campaigns is not understood: it has no list "campaigns"',
    ],
    ["a list of null", /^\/v1\/broadcasts$/, '{"broadcasts":[null]}', 'its "broadcasts" hold something else'],
    ["an item without an id", /^\/v1\/segments$/, '{"segments":[{"name":"x"}]}', 'an item has no "id"'],
    ["no actions", /^\/v1\/campaigns\/5\/actions/, "{}", 'it has no list "actions"'],
    [
      "a next that is no token",
      /^\/v1\/campaigns\/5\/actions/,
      '{"actions":[],"next":{"a":1}}',
      'its "next" is no token',
    ],
    [
      "a next that repeats",
      /^\/v1\/campaigns\/5\/actions/,
      '{"actions":[],"next":"abc"}',
      'the API gave "next" twice',
    ],
    [
      "endless nesting",
      /^\/v1\/segments\/7$/,
      `${'{"and":['.repeat(20_000)}${"]}".repeat(20_000)}`,
      "is nested too deeply to be read",
    ],
  ];

  test.each(bodies)("%s: nothing of the folder changes", async (_, pattern, body, message) => {
    const shop = project();
    shop.write("tracking-plan/plan.yaml", "trackwright: 1\nname: acme-store\n");
    const api = await fakeAppApi(smallWorkspace());
    const pull = () => runBeside(["consumers", "pull"], { cwd: shop.root, env: api.env });
    expect((await pull()).code).toBe(0);
    const before = shop.tree("tracking-plan");
    // Everything else has changed, too.
    const { workspace } = api.state;
    workspace.campaigns =
      workspace.campaigns?.map((campaign) => ({ ...campaign, active: false, state: "stopped" })) ?? [];
    api.state.mood = (path) => (pattern.test(path) ? { body } : undefined);
    const ran = await pull();
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain(message);
    expect(ran.stdout).toBe("");
    expect(shop.tree("tracking-plan")).toEqual(before);
  });

  test("pages that go on without anything new end the pull", async () => {
    let page = 0;
    const endless = read(smallWorkspace(), (path, body) =>
      path.startsWith("/v1/campaigns/5/actions")
        ? { actions: [{ id: 1, body: "x" }], next: `page-${page++}` }
        : body,
    );
    await expect(endless).rejects.toThrow("20 of them hold nothing new");
  });

  test("a page may be named by a number", async () => {
    const { pulled } = await read(smallWorkspace(), (path, body) => {
      if (!path.startsWith("/v1/campaigns/5/actions")) return body;
      const start = Number(new URL(path, "http://api").searchParams.get("start") ?? "0");
      return {
        actions: [{ id: start + 1, type: "email", body: `Hi ${start}` }],
        next: start < 2 ? start + 1 : null,
      };
    });
    const campaign = pulled.find((one) => one.kind === "campaign" && one.id === "5");
    expect(campaign).toMatchObject({ messages: [{ id: "1" }, { id: "2" }, { id: "3" }] });
  });

  test("types and states that are new are kept and said", async () => {
    const { pulled } = await read(smallWorkspace(), (path, body) => {
      if (path === "/v1/campaigns")
        return {
          campaigns: [
            { id: 5, name: "X", type: "telepathic", state: "dreaming", event_name: ["Y"], active: "yes" },
          ],
        };
      if (path.startsWith("/v1/campaigns/"))
        return { actions: [{ id: 1, type: "hologram", body: "{{ event.x }}" }] };
      return path === "/v1/newsletters"
        ? { newsletters: [{ id: 31, name: "Y", sent_at: "yesterday" }] }
        : body;
    });
    const of = (kind: string) => pulled.find((one) => one.kind === kind);
    expect(of("campaign")).toMatchObject({
      state: undefined,
      messages: [{ id: "1", type: "hologram" }],
      unknown: [
        'Its "active" is neither true nor false and is not understood.',
        'Its "event_name" is no text and is not understood.',
        'Its state "dreaming" is not understood.',
        'The API does not tell what starts this campaign, which is of the type "telepathic".',
      ],
    });
    expect(of("newsletter")).toMatchObject({
      state: undefined,
      unknown: ["When it was sent is not understood."],
    });
  });
});
