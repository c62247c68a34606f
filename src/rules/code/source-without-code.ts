// The rule source-without-code: the globs of a source match files.
import type { Source } from "../../plan/plan.js";
import { codeRule } from "../code-rule.js";

export const sourceWithoutCode = codeRule({
  id: "source-without-code",
  summary: "No file of the code matches the paths of a source",
  why:
    "What that source sends is then nobody's: an event that it lost is not missed, and one that it sends is never found to come " +
    "from the wrong place. Nothing else says so: the plan looks as if it were kept.",
  fix: "Write its `paths` as they are from the project root, the folder that holds the plan folder.",
  severity: "warning",
  needs: "entry",
  examples: {
    bad: {
      body: `
sources:
  storefront: { kind: browser, language: typescript, paths: ["storefront/**/*.ts"] }
`,
      beside: {
        "web/product.ts": `
analytics.page();
`,
      },
    },
    good: {
      body: `
sources:
  storefront: { kind: browser, language: typescript, paths: ["web/**/*.ts"] }
`,
      beside: {
        "web/product.ts": `
analytics.page();
`,
      },
    },
  },
  check({ plan, code }, report) {
    const { scan } = code;
    // A plan may live in a repository of its own, without any code.
    if (scan.partial === true || scan.files === 0 || scan.filesOf === undefined) return;
    for (const source of plan.sources) {
      const [first] = source.paths;
      if (first === undefined || scan.filesOf.has(source.name.value) || !isScanned(source)) continue;
      const globs = source.paths.map(({ value }) => `"${value}"`).join(", ");
      report(
        first.span,
        `No file of the code matches ${source.paths.length > 1 ? "any of " : ""}the paths of "${source.name.value}": ${globs}.`,
        {
          help: "Globs begin at the folder that holds the plan folder. Folders such as (main) and [org] are written as they are named.",
        },
      );
    }
  },
});

/** Whether files of its language are looked at, as far as the plan says which that is. */
function isScanned({ language, paths }: Source): boolean {
  if (language !== undefined) return languages.has(language.value.toLowerCase());
  return paths.some(({ value }) => {
    const ending = /\.(\w+)$/.exec(value)?.[1];
    return ending === undefined || endings.has(ending);
  });
}

const languages: ReadonlySet<string> = new Set(["typescript", "javascript", "vue", "svelte", "astro"]);
const endings: ReadonlySet<string> = new Set([
  ...["ts", "tsx", "mts", "cts"],
  ...["js", "jsx", "mjs", "cjs"],
  ...["vue", "svelte", "astro"],
]);
