// Every format, byte for byte, on a report with one of everything. test/goldens/report holds the texts.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv, type AnySchema } from "ajv";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { plainPaint } from "../../src/report/paint.js";
import { renderReport } from "../../src/report/render.js";
import { formats } from "../../src/report/report.js";
import { expectGoldens } from "../support/goldens.js";
import { finding, report, sample } from "./sample.js";

const layout = { columns: undefined, paint: plainPaint, limit: undefined, summary: true };
const extensions = {
  text: "txt",
  concise: "txt",
  json: "json",
  sarif: "sarif",
  github: "txt",
  gitlab: "json",
  junit: "xml",
  markdown: "md",
} as const;

test("each format says the same findings in its own way", () => {
  expectGoldens(
    "report",
    formats.flatMap((format) => [
      { path: `${format}.${extensions[format]}`, content: renderReport(sample, format, layout) },
    ]),
  );
});

test("the text fits terminals of 80 and 140 columns", () => {
  expectGoldens(
    "report-terminal",
    [80, 140].map((columns) => ({
      path: `${columns}.txt`,
      content: renderReport(sample, "text", { ...layout, columns }),
    })),
  );
});

test("a report without findings", () => {
  const clean = report(new Map(), []);
  expectGoldens(
    "report-clean",
    formats.map((format) => ({
      path: `${format}.${extensions[format]}`,
      content: renderReport(clean, format, layout),
    })),
  );
});

test("the manual tells of each format", () => {
  const manual = readFileSync(new URL("../../docs/cli.md", import.meta.url), "utf8");
  expect(formats.filter((format) => !manual.includes(`\n| \`${format}\` | `))).toEqual([]);
});

test("a report is the same whatever the order of the findings", () => {
  const shuffled = { ...sample, diagnostics: [...sample.diagnostics].reverse() };
  for (const format of formats) {
    expect(renderReport(shuffled, format, layout)).toBe(renderReport(sample, format, layout));
  }
});

describe("sarif", () => {
  const schema: AnySchema = createRequire(import.meta.url)(
    "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json",
  );

  test("is valid by the schema of SARIF 2.1.0", () => {
    const { $schema: _draft, id: _id, ...rest } = schema as Record<string, unknown>;
    const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
    addFormats.default(ajv);
    const validate = ajv.compile(rest);
    for (const one of [sample, report(new Map(), [])]) {
      expect(validate(JSON.parse(renderReport(one, "sarif", layout))), JSON.stringify(validate.errors)).toBe(
        true,
      );
    }
    expect(validate({ version: "2.1.0", runs: [{ results: [] }] })).toBe(false);
  });
});

describe("json", () => {
  test("is valid by the schema that ships in the package", () => {
    const ajv = new Ajv({ strict: true, allErrors: true });
    const schema: AnySchema = createRequire(import.meta.url)("../../schema/findings.schema.json");
    const validate = ajv.compile(schema);
    for (const one of [sample, report(new Map(), [])]) {
      expect(validate(JSON.parse(renderReport(one, "json", layout))), JSON.stringify(validate.errors)).toBe(
        true,
      );
    }
    expect(validate({ trackwright: "0.1.0", findings: [] })).toBe(false);
  });
});

describe("for the repository's own readers", () => {
  test("paths begin at the repository's root, and not at the plan's", () => {
    const inPackage = { ...sample, prefix: "packages/shop/" };
    expect(renderReport(inPackage, "github", layout)).toContain(
      "file=packages/shop/tracking-plan/events/orders.yaml,",
    );
    expect(renderReport(inPackage, "gitlab", layout)).toContain(
      '"path": "packages/shop/tracking-plan/events/orders.yaml"',
    );
    expect(renderReport(inPackage, "sarif", layout)).toContain(
      '"uri": "packages/shop/tracking-plan/events/orders.yaml"',
    );
    expect(renderReport(inPackage, "json", layout)).toContain('"file": "tracking-plan/events/orders.yaml"');
  });
});

describe("junit", () => {
  test("holds nothing that XML can't", () => {
    const every = Array.from({ length: 0x3000 }, (_, code) => String.fromCharCode(code)).join("");
    const hostile = `${every}\ud800\udc00 \udc00 \ud800 \ufffe\uffff ]]> <!-- -->`;
    const text = renderReport(
      report(new Map([[hostile, hostile]]), [
        finding("a-rule", { file: hostile, start: 3, end: 9 }, hostile, { help: hostile }),
      ]),
      "junit",
      layout,
    );
    // The characters of XML 1.0, and no markup but our own.
    expect(text).toMatch(/^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u);
    expect(text.match(/<[^>]*>/g)?.map((tag) => tag.replace(/ .*$/s, ""))).toEqual([
      "<?xml",
      "<testsuites",
      "<testsuite",
      "<testcase",
      "<failure",
      "</failure>",
      "</testcase>",
      "</testsuite>",
      "</testsuites>",
    ]);
    expect(text.replace(/&(amp|lt|gt|quot|#10);/g, "")).not.toContain("&");
  });
});

describe("markdown", () => {
  test("stays under GitHub's limit, and says what it left out", () => {
    const many = Array.from({ length: 5_000 }, (_, index) =>
      finding(
        "a-rule",
        { file: `plan/${index % 7}.yaml`, start: 0, end: 0 },
        `The name "${index}" is wrong.`,
      ),
    );
    const text = renderReport(report(new Map(), many), "markdown", layout);
    expect(text.length).toBeLessThan(65_536);
    expect(text.length).toBeGreaterThan(60_000);
    const shown = text.match(/^- \*\*error/gm)?.length ?? 0;
    expect(text).toContain(`\n… and ${5_000 - shown} more findings.\n`);
    expect(text).toContain("### Trackwright: 5000 errors");
  });
});

describe("text", () => {
  const many = report(
    new Map(),
    Array.from({ length: 60 }, (_, index) =>
      finding("a-rule", { file: `plan/${index}.yaml`, start: 0, end: 0 }, `The name "${index}" is wrong.`),
    ),
  );

  test("shows so many findings as a terminal can take, and says how to see the others", () => {
    const text = renderReport(many, "text", { ...layout, limit: 50 });
    expect(text.match(/^error\[/gm)).toHaveLength(50);
    expect(text).toContain("… and 10 more.");
    expect(text).toContain("60 errors. Checked 2 events in 3 plan files");
  });

  test("leaves no error out for a warning", () => {
    const mixed = many.diagnostics.map((one, index) =>
      index < 55 ? { ...one, severity: "warning" as const } : one,
    );
    const text = renderReport(report(new Map(), mixed), "text", { ...layout, limit: 50 });
    expect(text.match(/^error\[/gm)).toHaveLength(5);
    expect(text.match(/^warning\[/gm)).toHaveLength(45);
  });

  test("shows all where there is no limit", () => {
    const text = renderReport(many, "text", layout);
    expect(text.match(/^error\[/gm)).toHaveLength(60);
    expect(text).not.toContain("more");
  });

  test("no line is wider than the terminal, but for words that can't be broken", async () => {
    const { displayWidth } = await import("../../src/report/display.js");
    for (const columns of [60, 80, 100, 140]) {
      const lines = renderReport(sample, "text", { ...layout, columns }).split("\n");
      expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(columns);
    }
  });

  test("a line break, an escape or a text direction in a name does not reach the terminal", () => {
    const text = renderReport(sample, "text", layout);
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    expect(text).toContain("\\u{1b}[31m evil \\u{202e} name\\n");
  });
});
