// Holds what the manual says of Customer.io to the code: the example ids and the links.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { eventId } from "../../src/runtime/index.js";

const docs = new URL("../../docs/", import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, docs), "utf8");

describe("the ids in the manual", () => {
  const rows = [...read("customerio.md").matchAll(/^\| `([^`]+)` \| `([^`]+)` \| `([0-9A-Z]{26})` \|$/gm)];

  it("are there", () => {
    expect(rows.length).toBe(2);
  });

  it("are those that the runtime derives", () => {
    expect(rows.map(([, name = "", key = ""]) => eventId(name, key))).toEqual(rows.map((row) => row[3]));
  });
});

describe.each(["README.md", "plan-language.md", "customerio.md", "code.md", "scanner.md"])("%s", (name) => {
  const text = read(name);
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? "");

  it("links to what exists", () => {
    expect(links.length).toBeGreaterThan(0);
    const broken = links.filter((link) => {
      const [path = "", anchor] = link.split("#");
      if (path.includes("://")) return false;
      const file = path === "" ? new URL(name, docs) : new URL(path, docs);
      if (!existsSync(fileURLToPath(file))) return true;
      return anchor !== undefined && !anchorsOf(readFileSync(file, "utf8")).includes(anchor);
    });
    expect(broken).toEqual([]);
  });
});

/** The anchors that GitHub gives to the headings of a page. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map((match) =>
    (match[1] ?? "")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-"),
  );
}
