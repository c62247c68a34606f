// Loaded into a measured process with --import: on exit, writes what the process used, as JSON, to the file that
// BENCH_USAGE names. In the process itself, so that it works the same on every system.
import { readFileSync, writeFileSync } from "node:fs";

const file = process.env.BENCH_USAGE;
if (file !== undefined) {
  process.on("exit", () => {
    const { user, system } = process.cpuUsage();
    writeFileSync(file, JSON.stringify({ megabytes: peakKilobytes() / 1024, cpu: (user + system) / 1000 }));
  });
}

function peakKilobytes() {
  try {
    // Linux hands the parent's peak down to a child's resource usage, so its own counter is read there.
    const own = readFileSync("/proc/self/status", "utf8").match(/^VmHWM:\s+(\d+) kB$/m)?.[1];
    if (own !== undefined) return Number(own);
  } catch {
    // Not Linux.
  }
  return process.resourceUsage().maxRSS;
}
