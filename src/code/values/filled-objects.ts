// Objects whose members are made of those of another when somebody asks for them: what is asked of an object is mostly one
// of its keys, and registries have thousands.
import { guardsLazily } from "./lazily.js";
import type { Member, ObjectValue, Value } from "./values.js";

type Fill = (member: Member) => Member;

/** Such an object. A copy by spreading has no members of its own: it has to be given some. */
class FilledObject implements ObjectValue {
  readonly kind = "object";
  readonly span: ObjectValue["span"];
  readonly isEnum?: true;
  readonly isComponent?: true;
  readonly isMap?: true;
  readonly written: readonly Member[];
  readonly fill: Fill;
  #members: readonly Member[] | undefined;

  constructor(of: ObjectValue, written: readonly Member[], fill: Fill) {
    this.span = of.span;
    if (of.isEnum === true) this.isEnum = true;
    if (of.isComponent === true) this.isComponent = true;
    if (of.isMap === true) this.isMap = true;
    this.written = written;
    this.fill = fill;
  }

  get members(): readonly Member[] {
    this.#members ??= this.written.map(this.fill);
    return this.#members;
  }
}

/** An object with its parameters filled in. */
export function filledObject(of: ObjectValue, within: (one: Value) => Value): ObjectValue {
  return mappedObject(of, (member) => memberWithin(member, within));
}

/** An object with the same keys and other members under them. */
export function mappedObject(of: ObjectValue, by: Fill): ObjectValue {
  const { written, fill } = writtenMembers(of);
  return new FilledObject(of, written, (member) => by(fill(member)));
}

/** An object without some of its keys; `rest` is asked of what is spread into it. */
export function objectWithout(
  of: ObjectValue,
  keys: readonly string[],
  rest: (one: Value) => Value,
): ObjectValue {
  const { written, fill } = writtenMembers(of);
  const left = written.filter((member) => member.kind !== "property" || !keys.includes(member.name));
  return new FilledObject(of, left, (one) => {
    const member = fill(one);
    return member.kind === "spread" ? { ...member, value: () => rest(member.value()) } : member;
  });
}

/** The members of an object before they are made, which have their names, and what makes them. */
export function writtenMembers(value: ObjectValue): {
  readonly written: readonly Member[];
  readonly fill: Fill;
} {
  return value instanceof FilledObject ? value : { written: value.members, fill: itself };
}

function itself(member: Member): Member {
  return member;
}

/** A member with its parameters filled in. */
export function memberWithin(member: Member, within: (one: Value) => Value): Member {
  const { value: inner } = member;
  if (inner === undefined) return member;
  const own = { ...member, value: () => within(inner()) };
  if (own.kind === "computed" || own.guards === undefined) return own;
  const { guards } = own;
  const filled = guardsLazily(() => guards().map((guard) => ({ ...guard, value: within(guard.value) })));
  return { ...own, guards: filled };
}
