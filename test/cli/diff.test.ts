// `trackwright diff` in real git repositories: which base it finds, what it says where it can't, and its formats.
import { mkdirSync, readFileSync, renameSync } from "node:fs";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { after, before, git, kindsOf, plan, repository } from "./repository.js";
import { project, run } from "./spawn.js";

test("compares the working tree with the last commit, and says whom it reaches", () => {
  const { code, stdout } = repository().run("diff");
  expect(code).toBe(0);
  expect(stdout).toBe(`HEAD -> the working tree: 1 change: 1 dangerous

Dangerous
  Property "coupon" of "Order Completed" is now optional.
    payload, dangerous: Its readers may find nothing: a message that needs it is not sent.
    reaches "Thanks"
    ask checkout
    tracking-plan/plan.yaml:12

Consumers
  "Thanks" (lifecycle)
    asks for "event.coupon", which may be left out: not sent for "Order Completed" without it

A minor step is needed; the version goes from 1.0.0 to 1.0.1, which is not enough: write 1.1.0.
`);
});

test("writes JSON that its schema describes, twice the same", () => {
  const shop = repository();
  const { stdout } = shop.run("diff --format json");
  const schema = JSON.parse(readFileSync(new URL("../../schema/diff.schema.json", import.meta.url), "utf8"));
  const validate = new Ajv({ allErrors: true }).compile(schema);
  expect([validate(JSON.parse(stdout)), validate.errors]).toEqual([true, null]);
  expect(shop.run("diff --format json").stdout).toBe(stdout);
  expect(JSON.parse(stdout).changes[0]).toMatchObject({
    kind: "property-optional",
    event: "Order Completed",
    property: "coupon",
    path: "coupon",
    promises: { code: "safe", payload: "dangerous", history: "safe" },
    consumers: ["Thanks"],
    at: { file: "tracking-plan/plan.yaml", line: 12, column: 7 },
    was: { line: 12 },
  });
});

test("writes Markdown for a comment, below GitHub's limit however much changed", () => {
  const shop = repository();
  const many = (type: string) =>
    plan(
      Array.from({ length: 3000 }, (_, index) => `      property_with_a_name_${index}: ${type}`).join("\n"),
    );
  shop.write("tracking-plan/plan.yaml", many("string"));
  git(shop.root, "commit", "-qam", "Many");
  shop.write("tracking-plan/plan.yaml", many("integer"));
  const { stdout } = shop.run("diff --format markdown");
  expect(stdout.length).toBeLessThan(65_536);
  expect(stdout).toContain("### Tracking plan `shop`: 3000 breaking");
  expect(stdout).toMatch(/\d+ more in the full report/);
});

test("sees nothing where files moved, keys were reordered and comments written", () => {
  const shop = repository();
  const [head = "", events = ""] = before.split(/(?=^events:)/m);
  shop.write("tracking-plan/plan.yaml", `# A comment\n${head}`);
  shop.write(
    "tracking-plan/b/all.yaml",
    events.replace("order_id: string\n      coupon: string", "coupon: string\n      order_id: string"),
  );
  expect(JSON.parse(shop.run("diff --format json").stdout)).toMatchObject({ bump: "none", changes: [] });
});

test("follows a plan that was moved and renamed, with spaces and other letters in its name", () => {
  const shop = repository();
  mkdirSync(shop.at("packages/my shop 日本"), { recursive: true });
  renameSync(shop.at("tracking-plan"), shop.at("packages/my shop 日本/plän"));
  const { code, stdout } = run(["diff", "--plan", "packages/my shop 日本/plän", "--format", "json"], {
    cwd: shop.root,
  });
  expect([code, kindsOf(stdout)]).toEqual([0, ["property-optional"]]);
  git(shop.root, "add", "-A");
  git(shop.root, "commit", "-qm", "Move");
  shop.write("packages/my shop 日本/plän/plan.yaml", before);
  const back = run(["diff", "--plan", "packages/my shop 日本/plän", "--format", "json"], { cwd: shop.root });
  expect(kindsOf(back.stdout)).toEqual(["property-required"]);
});

test("compares two refs, two folders, from a worktree, a detached head and a bare repository", () => {
  const shop = repository();
  git(shop.root, "commit", "-qam", "Second");
  expect(kindsOf(shop.run("diff HEAD~1 HEAD --format json").stdout)).toEqual(["property-optional"]);
  expect(kindsOf(shop.run("diff HEAD~1 --format json").stdout)).toEqual(["property-optional"]);
  git(shop.root, "checkout", "-q", "--detach", "HEAD~1");
  expect(kindsOf(shop.run("diff main --format json").stdout)).toEqual(["property-required"]);
  git(shop.root, "worktree", "add", "-q", "side", "main");
  expect(kindsOf(run(["diff", "HEAD~1", "--format", "json"], { cwd: shop.at("side") }).stdout)).toEqual([
    "property-optional",
  ]);
  expect(kindsOf(shop.run("diff ./tracking-plan ./side --format json").stdout)).toEqual([
    "property-optional",
  ]);
  git(shop.root, "clone", "-q", "--bare", ".", "bare.git");
  expect(
    kindsOf(run(["diff", "main~1", "main", "--format", "json"], { cwd: shop.at("bare.git") }).stdout),
  ).toEqual(["property-optional"]);
});

test("works in a submodule", () => {
  const inner = repository();
  const outer = project();
  git(outer.root, "init", "-q");
  git(outer.root, "submodule", "--quiet", "add", inner.root, "shop");
  outer.write("shop/tracking-plan/plan.yaml", after);
  expect(kindsOf(run(["diff", "--format", "json"], { cwd: outer.at("shop") }).stdout)).toEqual([
    "property-optional",
  ]);
});

test("names the command that brings a base into a shallow clone, and the command works", () => {
  const shop = repository();
  git(shop.root, "commit", "-qam", "Second");
  git(shop.root, "branch", "release", "HEAD~1");
  git(shop.root, "clone", "-q", "--depth=1", `file://${shop.root}`, "shallow");
  const cwd = shop.at("shallow");
  const { code, stderr } = run(["diff", "origin/release"], { cwd });
  expect([code, stderr]).toEqual([
    2,
    'trackwright: "origin/release" is not in this clone, which has only the latest commits. Fetch it: `git fetch --depth=1 origin release:refs/remotes/origin/release`.\n',
  ]);
  git(cwd, "fetch", "-q", "--depth=1", "origin", "release:refs/remotes/origin/release");
  expect(kindsOf(run(["diff", "origin/release", "--format", "json"], { cwd }).stdout)).toEqual([
    "property-optional",
  ]);
});

test("says what is wrong with a base that is not there", () => {
  const shop = repository();
  expect(shop.run("diff mian")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Did you mean "main"?'),
  });
  expect(shop.run("diff --output=x --upload-pack=y").code).toBe(2);
  const plain = project();
  plain.write("tracking-plan/plan.yaml", before);
  expect(plain.run("diff")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("is in no git repository"),
  });
  expect(plain.run("diff", { env: { PATH: plain.root } })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("git was not found"),
  });
  git(plain.root, "init", "-q");
  expect(plain.run("diff")).toMatchObject({ code: 2, stderr: expect.stringContaining("no commit yet") });
});

test("compares a base with mistakes as far as it goes, and says what it could not", () => {
  const shop = repository();
  shop.write("tracking-plan/other.yaml", "events:\n  Broken: {\n");
  git(shop.root, "add", "-A");
  git(shop.root, "commit", "-qm", "Broken");
  shop.remove("tracking-plan/other.yaml");
  shop.write("tracking-plan/plan.yaml", before);
  const { code, stdout } = shop.run("diff");
  expect(code).toBe(0);
  expect(stdout).toContain("Not compared as a whole: HEAD, tracking-plan/other.yaml:");
  expect(stdout).toContain('Property "coupon" of "Order Completed" is now required.');
});

test("reads the templates on disk, and tells whose message is no longer sent", () => {
  const shop = repository();
  const listener = `consumers:
  Coupon mail:
    kind: campaign
    trigger: Order Completed
    owner: lifecycle
    templates: [tracking-plan/mail.liquid]
`;
  shop.write("tracking-plan/mail.yaml", listener);
  shop.write("tracking-plan/mail.liquid", "You used {{ event.coupon }}.\n");
  const reached = (): readonly string[] =>
    JSON.parse(shop.run("diff --format json").stdout).changes.flatMap(
      (change: { kind: string; consumers: readonly string[] }) =>
        change.kind === "property-optional" ? change.consumers : [],
    );
  expect(reached()).toEqual(["Coupon mail", "Thanks"]);
  expect(shop.run("diff").stdout).toContain(`"Coupon mail" (lifecycle)
    is not sent for "Order Completed" without "event.coupon"`);
  // Who no longer needs it is not reached.
  shop.write("tracking-plan/mail.liquid", 'You used {{ event.coupon | default: "none" }}.\n');
  expect(reached()).toEqual(["Thanks"]);
});

test("says where a version can't be read", () => {
  const shop = repository();
  shop.write("tracking-plan/plan.yaml", after.replace("version: 1.0.1", "version: 1.4"));
  const stdout = shop.run("diff").stdout.replaceAll(/\s+/g, " ");
  expect(stdout).toContain('The version must have three parts such as 1.4.0, not "1.4".');
  expect(stdout).toContain("the version was 1.0.0, and is now missing or can't be read, which is not enough");
});

test("tells which values the text of a message uses now, and which no longer", () => {
  const shop = repository();
  const mail = "tracking-plan/mail.liquid";
  shop.write(
    "tracking-plan/mail.yaml",
    `consumers:\n  Coupon mail: { kind: campaign, trigger: Order Completed, templates: [${mail}] }\n`,
  );
  shop.write(mail, "{% if event.coupon %}You used {{ event.coupon }}.{% endif %}\n");
  git(shop.root, "add", ".");
  git(shop.root, "commit", "-m", "A mail");
  const told = (): readonly string[] =>
    JSON.parse(shop.run("diff --format json").stdout).changes.map(
      ({ message }: { readonly message: string }) => message,
    );
  expect(told()).toEqual([]);
  // Other words are no change of the plan.
  shop.write(mail, "{% if event.coupon %}Your code was {{ event.coupon }}.{% endif %}\n");
  expect(told()).toEqual([]);
  shop.write(mail, "Hello {{ customer.email }}.\n");
  expect(told()).toEqual([
    'Consumer "Coupon mail" now uses "customer.email" in what it says.',
    'Consumer "Coupon mail" no longer uses "event.coupon" in what it says.',
  ]);
  expect(shop.run("diff").stdout).toContain("No version step is needed");
});

test("says what to write where there is no version, and where it went", () => {
  const shop = repository();
  const last = (): string =>
    shop.run("diff").stdout.trim().split("\n\n").at(-1)?.replaceAll(/\s+/g, " ") ?? "";
  shop.write("tracking-plan/plan.yaml", after.replace("version: 1.0.1\n", ""));
  expect(last()).toBe(
    "A minor step is needed; the version was 1.0.0, and is now missing or can't be read, which is not enough: write 1.1.0.",
  );
  shop.write("tracking-plan/plan.yaml", before.replace("version: 1.0.0\n", ""));
  git(shop.root, "add", ".");
  git(shop.root, "commit", "-m", "No version");
  shop.write("tracking-plan/plan.yaml", after.replace("version: 1.0.1\n", ""));
  expect(last()).toBe("A minor step is needed; the plan says no version, which is not enough: write 0.1.0.");
  shop.write("tracking-plan/plan.yaml", after.replace("version: 1.0.1", "version: 0.1.0"));
  expect(last()).toBe("A minor step is needed; the plan says its first version, 0.1.0, which is enough.");
});
