// Changes that people take for one: a change of a group or a named type is told once, with all its places.
import { promises, type RatedChange } from "./change.js";

/** Changes that are told as one: the same change of one named type or group at all the places that use it. */
export type ChangeGroup = { readonly first: RatedChange; readonly all: readonly RatedChange[] };

export function groupChanges(changes: readonly RatedChange[]): readonly ChangeGroup[] {
  const groups = new Map<string, RatedChange[]>();
  for (const [index, change] of changes.entries()) {
    // One text in the plan that is a property of several events: one of a group, or inside of a named type.
    const isShared = change.subject === "property" && (change.was ?? change.at) !== undefined;
    const key = isShared
      ? JSON.stringify([
          change.via?.type,
          change.aspect,
          change.was,
          change.at,
          change.before,
          change.after,
          promises.map((promise) => change.verdicts[promise].level),
          change.agreed?.span,
        ])
      : String(index);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [change]);
    else known.push(change);
  }
  return [...groups.values()].flatMap((all) => (all[0] === undefined ? [] : [{ first: all[0], all }]));
}
