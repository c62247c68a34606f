// Whose parameters a value hangs on.
import type { Linker } from "./linker.js";
import type { Value } from "./values.js";

/** The functions and components whose parameters decide what a value is. */
export function ownersOf(linker: Linker, value: Value): ReadonlySet<string> {
  const owners = new Set<string>();
  gather(linker, value, owners, 0);
  return owners;
}

function gather(linker: Linker, value: Value, owners: Set<string>, depth: number): void {
  if (depth > 12) return;
  switch (value.kind) {
    case "parameter":
      owners.add(value.owner);
      return;
    case "template":
      for (const part of value.parts) if (typeof part !== "string") gather(linker, part, owners, depth + 1);
      return;
    case "union":
      for (const member of value.members) gather(linker, member, owners, depth + 1);
      return;
    case "fallback":
      gather(linker, value.left, owners, depth + 1);
      gather(linker, value.right, owners, depth + 1);
      return;
    case "lookup":
      gather(linker, value.key, owners, depth + 1);
      return;
    default:
      return;
  }
}
