// Says which version of Trackwright runs. Works from src/cli, dist/cli and dist/chunks alike: each lies two
// folders below the package's own.
import { readFileSync } from "node:fs";

/** The version in the package's package.json. */
export function version(): string {
  const parsed: unknown = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  if (typeof parsed === "object" && parsed !== null && "version" in parsed) return String(parsed.version);
  throw new Error("package.json has no version");
}
