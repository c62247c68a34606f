// An object that is made of another one key by key: which keys it has, under which names, and what they hold.
import { isNone } from "./conditions.js";
import { settle } from "./language/types.js";
import { lazily } from "./lazily.js";
import type { Linker } from "./linker.js";
import { parametersIn } from "./owners.js";
import { substitute } from "./substitute.js";
import {
  type Arguments,
  type Guarded,
  type Member,
  type ObjectValue,
  plainText,
  unionOf,
  unknown,
  type Value,
} from "./values.js";

/** What is left of a value: `from` an index on, `without` some keys; or what is made of it key by key. */
export type RestStep =
  | { readonly from: number }
  | { readonly without: readonly string[] }
  | { readonly remade: Remade };

/** What becomes of each key of an object; `owner` is the loop whose two parameters stand for a key and what is under it. */
export type Remade = {
  readonly owner: string;
  /** Where it is made: no object is written out there. */
  readonly at: Value["span"];
  readonly key: Value;
  readonly value: Value;
  readonly kept: (given: Arguments) => Kept;
};

/** Whether a key is taken; `maybe` where what is under it decides, `unknown` where the key may do so. */
export type Kept = "always" | "never" | "maybe" | "unknown";

/** The object that is made of a value; where it hangs on a parameter, once that is given. */
export function remadeOf(linker: Linker, value: Value, remade: Remade): Value {
  const of = (one: Value): Value => remadeOf(linker, one, remade);
  switch (value.kind) {
    case "object":
      return value.isMap === true ? openObject(value.span) : remadeObject(linker, value, remade);
    case "union":
      return unionOf(value.span, value.members.map(of));
    case "choice":
      return { ...value, yes: of(value.yes), no: of(value.no) };
    case "fallback":
      return { ...value, left: of(value.left), right: of(value.right) };
    case "parameter":
      return { ...value, path: [...value.path, { remade }] };
    case "typed": {
      const settled = settle(linker, value);
      return settled.kind === "object" || settled.kind === "union" ? of(settled) : openObject(value.span);
    }
    // Nothing has no keys.
    case "undefined":
    case "null":
      return { kind: "object", span: value.span, members: [] };
    default:
      return openObject(value.span);
  }
}

/** What is made where something is given for the parameters around. */
export function remadeWith(linker: Linker, remade: Remade, given: Arguments): Remade {
  return {
    ...remade,
    key: substitute(linker, remade.key, given),
    value: substitute(linker, remade.value, given),
    kept: (own) => remade.kept(new Map([...given, ...own])),
  };
}

const kinds = ["text", "number", "boolean"] as const;

/** An object of which nothing is known. */
function openObject(span: Value["span"]): ObjectValue {
  return { kind: "object", span, members: [{ kind: "computed", later: true }] };
}

function remadeObject(linker: Linker, value: ObjectValue, remade: Remade): ObjectValue {
  const members = value.members.flatMap((member): readonly Member[] => {
    if (member.kind === "computed") return [{ kind: "computed", ...(member.later && { later: true }) }];
    if (member.kind === "spread") {
      const inner = lazily(() => {
        const whole = member.value();
        // `false && {…}` spreads nothing.
        return whole.kind === "boolean" ? whole : remadeOf(linker, whole, remade);
      });
      return [{ ...member, value: inner }];
    }
    const { name, span } = member;
    const whole = member.value();
    const own = whole.kind === "typed" ? settle(linker, whole) : whole;
    const text: Value = { kind: "string", span, value: name, how: "constant", replaceable: false };
    const given = (one: Value): Arguments => new Map([[remade.owner, [text, one]]]);
    const key = plainText(substitute(linker, remade.key, given(own)));
    let isMaybe = false;
    let isUnknown = key === undefined;
    let isOpen = false;
    const left = partOf(own, (one) => {
      const kept = remade.kept(given(one));
      isUnknown ||= kept === "unknown";
      isMaybe ||= kept === "never";
      isOpen ||= kept === "maybe";
      return kept !== "never";
    });
    if (left === undefined) return [];
    if (isUnknown || key === undefined) return [{ kind: "computed", later: true }];
    return [
      {
        ...member,
        name: key,
        value: lazily(() => {
          const made = heldBy(substitute(linker, remade.value, given(left)), left);
          // What the loop puts in for other kinds of values may stand there as well.
          const isOfKind = isOpen && kinds.some((kind) => remade.kept(given({ kind, span })) === "never");
          return isOfKind
            ? unionOf(span, [made, unknown(span, "what it is decides what is made of it")])
            : made;
        }),
        optional: member.optional || isMaybe,
        ...guarded(member, left, (one) => remade.kept(given(one)) === "never"),
      },
    ];
  });
  return { kind: "object", span: remade.at, members };
}

/** The part of a value that is left where some of what it may be is not taken; undefined where none of it is. */
function partOf(value: Value, isTaken: (one: Value) => boolean): Value | undefined {
  switch (value.kind) {
    case "union": {
      const left = value.members.flatMap((one) => partOf(one, isTaken) ?? []);
      if (left.length === value.members.length && left.every((one, at) => one === value.members[at]))
        return value;
      return left.length === 0 ? undefined : unionOf(value.span, left);
    }
    case "fallback": {
      // What is not there gives way to what stands in for it.
      const first = partOf(value.left, (one) => !isNone(one) && isTaken(one));
      const second = partOf(value.right, isTaken);
      if (first === undefined || second === undefined) return first ?? second;
      return first === value.left && second === value.right
        ? value
        : { ...value, left: first, right: second };
    }
    case "choice": {
      const [yes, no] = [partOf(value.yes, isTaken), partOf(value.no, isTaken)];
      return yes === undefined || no === undefined ? (yes ?? no) : { ...value, yes, no };
    }
    default:
      return isTaken(value) ? value : undefined;
  }
}

/** Under which condition a key is taken whose value callers further out give. */
function guarded(
  { guards }: Extract<Member, { kind: "property" }>,
  value: Value,
  isLeftOut: (one: Value) => boolean,
): { readonly guards?: Guarded } {
  if (parametersIn(value).length === 0) return {};
  const { span } = value;
  const leavesOut = (["undefined", "null"] as const).map((kind) => isLeftOut({ kind, span }));
  const isBlank = isLeftOut({ kind: "string", span, value: "", how: "constant", replaceable: false });
  const test = leavesOut[1] ? (isBlank ? "truthy" : "present") : leavesOut[0] ? "defined" : undefined;
  if (test === undefined) return {};
  return { guards: () => [...(guards?.() ?? []), { value, test, holds: true }] };
}

/** What is made of a value stands where that stands: a mistake in it is one of whoever wrote it. */
function heldBy(made: Value, own: Value): Value {
  if (made === own) return own;
  if (made.kind === "union" || made.kind === "choice" || made.kind === "fallback") return made;
  if (made.kind === "string") return { ...made, span: own.span, how: "constant", replaceable: false };
  return { ...made, span: own.span };
}

/** What is left of a value that is there: whatever has none is left out. */
export function withoutNone(value: Value): Value {
  if (isNone(value)) return { kind: "undefined", span: value.span };
  if (value.kind === "fallback" && isNone(value.right)) return withoutNone(value.left);
  const members = value.kind === "union" ? value.members.filter((one) => !isNone(one)) : [];
  return members.length === 0 ? value : unionOf(value.span, members);
}
