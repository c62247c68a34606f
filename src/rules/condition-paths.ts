// Follows a path of a condition through declared properties, for the rules about what consumers ask for.
import type { ObjectType, Property, PropertyPath, Type } from "../plan/plan.js";
import { resolved } from "../plan/property-path.js";
import type { PlanIndex } from "./plan-index.js";

/** What a path asks for and does not find. */
export type UnknownName = {
  /** The name that is not there, and what leads to it. */
  readonly name: string;
  readonly within: PropertyPath;
  /** The names that are declared where it was looked for. */
  readonly among: readonly string[];
  /** The tombstone under that name. */
  readonly retired: Property | undefined;
};

/** Where a path leads to nothing; undefined where it leads somewhere, or where nothing tells. */
export function unknownName(
  path: PropertyPath,
  holder: Pick<ObjectType, "properties" | "open">,
  index: PlanIndex,
  within: PropertyPath = [],
): UnknownName | undefined {
  // A name that holds dots itself comes first.
  for (let length = path.length; length > 0; length--) {
    const name = path.slice(0, length).join(".");
    const property = holder.properties.find((one) => one.name.value === name);
    if (property === undefined) continue;
    if (property.status === "retired") return { name, within, among: [], retired: property };
    return inType(path.slice(length), property.type, index, [...within, name]);
  }
  if (holder.open !== false) return undefined;
  const live = holder.properties.filter(({ status }) => status !== "retired");
  return { name: path[0] ?? "", within, among: live.map(({ name }) => name.value), retired: undefined };
}

function inType(
  path: PropertyPath,
  type: Type,
  index: PlanIndex,
  within: PropertyPath,
): UnknownName | undefined {
  if (path.length === 0) return undefined;
  let found: UnknownName = { name: path[0] ?? "", within, among: [], retired: undefined };
  for (const member of resolved(type, index.lookup)) {
    // What a condition can ask of a list is the destination's matter.
    if (member.kind === "any" || member.kind === "array") return undefined;
    if (member.kind !== "object") continue;
    const inside = unknownName(path, member, index, within);
    if (inside === undefined) return undefined;
    if (found.among.length === 0) found = inside;
  }
  return found;
}
