// Which files the scanner parses: those that may hold a call, and no others.
import { parseSync } from "oxc-parser";
import { describe, expect, it } from "vitest";
import { scanTexts } from "../../src/code/scan-texts.js";

function scan(files: Readonly<Record<string, string>>): ReturnType<typeof scanTexts> {
  return scanTexts(new Map(Object.entries(files)), { plan: undefined, parser: parseSync });
}

const client = `import posthog from "posthog-js";\n`;

describe("the files that are parsed", () => {
  it("are not those that have the words of calls in prose", () => {
    const { parsed } = scan({
      "a.ts": "// We keep track of what users capture.\nexport const a = 1;\n",
      "b.ts": `export const help = "A short id to identify this team";\n`,
      "c.ts": "/**\n * Calls to capture\n */\nexport const c = 1;\n",
    });
    expect(parsed).toBe(0);
  });

  it("are those that call in a line with a comment, or hand a method on", () => {
    const { emissions } = scan({
      "a.ts": `${client}posthog.capture("A"); // capture the rest later\n`,
      "b.ts": `${client}/* capture it */ posthog.capture("B");\n`,
      "c.ts": `${client}const { capture: send } = posthog;\nsend("C");\n`,
    });
    expect(emissions.map(({ name }) => name?.names[0]?.name)).toEqual(["A", "B", "C"]);
  });

  it("are those whose call leaves out a property that has a default", () => {
    const { emissions } = scan({
      "feedback.tsx": `${client}export function Feedback({ eventName = "Feedback Sent" }) {\n  const send = () => posthog.capture(eventName);\n  return <Link onClick={send} />;\n}\n`,
      "page.tsx": `import { Feedback } from "./feedback";\nexport const page = <Feedback />;\n`,
    });
    expect(emissions.map(({ span }) => span.file)).toContain("page.tsx");
  });
});
