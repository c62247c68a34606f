// What an object holds under a key, by its members from the last to the first: later ones win.

import { isClient } from "../presets/index.js";
import { isNone, isRefused } from "./conditions.js";
import { writtenMembers } from "./filled-objects.js";
import { namesIn } from "./language/enums.js";
import type { Linker } from "./linker.js";
import { memberOf } from "./members.js";
import { type ObjectValue, unionOf, unknown, type Value } from "./values.js";

export function memberOfObject(linker: Linker, value: ObjectValue, key: string): Value {
  return memberBefore(linker, value, key, writtenMembers(value).written.length);
}

/** What it holds by so many of its members. */
function memberBefore(linker: Linker, value: ObjectValue, key: string, count: number): Value {
  let doubtful: Value | undefined;
  const maybe: Value[] = [];
  /** What it is where nothing of that is there, and what may be there then. */
  let absent: Value | undefined;
  let below: Value | undefined;
  const { written: members, fill } = writtenMembers(value);
  for (let index = count - 1; index >= 0; index--) {
    const written = members[index];
    if (written === undefined || (written.kind === "property" && written.name !== key)) continue;
    const member = fill(written);
    if (member.kind === "property") {
      const found = member.value();
      if (member.guards !== undefined) {
        if (!isRefused(member.guards())) maybe.unshift(found);
        continue;
      }
      if (maybe.length === 0) return found;
      // What begins as nothing is filled in before it is used.
      return unionOf(value.span, isNone(found) || member.isBlank === true ? maybe : [found, ...maybe]);
    }
    if (member.kind === "computed") doubtful ??= unknown(value.span, "a key that is worked out at run time");
    else {
      if (member.guards !== undefined && isRefused(member.guards())) continue;
      const inner = member.value();
      const found = memberOf(linker, inner, key);
      const present = presentIn(found);
      if (present === undefined) continue;
      // Where a caller decides whether it comes from here, it is what stands there before where it does not.
      if (
        present.kind === "choice" &&
        mayBeNothing(present) &&
        maybe.length === 0 &&
        doubtful === undefined
      ) {
        const before = memberBefore(linker, value, key, index);
        return isNone(before) ? present : orBefore(present, before);
      }
      if (isOpen(present)) {
        // The key may come from here or from a member before it.
        doubtful ??= present;
        if (absent !== undefined) below ??= present;
        continue;
      }
      maybe.push(present);
      // `...(isPaid && { total })` puts nothing in where it does not hold.
      const isCertain = present === found && !(inner.kind === "union" && inner.members.some(isNone));
      if (!isCertain) absent = { kind: "undefined", span: value.span };
      else if (inner.kind === "object" && member.guards === undefined) {
        absent = undefined;
        break;
      }
    }
  }
  if (maybe.length > 0)
    return unionOf(value.span, absent === undefined ? maybe : [...maybe, absent, ...(below ? [below] : [])]);
  if (value.isEnum === true && /^\d+$/.test(key)) {
    const name = namesIn(value, Number(key))[0];
    if (name !== undefined) return name;
  }
  if (value.isComponent === true && /^\$\w/.test(key))
    return { kind: "external", span: value.span, source: "", path: [key] };
  return doubtful ?? { kind: "undefined", span: value.span };
}

/** What is left of a value where it is there; undefined where it never is. */
function presentIn(value: Value): Value | undefined {
  if (value.kind === "undefined" || (value.kind === "choice" && isNothing(value))) return undefined;
  if (value.kind !== "union") return value;
  const present = value.members.filter(({ kind }) => kind !== "undefined");
  if (present.length === value.members.length) return value;
  return present.length === 0 ? undefined : unionOf(value.span, present);
}

/** Whether a value is nothing, whatever a caller decides; and whether it is for some of that. */
function isNothing(value: Value): boolean {
  if (value.kind === "choice") return isNothing(value.yes) && isNothing(value.no);
  return value.kind === "undefined";
}

function mayBeNothing(value: Value): boolean {
  if (value.kind === "choice") return mayBeNothing(value.yes) || mayBeNothing(value.no);
  return value.kind === "undefined";
}

/** A value, or what stands before it where it is nothing. */
function orBefore(value: Value, before: Value): Value {
  if (value.kind === "choice")
    return { ...value, yes: orBefore(value.yes, before), no: orBefore(value.no, before) };
  return value.kind === "undefined" ? before : value;
}

/** Whether nothing is known of a value, whichever of several it may be. */
function isOpen(value: Value): boolean {
  if (value.kind === "union") return value.members.every(isOpen);
  if (value.kind === "choice") return isOpen(value.yes) && isOpen(value.no);
  return value.kind === "unknown" || value.kind === "parameter" || isOthers(value);
}

/** Whether it is something of a package, and no client of a library that is known. */
function isOthers(value: Value): boolean {
  return value.kind === "external" && !isClient(value);
}
