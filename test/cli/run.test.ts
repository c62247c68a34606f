// What a run says when the mistake is ours.
import { describe, expect, test } from "vitest";
import { run } from "../../src/cli/run.js";
import type { Terminal } from "../../src/cli/terminal.js";

function brokenTerminal(): { terminal: Terminal; said: () => string } {
  let said = "";
  const channel = {
    write: (text: string) => {
      said += text;
    },
    isTerminal: false,
    columns: undefined,
  };
  const terminal: Terminal = {
    get cwd(): string {
      throw new TypeError("the cat sat on the keyboard");
    },
    env: {},
    stdout: channel,
    stderr: channel,
    owner: { pid: 1, host: "here", isAlive: () => false },
    now: () => 0,
    today: () => "2026-01-01",
    uninterrupted: (work) => work(),
    onInterrupt: () => {},
  };
  return { terminal, said: () => said };
}

describe("a bug", () => {
  test("is exit code 3, with what to report and without the stack", async () => {
    const { terminal, said } = brokenTerminal();
    expect(await run(["lint", "--plan", "my plan"], terminal)).toBe(3);
    expect(said()).toMatch(
      /^trackwright: this is a bug in Trackwright: the cat sat on the keyboard\nPlease report it .*\n {2}trackwright \d+\.\d+\.\d+, Node \d+.*\n {2}in trackwright lint --plan 'my plan'\nRun it again with --verbose/,
    );
    expect(said()).not.toContain("    at ");
  });

  test("shows its stack with --verbose", async () => {
    const { terminal, said } = brokenTerminal();
    expect(await run(["lint", "--verbose"], terminal)).toBe(3);
    expect(said()).toContain("TypeError: the cat sat on the keyboard\n    at ");
  });
});
