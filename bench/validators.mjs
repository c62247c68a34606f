// Times the generated validator of the store's "Order Completed" beside ajv on the generated schema. Prints JSON.
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { build } from "esbuild";
import { median } from "./measure.mjs";

const event = "Order Completed";
const generated = fileURLToPath(new URL("../generated", import.meta.url));
const index = JSON.parse(readFileSync(join(generated, "schemas", "index.json"), "utf8"));
const schema = JSON.parse(readFileSync(join(generated, "schemas", index.events[event]), "utf8"));

const valid = schema.examples[0];
const missing = schema.required.at(-1);
const { [missing]: _, ...invalid } = valid;

const validate = await generatedValidator();
const check = new Ajv2020({ strict: true, allErrors: true }).compile(schema);
const ours = (properties) => validate(properties) === undefined;
for (const [name, isValid] of [
  ["generated", ours],
  ["ajv", check],
]) {
  if (!isValid(valid) || isValid(invalid)) throw new Error(`the ${name} validator gives the wrong verdict`);
}

const cases = {
  oursValid: [ours, valid],
  ajvValid: [check, valid],
  oursInvalid: [ours, invalid],
  ajvInvalid: [check, invalid],
};
const batches = Object.fromEntries(Object.keys(cases).map((name) => [name, []]));
for (let round = 0; round < 30; round++) {
  for (const [name, [isValid, value]] of Object.entries(cases)) {
    const time = batch(isValid, value);
    // The first rounds warm the compiler up.
    if (round >= 5) batches[name].push(time);
  }
}
console.log(
  JSON.stringify({
    event,
    ours: { valid: median(batches.oursValid), invalid: median(batches.oursInvalid) },
    ajv: { valid: median(batches.ajvValid), invalid: median(batches.ajvInvalid) },
  }),
);

/** Nanoseconds a call. The verdicts are counted, so that no call can be left out. */
function batch(isValid, value) {
  const calls = 50_000;
  let count = 0;
  const started = process.hrtime.bigint();
  for (let call = 0; call < calls; call++) if (isValid(value)) count++;
  const nanoseconds = Number(process.hrtime.bigint() - started);
  if (count !== 0 && count !== calls) throw new Error("the verdict changes");
  return nanoseconds / calls;
}

/** The validator as applications get it: compiled by esbuild. */
async function generatedValidator() {
  const folder = await mkdtemp(join(tmpdir(), "trackwright-bench-"));
  try {
    const outfile = join(folder, "validator.mjs");
    await build({
      entryPoints: [join(generated, "typescript", "validators", "events", "order-completed.ts")],
      bundle: true,
      format: "esm",
      target: "es2022",
      outfile,
      logLevel: "silent",
    });
    const module = await import(pathToFileURL(outfile).href);
    return module.validateOrderCompleted;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
