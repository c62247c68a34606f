// What `trackwright diff` compares with beside the last commit: packages, plans that are new, several plans in one
// repository, plans at odd places; and what `--fail-on` makes of it.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { after, before, git, kindsOf, plan, repository } from "./repository.js";
import { project, run } from "./spawn.js";

/** Packs a folder as npm does, and gives the name of the archive. */
function pack(cwd: string): string {
  const { status, stdout, stderr } = spawnSync("npm", ["pack", "--silent"], { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`npm pack: ${stderr}`);
  return stdout.trim();
}

test("compares with a package that npm packed, wherever it ships its plan", () => {
  const shop = repository();
  const deep = `plans/${"a-very-long-name-".repeat(5)}/${"another-long-name-".repeat(5)}/日本`;
  shop.write("release/package.json", '{ "name": "acme-plan", "version": "1.0.0" }');
  shop.write(`release/${deep}/plan.yaml`, "trackwright: 1\nname: shop\nversion: 1.0.0\n");
  shop.write(
    `release/${deep}/events/orders.yaml`,
    before
      .slice(before.indexOf("sources:"))
      .replace(/^sources:.*\n/, "")
      .replace("    source: backend\n", ""),
  );
  const archive = pack(shop.at("release"));
  const { code, stdout, stderr } = shop.run(`diff ./release/${archive} --format json`);
  expect([code, stderr]).toEqual([0, ""]);
  expect(kindsOf(stdout)).toContain("property-optional");
  const [was] = JSON.parse(stdout).changes.filter(
    ({ kind }: { kind: string }) => kind === "property-optional",
  );
  expect(was.was).toMatchObject({ file: "日本/events/orders.yaml", line: 7 });
});

test("reads long names in each way in which tar writes them", () => {
  const shop = repository();
  const long = `${"n".repeat(80)}/${"m".repeat(120)}`;
  shop.write(`old/package/${long}/plan.yaml`, before);
  for (const format of ["gnu", "posix"]) {
    const made = spawnSync("tar", [`--format=${format}`, "-czf", `../${format}.tgz`, "package"], {
      cwd: shop.at("old"),
    });
    expect(made.status).toBe(0);
    expect(kindsOf(shop.run(`diff ./${format}.tgz --format json`).stdout)).toEqual(["property-optional"]);
  }
});

test("compares with an installed package, by its name or its folder", () => {
  const shop = repository();
  shop.write("node_modules/@acme/plan/package.json", "{}");
  shop.write("node_modules/@acme/plan/dist/plan.yaml", before);
  shop.write("node_modules/@acme/plan/node_modules/other/tracking-plan/plan.yaml", after);
  for (const name of ["@acme/plan", "node_modules/@acme/plan", "./node_modules/@acme/plan/dist"])
    expect(kindsOf(shop.run(`diff ${name} --format json`).stdout)).toEqual(["property-optional"]);
});

test.each([
  [
    "no archive at all",
    Buffer.from("trackwright"),
    '"./x.tgz" is no package: it is not the archive that `npm pack` writes.',
  ],
  ["a broken archive", Buffer.from([0x1f, 0x8b, 8, 0, 0, 0]), '"./x.tgz" can\'t be unpacked: '],
  ["an archive of nothing", Buffer.alloc(1024), '"./x.tgz" holds no tracking plan'],
])("says what is wrong with %s", (_, bytes, message) => {
  const shop = repository();
  writeFileSync(shop.at("x.tgz"), bytes);
  const { code, stderr } = shop.run("diff ./x.tgz");
  expect([code, stderr]).toEqual([2, expect.stringContaining(`trackwright: ${message}`)]);
});

test("takes a plan that the base does not have yet for new, also beside others", () => {
  const shop = repository();
  shop.write("blog/tracking-plan/plan.yaml", before.replace("name: shop", "name: blog"));
  const blog = () => run(["diff", "--plan", "blog/tracking-plan"], { cwd: shop.root });
  const { code, stdout } = blog();
  expect([code, stdout]).toEqual([
    0,
    expect.stringContaining("There was no plan before; its version is 1.0.0."),
  ]);
  expect(stdout).toContain('Event "Order Completed" is new.');
  expect(stdout).not.toContain("Breaking");
  expect(
    run(["lint", "--base", "HEAD", "--only", "base", "--plan", "blog/tracking-plan"], { cwd: shop.root })
      .code,
  ).toBe(0);
  // From then on each has a base of its own.
  git(shop.root, "add", "-A");
  git(shop.root, "commit", "-qm", "Two plans");
  shop.write("blog/tracking-plan/plan.yaml", after.replace("name: shop", "name: blog"));
  expect(blog().stdout).toContain("1 change: 1 dangerous");
  expect(shop.run("diff").stdout).toContain("no changes");
  // One that moves is told by its name.
  mkdirSync(shop.at("sites"));
  renameSync(shop.at("blog"), shop.at("sites/blog"));
  expect(run(["diff", "--plan", "sites/blog/tracking-plan"], { cwd: shop.root }).stdout).toContain(
    "1 change: 1 dangerous",
  );
});

test("compares a plan that lies at the top of its repository, and one behind a link", () => {
  const shop = project();
  shop.write("plan.yaml", before);
  shop.write("more/events.yaml", "events:\n  Seen: { description: It was seen. }\n");
  git(shop.root, "init", "-q");
  git(shop.root, "add", "-A");
  git(shop.root, "commit", "-qm", "First");
  shop.write("plan.yaml", after);
  expect(kindsOf(shop.run("diff --format json").stdout)).toEqual(["property-optional"]);
  const other = project();
  symlinkSync(shop.root, other.at("tracking-plan"));
  expect(kindsOf(other.run("diff --format json").stdout)).toEqual(["property-optional"]);
});

test("says what a commit can't tell: links and submodules inside of a plan", () => {
  const shop = repository();
  shop.write("shared/events.yaml", "events:\n  Seen: { description: It was seen. }\n");
  symlinkSync("../shared", shop.at("tracking-plan/shared"));
  git(shop.root, "add", "-A");
  git(shop.root, "commit", "-qm", "A link");
  const { code, stdout } = shop.run("diff --format json");
  expect(code).toBe(0);
  expect(JSON.parse(stdout).unread[0]).toMatchObject({
    file: "tracking-plan/shared",
    message: "This is a link, which a commit can't be followed through.",
  });
});

test.each([0, 2])("compares a base in version %i of the language as far as it can be read", (version) => {
  const shop = repository();
  shop.write("tracking-plan/plan.yaml", before.replace("trackwright: 1", `trackwright: ${version}`));
  git(shop.root, "commit", "-qam", "Other times");
  shop.write("tracking-plan/plan.yaml", after);
  const { code, stdout } = shop.run("diff --format json");
  expect([code, kindsOf(stdout)]).toEqual([0, ["property-optional"]]);
  expect(JSON.parse(stdout).unread[0]).toMatchObject({
    side: "from",
    message: `This plan is written in version ${version} of the plan language; this Trackwright reads version 1.`,
  });
});

test("fails from a level on, and not for what was agreed on", () => {
  const shop = repository();
  const codes = () =>
    ["", "--fail-on info", "--fail-on warning", "--fail-on error", "--fail-on never"].map(
      (flag) => shop.run(`diff ${flag}`.trim()).code,
    );
  const write = (properties: string, version: string, head = "") =>
    shop.write("tracking-plan/plan.yaml", plan(properties, version).replace("sources:", `${head}sources:`));
  // Dangerous, and the version says so.
  write("      order_id: string\n      coupon?: string", "1.1.0");
  expect(codes()).toEqual([0, 1, 1, 0, 0]);
  // The version does not.
  write("      order_id: string\n      coupon?: string", "1.0.0");
  expect(codes()).toEqual([0, 1, 1, 1, 0]);
  // Breaking.
  write("      order_id: string\n      coupon: integer", "2.0.0");
  expect(codes()).toEqual([0, 1, 1, 1, 0]);
  // Agreed on.
  const breaks =
    "breaks: [{ event: Order Completed, property: coupon, reason: Numbers., owner: checkout }]\n";
  write("      order_id: string\n      coupon: integer", "2.0.0", breaks);
  expect(codes()).toEqual([0, 1, 0, 0, 0]);
  expect(shop.run("diff").stdout).toContain("agreed on by checkout: Numbers.");
  // Once: the next break needs a word of its own.
  git(shop.root, "commit", "-qam", "Numbers");
  write("      order_id: string\n      coupon: boolean", "3.0.0", breaks);
  expect(codes()).toEqual([0, 1, 1, 1, 0]);
});

test("lint --base is a gate, and a comment with a reason takes a finding away", () => {
  const shop = repository();
  shop.write("tracking-plan/plan.yaml", plan("      order_id: string\n      coupon: integer", "2.0.0"));
  const lint = () => shop.run("lint --only base --base HEAD --format concise");
  expect(lint()).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(
      /^tracking-plan\/plan\.yaml:12:7 error changed-type Property "coupon" of "Order Completed" was string and is integer\.$/m,
    ),
  });
  shop.write(
    "tracking-plan/plan.yaml",
    plan(
      "      order_id: string\n      # trackwright-ignore changed-type: it never was text\n      coupon: integer",
      "2.0.0",
    ),
  );
  expect(lint().code).toBe(0);
  expect(shop.run("lint --only plan,base --base nowhere").stderr).toContain('there is no commit "nowhere"');
});

test("changelog tells the plan's readers what is new since the latest tag", () => {
  const shop = repository();
  git(shop.root, "commit", "-qam", "Optional");
  git(shop.root, "tag", "v1.0.1");
  shop.write("tracking-plan/plan.yaml", plan("      order_id: string\n      voucher?: integer", "2.0.0"));
  const today = new Date().toISOString().slice(0, 10);
  const { code, stdout } = shop.run("changelog");
  expect([code, stdout]).toEqual([
    0,
    `## [2.0.0] - ${today}

### Added

- Property \`voucher\` of \`Order Completed\` is new: optional integer.

### Removed

- **Breaking:** Property \`coupon\` of \`Order Completed\` is removed; it was optional string. Reaches \`Thanks\`.
`,
  ]);
  expect(JSON.parse(shop.run("changelog v1.0.1 --format json").stdout).entries).toHaveLength(2);
  const day = git(shop.root, "show", "-s", "--format=%cs", "HEAD");
  expect(shop.run("changelog HEAD~1 HEAD").stdout).toContain(`## [1.0.1] - ${day}`);
  expect(shop.run("changelog HEAD HEAD").stdout).toBe(
    "## [Unreleased]\n\nNothing that readers of the plan notice, since 1.0.1.\n",
  );
  git(shop.root, "tag", "-d", "v1.0.1");
  expect(shop.run("changelog")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("there is no tag to begin from"),
  });
  expect(readFileSync(shop.at("tracking-plan/plan.yaml"), "utf8")).toContain("voucher");
});
