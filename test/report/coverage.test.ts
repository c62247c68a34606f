// The coverage of a plan by code, as people and pull requests read it.
import { expect, test } from "vitest";
import type { CodeScan } from "../../src/code/emission.js";
import { type CoverageTable, coverageTable } from "../../src/report/coverage.js";
import { coverageMarkdown } from "../../src/report/coverage-markdown.js";
import { coverageText } from "../../src/report/coverage-text.js";
import { Sources } from "../../src/report/findings.js";
import { githubLimit } from "../../src/report/markdown-text.js";
import { plainPaint } from "../../src/report/paint.js";
import { coverageOf } from "../../src/rules/coverage.js";
import { handScan, planOf } from "../rules/code/hand-scan.js";

const plan = planOf(`
sources:
  backend: { kind: server, language: go, paths: ["services/**/*.go"] }
  storefront: { kind: browser, language: typescript, paths: ["web/**/*.ts"] }
events:
  Signed Up: { description: An account is opened., source: storefront }
  Viewed Cart: { description: The cart is open., source: storefront }
  Started Checkout: { description: The checkout is open., source: storefront }
  Order Completed: { description: An order is paid., source: backend }
  Gift Bought: { description: A gift is paid., source: storefront, status: planned }
`);
const texts = {
  "web/account.ts": 'send("Signed Up");\nsend("Signed Up");\nsend("Newsletter | Joined");\n',
  "web/cart.ts": '\nsend("Checkout Started");\n\nsend("Viewed Cart");\n',
};
const code: CodeScan = {
  ...handScan(texts),
  sourcesOf: (file: string) => (file.startsWith("web/") ? ["storefront"] : []),
  filesOf: new Map([["storefront", 2]]),
};

function table(scan: CodeScan = code): CoverageTable {
  const sources = new Sources(scan.texts);
  return coverageTable(coverageOf(plan, scan), (span) => sources.place(span));
}

test("as text", () => {
  expect(coverageText(table(), { paint: plainPaint, columns: 100 })).toBe(`\
The code sends 2 of 5 events: 2 by hand.

  event                  source      how            where
  Gift Bought (planned)  storefront  -
  Order Completed        backend     not looked at
  Signed Up              storefront  by hand        web/account.ts:1 and 1 more
  Started Checkout       storefront  nowhere
  Viewed Cart            storefront  by hand        web/cart.ts:4

Events that no code sends
  Started Checkout

Events that are not in the plan
  "Checkout Started" (did you mean "Started Checkout"?)  web/cart.ts:2
  "Newsletter | Joined"  web/account.ts:3

1 event comes from sources whose code was not looked at: backend.
`);
});

test("as text it says from where an event is sent where that is not its source", () => {
  const elsewhere = table({ ...code, sourcesOf: () => ["backend"] });
  const lines = coverageText(elsewhere, { paint: plainPaint, columns: 100 }).split("\n");
  expect(lines.slice(2, 4)).toEqual([
    "  event                  source      sent from  how            where",
    "  Gift Bought (planned)  storefront             -",
  ]);
  expect(lines).toContain("  Viewed Cart            storefront  backend    by hand        web/cart.ts:4");
});

test("as text the place stands below where the terminal is too narrow", () => {
  const lines = coverageText(table(), { paint: plainPaint, columns: 60 }).split("\n");
  expect(lines[lines.indexOf("  Viewed Cart            storefront  by hand") + 1]).toBe(
    "      web/cart.ts:4",
  );
  expect(Math.max(...lines.slice(0, 12).map((line) => line.length))).toBeLessThanOrEqual(60);
});

test("as Markdown", () => {
  expect(coverageMarkdown(table())).toBe(`\
<!-- trackwright-coverage -->
### Tracking plan: the code sends 2 of 5 events: 2 by hand

#### Events that are not in the plan

| in the code | in the plan | where |
|---|---|---|
| \`Checkout Started\` | \`Started Checkout\`? | \`web/cart.ts:2\` |
| \`Newsletter \\| Joined\` |  | \`web/account.ts:3\` |

#### Events that no code sends

| event |
|---|
| \`Started Checkout\` |

<details>
<summary>All 5 events</summary>

| event | source | sent from | how | where |
|---|---|---|---|---|
| \`Gift Bought\` (planned) | storefront |  | - |  |
| \`Order Completed\` | backend |  | not looked at |  |
| \`Signed Up\` | storefront | storefront | by hand | \`web/account.ts:1 and 1 more\` |
| \`Started Checkout\` | storefront |  | nowhere |  |
| \`Viewed Cart\` | storefront | storefront | by hand | \`web/cart.ts:4\` |

</details>

1 event comes from sources whose code was not looked at: backend.
`);
});

test("a comment is never longer than GitHub takes, however much there is to tell", () => {
  const many = Array.from({ length: 5_000 }, (_, number) => `send("Unplanned Event Number ${number}");`);
  const scan = { ...code, ...handScan({ "web/many.ts": many.join("\n") }) };
  const text = coverageMarkdown(table(scan));
  expect(text.length).toBeLessThan(githubLimit);
  expect(text).toMatch(/\n\d+ more in the full report\.\n/);
});
