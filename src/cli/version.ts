// Says which version of Trackwright runs.
import { readFileSync } from "node:fs";

declare const TRACKWRIGHT_VERSION: string | undefined;

/** The version in the package's package.json; compiled code knows it. */
export function version(): string {
  if (typeof TRACKWRIGHT_VERSION === "string") return TRACKWRIGHT_VERSION;
  const parsed: unknown = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  if (typeof parsed === "object" && parsed !== null && "version" in parsed) return String(parsed.version);
  throw new Error("package.json has no version");
}
