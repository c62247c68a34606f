// The version step that changes need, and whether the plan's own version makes it.
import { type RatedChange, worstLevel } from "./change.js";
import { isWordsOnly } from "./kinds.js";

export const bumps = ["none", "patch", "minor", "major"] as const;
export type Bump = (typeof bumps)[number];

/** What breaks needs a major step, words alone a patch, the rest a minor one. */
export function neededBump(changes: readonly RatedChange[]): Bump {
  let bump: Bump = "none";
  for (const change of changes) {
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
