// The seal of an output folder: it says that the files are what a plan gave, and is silent as soon as one is not.
import { describe, expect, test } from "vitest";
import { contentHash } from "../../src/output/manifest.js";
import { countSealed } from "../../src/output/output.js";
import { generated, target, workspace } from "./workspace.js";

const targets = [
  target("typescript", "generated/typescript", { "index.ts": "export {};", "events/paid.ts": "paid" }),
  target("markdown", "generated/docs", { "README.md": "Paid" }),
];
const manifest = "generated/typescript/.trackwright.json";

/** A project whose targets were built of the plan "one". */
function built() {
  const shop = workspace();
  shop.build(targets, { origin: "one" });
  const project = { root: shop.root, folder: "tracking-plan" };
  const count = (origin: string | undefined = "one", more: { targets?: typeof targets } = {}) =>
    countSealed({ project, targets, complete: true, origin, ...more });
  return { ...shop, count };
}

describe("a sealed output", () => {
  test("is known to be what the plan gives, without what the plan gives", () => {
    expect(built().count()).toBe(3);
  });

  test("stays sealed with the line endings of Windows", () => {
    const shop = built();
    for (const path of ["generated/typescript/index.ts", "generated/docs/README.md", manifest])
      shop.write(path, shop.read(path).replaceAll("\n", "\r\n"));
    expect(shop.count()).toBe(3);
  });

  test("does not mind the files of others", () => {
    const shop = built();
    shop.write("generated/docs/.gitattributes", "* linguist-generated\n");
    expect(shop.count()).toBe(3);
  });

  test("says nothing of another plan, nor where the plan is not known", () => {
    const shop = built();
    expect(shop.count("two")).toBeUndefined();
    shop.build(targets);
    expect(shop.read(manifest)).not.toContain("seal");
    expect(shop.count()).toBeUndefined();
  });

  test.each<[what: string, change: (shop: ReturnType<typeof built>) => void]>([
    ["edited", (shop) => shop.write("generated/typescript/index.ts", "export { paid };\n")],
    ["missing", (shop) => shop.remove("generated/typescript/events/paid.ts")],
    ["empty", (shop) => shop.write("generated/docs/README.md", "")],
    ["generated, and more", (shop) => shop.write("generated/docs/old.md", generated("Refunded"))],
    ["of a build that was stopped", (shop) => shop.write("generated/docs/.trackwright-stage/0", "")],
    ["without a manifest", (shop) => shop.remove(manifest)],
    [
      "listed with another hash",
      (shop) => shop.write(manifest, shop.read(manifest).replace(/(index.ts": ")./, "$1x")),
    ],
    [
      "listed with the hash of an edit",
      (shop) => {
        const text = shop.read(manifest);
        shop.write("generated/typescript/index.ts", "export { paid };\n");
        const hash = contentHash("export { paid };\n");
        shop.write(manifest, text.replace(/(index.ts": ")[^"]*/, `$1${hash}`));
      },
    ],
    [
      "merged by hand",
      (shop) => {
        const text = shop.read(manifest);
        shop.write(manifest, text.replace(/^.*"seal".*$/m, "<<<<<<< ours\n$&\n=======\n$&\n>>>>>>> theirs"));
      },
    ],
    [
      "of another plan's folder",
      (shop) => {
        shop.write("other-plan/plan.yaml", "name: other\n");
        shop.write(manifest, shop.read(manifest).replace("/tracking-plan", "/other-plan"));
      },
    ],
  ])("is not sealed any more with a file that is %s", (_, change) => {
    const shop = built();
    change(shop);
    expect(shop.count()).toBeUndefined();
  });

  test("does not hide a folder that the plan no longer names", () => {
    const shop = built();
    expect(shop.count("one", { targets: targets.slice(0, 1) })).toBeUndefined();
  });
});

describe("a build", () => {
  test("seals files anew where the plan changed and they did not, and touches nothing else", () => {
    const shop = built();
    const { mtimeMs } = shop.stat("generated/typescript/index.ts");
    expect(shop.build(targets, { origin: "two" })).toMatchObject({ written: [], removed: [], unchanged: 3 });
    expect(shop.count("two")).toBe(3);
    expect(shop.stat("generated/typescript/index.ts").mtimeMs).toBe(mtimeMs);
  });

  test("is not asked for because a seal is that of an earlier plan", () => {
    const shop = built();
    expect(shop.check(targets, { origin: "two" }).diagnostics).toEqual([]);
    expect(shop.check(targets).diagnostics).toEqual([]);
  });
});
