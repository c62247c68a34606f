// The version step that changes need, and whether the plan's own version makes it.
import { type RatedChange, worstLevel } from "./change.js";
import { isWordsOnly } from "./kinds.js";

export const bumps = ["none", "patch", "minor", "major"] as const;
export type Bump = (typeof bumps)[number];

/** What a message says is no part of the plan: its templates lie beside it. */
const ofMessages: ReadonlySet<RatedChange["kind"]> = new Set([
  "consumer-value-added",
  "consumer-value-removed",
]);

/** What breaks needs a major step, words alone a patch, the rest a minor one. */
export function neededBump(changes: readonly RatedChange[]): Bump {
  let bump: Bump = "none";
  for (const change of changes) {
    if (ofMessages.has(change.kind)) continue;
    const own: Bump =
      worstLevel(change.verdicts) === "breaking" ? "major" : isWordsOnly(change) ? "patch" : "minor";
    if (bumps.indexOf(own) > bumps.indexOf(bump)) bump = own;
  }
  return bump;
}

/**
 * Whether the step from one version to another is at least the one needed. As semver has it, a version 0 says what
 * breaks by its minor part and the rest by its patch, and a pre-release may change in any way until it is released.
 */
export function isSufficient(from: string, to: string, needed: Bump): boolean {
  if (needed === "none") return true;
  const a = parse(from);
  const b = parse(to);
  if (a === undefined || b === undefined) return false;
  if (a.pre !== undefined) return compareVersions(a, b) < 0;
  if (a.major !== b.major) return b.major > a.major;
  const wanted: Bump = a.major > 0 ? needed : needed === "major" ? "minor" : "patch";
  if (wanted === "major") return false;
  if (a.minor !== b.minor) return b.minor > a.minor;
  return wanted === "patch" && b.patch > a.patch;
}

/** The least version that makes the step; undefined where the one before can't be read, or nothing is needed. */
export function nextVersion(from: string, needed: Bump): string | undefined {
  const version = parse(from);
  if (version === undefined || needed === "none") return undefined;
  const { major, minor, patch, pre } = version;
  // Any release of what was only announced will do.
  if (pre !== undefined) return `${major}.${minor}.${patch}`;
  const wanted: Bump = major > 0 ? needed : needed === "major" ? "minor" : "patch";
  // The first version of a plan that had none.
  if (from === "0.0.0") return "0.1.0";
  if (wanted === "major") return `${major + 1}.0.0`;
  return wanted === "minor" ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

/** How the version went on, as the end of a sentence; `0.0.0` is what a plan has that says none. */
export function versionStep(from: string, to: string): string {
  if (to === "0.0.0")
    return from === to
      ? "the plan says no version"
      : `the version was ${from}, and is now missing or can't be read`;
  if (from === "0.0.0") return `the plan says its first version, ${to}`;
  return from === to ? `the version is still ${to}` : `the version goes from ${from} to ${to}`;
}

type Version = {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  readonly pre: string | undefined;
};

function parse(text: string): Version | undefined {
  const match = /^(\d+)\.(\d+)\.(\d+)(?:-([0-9A-Za-z.-]+))?(?:\+.*)?$/.exec(text);
  if (match === null) return undefined;
  const [, major, minor, patch, pre] = match;
  return { major: Number(major), minor: Number(minor), patch: Number(patch), pre };
}

function compareVersions(a: Version, b: Version): number {
  return a.major - b.major || a.minor - b.minor || a.patch - b.patch || comparePre(a.pre, b.pre);
}

function comparePre(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  if (a === undefined || b === undefined) return a === undefined ? 1 : -1;
  const [one, other] = [a.split("."), b.split(".")];
  for (let index = 0; index < Math.max(one.length, other.length); index++) {
    const [x, y] = [one[index], other[index]];
    if (x === y) continue;
    if (x === undefined || y === undefined) return x === undefined ? -1 : 1;
    const numbers = [x, y].map((part) => /^\d+$/.test(part));
    if (numbers[0] === true && numbers[1] === true) return Number(x) - Number(y);
    if (numbers[0] !== numbers[1]) return numbers[0] === true ? -1 : 1;
    return x < y ? -1 : 1;
  }
  return 0;
}
