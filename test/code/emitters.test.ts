// The plan's own side of a scan: its emitters, its sources, what it declares and leaves out.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { scanProject } from "../../src/code/scan.js";
import { loadPlan } from "../../src/plan/load.js";
import { renderScan } from "./render.js";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function scan(files: Readonly<Record<string, string>>): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), "trackwright-emitters-"));
  folders.push(root);
  cpSync(join(repository, "generated/typescript"), join(root, "generated/typescript"), { recursive: true });
  const plan = `trackwright: 1
name: acme
sources:
  web: { kind: browser, paths: ["web/**/*.{ts,tsx}"] }
generate:
  typescript: generated/typescript
code:
  exclude: ["web/old/**"]
  calls:
    - { call: bus.emit, event: 1, properties: 2 }
events:
  Signed In: {}
`;
  for (const [path, text] of Object.entries({ "tracking-plan/plan.yaml": plan, ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const loaded = loadPlan({ root, folder: "tracking-plan" }).value;
  const found = await scanProject({ root, plan: loaded });
  return renderScan(found) + found.emissions.map(({ span }) => found.sourcesOf(span.file).join()).join("/");
}

test("finds calls of the tracker, and creators whose event goes elsewhere", async () => {
  const text = await scan({
    "web/a.ts": `import { addedToWishlist, createTracker } from "../generated/typescript/index.js";
const tracker = createTracker({ destination });
tracker.track({ id: user.id }, addedToWishlist({ sku: "a" }));
const later = addedToWishlist({ sku: "b" });
tracker.track({ anonymous_id: visitor }, later);
queue.push(addedToWishlist({ sku: "c" }));
tracker.identify({ id: user.id }, { vip: true });
`,
  });
  expect(
    text,
  ).toBe(`web/a.ts:3:1 plan track; tracker.track(...); literal "Added to Wishlist"; { sku: "a" }; id = user.id; typed
web/a.ts:5:1 plan track; tracker.track(...); literal "Added to Wishlist"; { sku: "b" }; anonymous = visitor; typed
web/a.ts:6:12 plan track; addedToWishlist(...); literal "Added to Wishlist"; { sku: "c" }; typed
web/a.ts:7:1 plan identify; tracker.identify(...); { vip: true }; id = user.id; typed
web/web/web/web`);
});

test("takes declared wrappers at their word, and leaves out what the plan does", async () => {
  const text = await scan({
    "server/b.ts": 'bus.emit(user, "Signed In", { how: "sso" });\nother.emit(user, "Signed Out");\n',
    "web/old/c.ts": 'bus.emit(user, "Signed In");\n',
  });
  expect(text).toBe(
    'server/b.ts:1:1 code.calls track; bus.emit(...); literal "Signed In"; { how: "sso" }; through bus.emit\n',
  );
});
