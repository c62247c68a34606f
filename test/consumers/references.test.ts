// Every kind of reference that a plan and its templates can hold, as one golden: test/goldens/references/.
// `UPDATE_GOLDENS=1 npx vitest run test/consumers/references.test.ts` writes it; read every changed line.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as liquid from "liquidjs";
import { expect, test } from "vitest";
import { scanConsumers } from "../../src/consumers/consumer-scan.js";
import type { Reference } from "../../src/consumers/reference.js";
import { LineIndex } from "../../src/diagnostics/line-index.js";
import { disk } from "../../src/output/file-system.js";
import { loadPlan } from "../../src/plan/load.js";
import { readTemplates } from "../../src/plan/templates.js";

const root = join(import.meta.dirname, "..", "goldens", "references");

function scanned() {
  const { value: plan, diagnostics, files } = loadPlan({ root, folder: "tracking-plan" });
  expect(diagnostics).toEqual([]);
  if (plan === undefined) throw new Error("the plan can be read");
  const templates = readTemplates(plan, root, disk);
  const texts = new Map([...files, ...templates.files.values()].map(({ path, text }) => [path, text]));
  return { scan: scanConsumers(plan, templates, liquid), texts };
}

/** `checkout.liquid:3:6 Abandoned checkout: property event.items[].name, guarded, as "item.name"`. */
function line(reference: Reference, texts: ReadonlyMap<string, string>): string {
  const { consumer, kind, namespace, steps, name, written, guarded, sure, told, shared, where, span } =
    reference;
  const { line: row, column } = new LineIndex(texts.get(span.file) ?? "").position(span.start);
  const path = steps.map((step) => ("name" in step ? `.${step.name}` : `[${step.element ?? ""}]`)).join("");
  const { comparison, event, expectedType } = reference;
  const said = [
    `${where} ${kind} ${namespace === "none" || kind === "object" ? name : namespace}${path}`,
    event === undefined || kind === "event" ? undefined : `of ${event}`,
    comparison === undefined
      ? undefined
      : `${comparison.operator} ${JSON.stringify(comparison.value)}${comparison.loose ? " loosely" : ""}`,
    expectedType === undefined ? undefined : `taken for ${expectedType}`,
    guarded ? "guarded" : "bare",
    sure > 0 ? `sure ${sure}` : undefined,
    told > 0 ? `told ${told}` : undefined,
    shared ? "shared" : undefined,
    `as ${written}`,
  ].filter((one) => one !== undefined);
  return `${span.file.replace("tracking-plan/", "")}:${row}:${column} ${consumer}: ${said.join(", ")}`;
}

test("references of every kind are found, each at its place", () => {
  const { scan, texts } = scanned();
  const text = `${scan.references.map((reference) => line(reference, texts)).join("\n")}\n`;
  const file = join(root, "references.txt");
  if (process.env.UPDATE_GOLDENS === "1") writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, "utf8"));
  expect(scan.problems).toEqual([]);
});

test("the text at a reference's place is what it says", () => {
  const { scan, texts } = scanned();
  for (const { span, written, where } of scan.references) {
    if (where !== "template") continue;
    expect(texts.get(span.file)?.slice(span.start, span.end)).toBe(written);
  }
});
