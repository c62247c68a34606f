// Whose parameters a value hangs on.
import type { ParameterValue, Value } from "./values.js";

/** The functions and components whose parameters decide what a value is. */
export function ownersOf(value: Value): ReadonlySet<string> {
  return new Set(parametersIn(value).map(({ owner }) => owner));
}

/** The parameters that decide what a value is; what an object or a list holds is not its own. */
export function parametersIn(value: Value): readonly ParameterValue[] {
  const found: ParameterValue[] = [];
  gather(value, found, 0);
  return found;
}

/** The functions whose parameters decide which keys an object has: those that it is, and those that are spread into it. */
export function keyOwnersOf(value: Value): ReadonlySet<string> {
  const owners = new Set(ownersOf(value));
  addSpread(value, owners, 0);
  return owners;
}

function addSpread(value: Value, owners: Set<string>, depth: number): void {
  if (value.kind !== "object" || depth > 4) return;
  for (const member of value.members) {
    if (member.kind !== "spread") continue;
    const spread = member.value();
    for (const owner of ownersOf(spread)) owners.add(owner);
    addSpread(spread, owners, depth + 1);
  }
}

function gather(value: Value, found: ParameterValue[], depth: number): void {
  if (depth > 12 || found.length > 200) return;
  switch (value.kind) {
    case "parameter":
      found.push(value);
      return;
    case "template":
      for (const part of value.parts) if (typeof part !== "string") gather(part, found, depth + 1);
      return;
    case "union":
      for (const member of value.members) gather(member, found, depth + 1);
      return;
    case "choice":
      gather(value.yes, found, depth + 1);
      gather(value.no, found, depth + 1);
      return;
    case "fallback":
      gather(value.left, found, depth + 1);
      gather(value.right, found, depth + 1);
      return;
    case "lookup":
      gather(value.key, found, depth + 1);
      return;
  }
}
