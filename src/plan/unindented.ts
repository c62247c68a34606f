// Tells properties that stand beside the key that was to hold them: unknown keys -> one mistake.
import { builtInTypes } from "./built-in-types.js";
import { type Entry, isEmpty, type TreeNode } from "./tree.js";

/** The keys that hold properties. */
const holders = ["properties", "attributes"];

/** Properties that stand in the wrong place, and the key that was to hold them. */
export type Unindented = {
  readonly entries: readonly Entry[];
  readonly holder: string;
  /** True where that key is there, with nothing below it. */
  readonly isEmpty: boolean;
};

/** The entries among unknown ones that are properties by their looks; undefined where no key can hold them. */
export function unindented(
  unknown: readonly Entry[],
  all: readonly Entry[],
  known: readonly string[],
): Unindented | undefined {
  const holder = holders.find((key) => known.includes(key));
  // What says its type already is no object.
  const saysType =
    known.includes("type") && all.some(({ key }) => ["type", "enum", "const"].includes(key.text));
  if (holder === undefined || saysType) return undefined;
  const isSure = ({ key, value }: Entry): boolean => key.text.endsWith("?") || looksLikeType(value);
  if (!unknown.some(isSure)) return undefined;
  // Beside those, a word in capitals is the name of a type.
  const entries = unknown.filter((entry) => isSure(entry) || looksLikeName(entry.value));
  const own = all.find(({ key }) => key.text === holder);
  return own === undefined || isEmpty(own.value)
    ? { entries, holder, isEmpty: own !== undefined }
    : undefined;
}

function looksLikeName(value: TreeNode): boolean {
  return value.kind === "scalar" && value.style !== "block" && /^\p{Lu}[\p{L}\p{N}_]*$/u.test(value.text);
}

function looksLikeType(value: TreeNode): boolean {
  if (value.kind === "map")
    return value.entries.some(({ key }) => ["type", "enum", "const", "properties"].includes(key.text));
  if (value.kind !== "scalar" || value.style === "block") return false;
  const word = /^[\p{L}_][\w-]*/u.exec(value.text)?.[0] ?? "";
  return builtInTypes.includes(word) || /^(?:enum|map)\(|^[\p{L}_][\w.-]*(?:\[\])+$/u.test(value.text);
}
