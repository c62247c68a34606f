// Installs and runs the tools that Trackwright is measured against, in a folder outside of the repository.
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { segmentPlan } from "./synthetic-plan.mjs";

/**
 * Segment Typewriter 9.2 in `folder`. TypeScript is held at 5.4.5, the last that it runs with on a clean install;
 * its telemetry is replaced by nothing, so that no run waits for a network.
 */
export function installTypewriter(folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({
      private: true,
      dependencies: { typewriter: "9.2.0" },
      overrides: { typescript: "5.4.5" },
    }),
  );
  const result = spawnSync("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--silent"], {
    cwd: folder,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  if (result.status !== 0) throw new Error("Segment Typewriter could not be installed");
  const telemetry = join(folder, "node_modules", "@segment", "analytics-node");
  rmSync(telemetry, { recursive: true, force: true });
  mkdirSync(telemetry, { recursive: true });
  writeFileSync(join(telemetry, "package.json"), JSON.stringify({ name: "@segment/analytics-node" }));
  writeFileSync(
    join(telemetry, "index.js"),
    `exports.Analytics = class {
  alias() {} group() {} identify() {} page() {} screen() {} track() {}
  on() { return this; }
  closeAndFlush() { return Promise.resolve(); }
};`,
  );
}

/** A command that builds `count` events with the Typewriter in `folder`, and the file that it writes. */
export function typewriterBuild(folder, count) {
  const project = join(folder, `events-${count}`);
  mkdirSync(join(project, "analytics"), { recursive: true });
  writeFileSync(
    join(project, "typewriter.yml"),
    `client:
  language: typescript
  sdk: analytics-node
trackingPlans:
  - id: tp_synthetic
    path: ./analytics
`,
  );
  writeFileSync(join(project, "analytics", "plan.json"), JSON.stringify(segmentPlan(count)));
  return {
    id: `Typewriter, ${count}`,
    args: [join(folder, "node_modules", "typewriter", "bin", "run"), "build", "-m", "prod", "-c", project],
    cwd: project,
    // No token of the user's, so that the plan is the cached one.
    env: { HOME: project, USERPROFILE: project },
    output: join(project, "analytics", "segment.ts"),
  };
}
