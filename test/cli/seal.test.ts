// Seals in manifests: a check that finds them whole does not generate, and answers what it would have answered.
import { describe, expect, test } from "vitest";
import { project } from "./spawn.js";

const manifest = "generated/typescript/.trackwright.json";
const seal = /"seal": "([0-9a-f]{32})"/;

function builtShop() {
  const shop = project("empty");
  expect(shop.run("build").code).toBe(0);
  return shop;
}

/** What a check says, which is what one says that believes no seal and remembers nothing. */
function check(shop: ReturnType<typeof project>, command = "build --check") {
  const answer = shop.run(command);
  expect(answer).toEqual(shop.run(`${command} --no-cache`));
  return answer;
}

describe("a manifest's seal", () => {
  test("is written by a build, the same by every build of a plan", () => {
    const shop = builtShop();
    const first = shop.read(manifest);
    expect(first).toMatch(seal);
    shop.run("build --no-cache");
    expect(shop.read(manifest)).toBe(first);
    const twin = builtShop();
    expect(twin.read(manifest)).toBe(first);
  });

  test.each(["build --check", "build --check --only typescript", "lint", "lint --format json"])(
    "lets %s say what it says without one",
    (command) => {
      const shop = builtShop();
      expect(check(shop, command).code).toBe(0);
      const unsealed = shop.read(manifest).replace(/^.*"seal".*\n/m, "");
      const sealed = check(shop, command);
      shop.write(manifest, unsealed);
      expect(check(shop, command)).toEqual(sealed);
    },
  );

  test("is not missed where only a comment of the plan changed, and put right by the next build alone", () => {
    const shop = builtShop();
    const [, before] = seal.exec(shop.read(manifest)) ?? [];
    shop.edit("tracking-plan/plan.yaml", "\nevents:", "\n# What we send.\nevents:");
    expect(check(shop).code).toBe(0);
    expect(shop.run("build").stdout).toContain(" 0 written, ");
    const [, after] = seal.exec(shop.read(manifest)) ?? [];
    expect(after).not.toBe(before);
    expect(check(shop).code).toBe(0);
  });

  test("does not hide a plan that changed, an edit, or a file too few", () => {
    const changes: ((shop: ReturnType<typeof project>) => void)[] = [
      (shop) => shop.edit("tracking-plan/plan.yaml", "description: ", "description: Newly, "),
      (shop) => shop.edit("generated/typescript/index.ts", "export", "export  "),
      (shop) => shop.edit(manifest, '"index.ts"', '"index2.ts"'),
      (shop) => shop.write("generated/typescript/tracker.ts", ""),
    ];
    for (const change of changes) {
      const shop = builtShop();
      change(shop);
      expect(check(shop).code, String(change)).toBe(1);
      expect(check(shop, "lint --only plan,generated").code, String(change)).toBe(1);
    }
  });
});
