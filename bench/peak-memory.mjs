// Loaded into a measured process with --import: on exit, writes the most memory that it ever held, in kilobytes, to
// the file that BENCH_PEAK_MEMORY names. In the process itself, so that it works the same on every system.
import { readFileSync, writeFileSync } from "node:fs";

const file = process.env.BENCH_PEAK_MEMORY;
if (file !== undefined) process.on("exit", () => writeFileSync(file, String(peakKilobytes())));

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
