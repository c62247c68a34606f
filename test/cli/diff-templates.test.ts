// Whom a change reaches by way of templates, wherever the newer side has them: on disk, in a commit, in a package.
import { spawnSync } from "node:child_process";
import { renameSync, symlinkSync } from "node:fs";
import { expect, test } from "vitest";
import { git, plan } from "./repository.js";
import { project } from "./spawn.js";

const consumers = (templates: string): string => `  Receipt:
    kind: campaign
    trigger: Order Completed
    templates: [${templates}]
`;
const required = "      order_id: string\n      coupon: string";
const optional = "      order_id: string\n      coupon?: string";
const shows = "You saved with {{ event.coupon }}.\n";

/** Two commits, of which the second makes the coupon optional; nothing of it lies on disk any more. */
function commits(templates: string, write: (shop: ReturnType<typeof project>) => void) {
  const shop = project();
  git(shop.root, "init", "-q", "-b", "main");
  for (const properties of [required, optional]) {
    shop.write("tracking-plan/plan.yaml", plan(properties) + consumers(templates));
    write(shop);
    git(shop.root, "add", "-A");
    git(shop.root, "commit", "-qm", "A version", "--allow-empty");
  }
  return shop;
}

function reached(stdout: string): readonly string[] {
  const { changes }: { readonly changes: readonly { readonly consumers: readonly string[] }[] } =
    JSON.parse(stdout);
  return [...new Set(changes.flatMap((change) => change.consumers))].sort();
}

test.each([
  ["in the plan folder", "tracking-plan/templates/über uns.liquid"],
  ["beside the plan folder", "mails/a/receipt.liquid"],
])("templates of a commit are read, %s", (_, path) => {
  const shop = commits(path, ({ write }) => write(path, shows));
  git(shop.root, "rm", "-rq", "--cached", ".");
  shop.write(path, "Nothing here any more.\n");
  const { code, stdout, stderr } = shop.run("diff HEAD~1 HEAD --format json");
  expect([code, stderr]).toEqual([0, ""]);
  expect(reached(stdout)).toEqual(["Receipt", "Thanks"]);
  expect(reached(shop.run("diff HEAD~1 --format json").stdout)).toEqual(["Thanks"]);
});

test("a template that is a link, missing, above the repository or oddly named costs no other", () => {
  const paths = [
    "tracking-plan/templates/link.liquid",
    "tracking-plan/templates/gone.liquid",
    "../../outside.liquid",
    '"tracking-plan/two\\nlines.liquid"',
    "tracking-plan/templates",
    "tracking-plan/templates/real.liquid",
  ];
  const shop = commits(paths.join(", "), ({ write, at }) => {
    write("tracking-plan/templates/real.liquid", "No coupon here.\n");
    write("tracking-plan/shown.liquid", shows);
    try {
      symlinkSync("../shown.liquid", at("tracking-plan/templates/link.liquid"));
    } catch {
      // It is there since the first commit.
    }
  });
  const { code, stdout, stderr } = shop.run("diff HEAD~1 HEAD --format json");
  expect([code, stderr]).toEqual([0, ""]);
  expect(reached(stdout)).toEqual(["Receipt", "Thanks"]);
});

test("templates of a plan that lay elsewhere are read where they lay", () => {
  const path = "tracking-plan/templates/receipt.liquid";
  const shop = commits(path, ({ write }) => write(path, shows));
  renameSync(shop.at("tracking-plan"), shop.at("plans"));
  git(shop.root, "add", "-A");
  git(shop.root, "commit", "-qm", "Moved");
  const { stdout, stderr } = shop.run("diff HEAD~2 HEAD~1 --plan plans --format json");
  expect(stderr).toBe("");
  expect(reached(stdout)).toEqual(["Receipt", "Thanks"]);
});

test("templates of a package are read", () => {
  const path = "tracking-plan/templates/receipt.liquid";
  const shop = commits(path, ({ write }) => write(path, shows));
  shop.write("package.json", '{ "name": "acme-plan", "version": "1.0.0" }');
  const { status, stdout: name } = spawnSync("npm", ["pack", "--silent"], {
    cwd: shop.root,
    encoding: "utf8",
  });
  expect(status).toBe(0);
  const { stdout } = shop.run(`diff HEAD~1 ./${name.trim()} --format json`);
  expect(reached(stdout)).toEqual(["Receipt", "Thanks"]);
});

test("a snippet that shows what changed reaches who uses it", () => {
  const shop = commits("tracking-plan/a.liquid", ({ write }) => {
    write("tracking-plan/a.liquid", 'Hello!\n{{ snippets["foot"] }}\n');
    write("tracking-plan/b.liquid", "{{ event.coupon }}\n");
    const snippet = { trackwright: 1, kind: "snippet", name: "foot", template: "foot.liquid" };
    write("tracking-plan/consumers/snippet-foot.json", JSON.stringify(snippet));
    write("tracking-plan/consumers/foot.liquid", shows);
  });
  expect(reached(shop.run("diff HEAD~1 --format json").stdout)).toEqual(["Receipt", "Thanks"]);
});
