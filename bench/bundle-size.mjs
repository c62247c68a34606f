// What one event of a project's generated TypeScript adds to an application, in bytes.
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** The first event of every synthetic plan. Values come from outside, so that only the generated code counts. */
const programs = {
  event: `
    import { billingInvoiceCreated } from "./generated/typescript/index.js";
    send(billingInvoiceCreated(input));`,
  tracker: `
    import { billingInvoiceCreated, createTracker } from "./generated/typescript/index.js";
    createTracker({ deliver }).track(who, billingInvoiceCreated(input));`,
};

/** The size in bytes of a program of one event (`event`) or of one event and the tracker (`tracker`). */
export async function bundleSize(project, program) {
  const { outputFiles } = await build({
    stdin: { contents: programs[program], resolveDir: join(project), loader: "js" },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    write: false,
    logLevel: "silent",
  });
  const text = outputFiles[0].contents;
  return { minified: text.length, compressed: gzipSync(text, { level: 9 }).length };
}
