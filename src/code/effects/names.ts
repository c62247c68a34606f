// A value that is sent as a name -> every name that it can be, or why it is not known.
import type { EmittedName, NameKind, NamePattern, PossibleName } from "../emission.js";
import { changedParts } from "../values/language/casings.js";
import { namesIn } from "../values/language/enums.js";
import { changedText } from "../values/language/text-changes.js";
import { textOf } from "../values/language/texts.js";
import { byType, settle } from "../values/language/types.js";
import type { Linker } from "../values/linker.js";
import { underKey } from "../values/table-keys.js";
import { eitherOf, type ParameterValue, unionOf, type Value } from "../values/values.js";
import { isHandedOut } from "./handed-out.js";
import { isMessage } from "./messages/heard-messages.js";

type Found = {
  readonly names: Map<string, PossibleName>;
  readonly patterns: Map<string, NamePattern>;
  readonly kinds: Set<NameKind>;
  reason: string | undefined;
  openAt: Value["span"] | undefined;
  /** The expression at the call. */
  readonly span: Value["span"];
  isHeard: boolean;
  isSupposed: boolean;
};

const mostNames = 500;

/** The names that a value can be; `span` is the expression at the call. */
export function nameOf(linker: Linker, value: Value, span: Value["span"]): EmittedName {
  const found: Found = {
    names: new Map(),
    patterns: new Map(),
    kinds: new Set(),
    reason: undefined,
    openAt: undefined,
    span,
    isHeard: false,
    isSupposed: false,
  };
  collect(linker, value, found, 0);
  // No event is called by an empty text: it stands for none.
  if (found.names.size + found.patterns.size > 1 || found.reason !== undefined) found.names.delete("");
  const { reason, openAt } = found;
  const names = [...found.names.values()];
  const patterns = [...found.patterns.values()];
  const complete = reason === undefined;
  return {
    kind: kindOf(found, names.length, patterns.length, complete),
    names,
    patterns,
    complete,
    ...(reason !== undefined && { reason }),
    ...(openAt !== undefined && { openAt }),
    ...(found.isHeard && { isHeard: true as const }),
    ...(found.isSupposed && { isSupposed: true as const }),
    span,
  };
}

function kindOf(found: Found, names: number, patterns: number, complete: boolean): NameKind {
  if (names + patterns === 0) return "dynamic";
  if (names + patterns > 1 || !complete) return "conditional";
  return [...found.kinds][0] ?? "literal";
}

function collect(linker: Linker, value: Value, found: Found, depth: number): void {
  if (found.names.size > mostNames || depth > 40) {
    leaveOpen(found, value, "it can be too many things");
    return;
  }
  switch (value.kind) {
    case "string":
      if (!found.names.has(value.value))
        found.names.set(value.value, {
          name: value.value,
          span: value.span,
          replaceable: value.replaceable,
          ...(value.written !== undefined && { written: value.written }),
        });
      found.kinds.add(value.how);
      return;
    case "template": {
      const filled = fillHoles(linker, value);
      found.isSupposed ||= filled !== value && value.parts.some((part) => isSupposed(linker, part));
      if (filled.kind !== "template") {
        collect(linker, filled, found, depth + 1);
        return;
      }
      const parts = partsOf(filled);
      if (!parts.some((part) => /[\p{L}\p{N}]/u.test(part))) {
        leaveOpen(found, value, "a text that is put together at run time");
        return;
      }
      found.patterns.set(parts.join("\0"), {
        parts,
        span: filled.span,
        ...(filled.written !== undefined && { written: filled.written }),
      });
      found.kinds.add("template");
      return;
    }
    case "union":
      for (const member of value.members) collect(linker, member, found, depth + 1);
      return;
    case "choice":
      collect(linker, eitherOf(value), found, depth + 1);
      return;
    case "fallback":
      collect(linker, value.left, found, depth + 1);
      collect(linker, value.right, found, depth + 1);
      return;
    case "lookup": {
      const { object } = value;
      const names = object.kind === "object" && object.isEnum === true ? namesIn(object) : [];
      // A text that is taken out of an enum of numbers is one of their names.
      const all = names.length > 0 ? unionOf(object.span, names) : underKey(linker, value);
      collect(linker, all, found, depth + 1);
      return;
    }
    case "parameter": {
      const literals = literalsOf(linker, value);
      found.isSupposed ||= !isHandedOut(linker, value.owner);
      if (literals !== undefined) collect(linker, literals, found, depth + 1);
      else {
        leaveOpen(found, value, parameterReason(value));
        found.isHeard ||= isMessage(linker, value);
      }
      return;
    }
    case "typed": {
      const settled = settle(linker, value);
      if (settled.kind === "typed") leaveOpen(found, value, "its value is not known here");
      else collect(linker, settled, found, depth + 1);
      return;
    }
    case "undefined":
    case "null":
      return;
    case "unknown":
      leaveOpen(found, value, value.reason);
      return;
    case "text":
      leaveOpen(found, value, "a text that is worked out at run time");
      return;
    case "external":
      leaveOpen(
        found,
        value,
        value.source === ""
          ? `${externalText(value.path)} is not known here`
          : `it comes from "${value.source}"`,
      );
      return;
    default:
      leaveOpen(found, value, "it is no text");
  }
}

/** Something of a name is not known: the first reason is told. */
function leaveOpen(found: Found, value: Value, reason: string): void {
  if (found.reason === undefined) Object.assign(found, { reason, openAt: holeIn(value, found.span) });
}

/** What of a text is not known: the hole that a call gives, or all of it. */
function holeIn(value: Value, call: Value["span"]): Value["span"] {
  const holes = value.kind === "template" ? value.parts.filter((part) => typeof part !== "string") : [];
  const own = holes.find(
    ({ span }) => span.file === call.file && call.start <= span.start && span.end <= call.end,
  );
  return own === undefined ? value.span : holeIn(own, call);
}

/** The texts between the holes, as they are once all of it is changed. */
function partsOf({ parts, change }: Extract<Value, { kind: "template" }>): readonly string[] {
  const [first] = parts;
  // Of one that is changed twice, the parts between the holes are those of the first change.
  if (change !== undefined && parts.length === 1 && typeof first === "object" && first.kind === "template") {
    const texts = partsOf(first);
    const within = texts.flatMap((text, index) => (index === 0 ? [text] : [first, text]));
    return changedParts(within, change) ?? [change(texts[0] ?? ""), ""];
  }
  if (change !== undefined)
    return changedParts(parts, change) ?? [typeof first === "string" ? change(first) : "", ""];
  const texts: string[] = [""];
  for (const part of parts) {
    if (typeof part === "string") texts[texts.length - 1] += part;
    else texts.push("");
  }
  return texts;
}

function parameterReason({ name, ownerName }: ParameterValue): string {
  return ownerName === "" ? `the parameter "${name}"` : `the parameter "${name}" of "${ownerName}"`;
}

/** The texts that the type of a parameter allows, where those are written out. */
export function literalsOf(linker: Linker, value: ParameterValue): Value | undefined {
  const typed = byType(linker, value);
  return typed !== undefined && isLiterals(typed) ? typed : undefined;
}

function isLiterals(value: Value): boolean {
  if (value.kind === "union") {
    const texts = value.members.filter(({ kind }) => kind !== "undefined" && kind !== "null");
    return texts.length > 0 && texts.every(isLiterals);
  }
  return (
    value.kind === "string" ||
    (value.kind === "template" && value.parts.some((part) => typeof part === "string"))
  );
}

/** Fills the holes whose types say what they can be. */
function fillHoles(linker: Linker, value: Extract<Value, { kind: "template" }>): Value {
  let changed = false;
  const parts = value.parts.map((part) => {
    const literals = typeof part === "string" ? undefined : holeText(linker, part);
    if (literals === undefined || !isLiterals(literals)) return part;
    changed = true;
    return literals;
  });
  if (!changed) return value;
  return value.change === undefined
    ? textOf(value.span, parts)
    : changedText(value.span, parts, value.change);
}

/** Whether a hole is what a function is given that nobody is seen to call. */
function isSupposed(linker: Linker, part: string | Value): boolean {
  return typeof part !== "string" && part.kind === "parameter" && !isHandedOut(linker, part.owner);
}

/** What a hole can be, as texts; of what may be one of several, each. */
function holeText(linker: Linker, hole: Value, depth = 0): Value | undefined {
  const one = heldIn(linker, hole);
  if (depth > 6 || one === undefined) return one;
  if (one.kind !== "union") return holeText(linker, one, depth + 1) ?? one;
  return unionOf(
    one.span,
    one.members.map((member) => holeText(linker, member, depth + 1) ?? member),
  );
}

function heldIn(linker: Linker, hole: Value): Value | undefined {
  switch (hole.kind) {
    case "parameter":
      return literalsOf(linker, hole);
    case "lookup":
      return underKey(linker, hole);
    case "typed":
      return settle(linker, hole);
    case "choice":
      return eitherOf(hole);
    case "fallback":
      return unionOf(hole.span, [hole.left, hole.right]);
    // A text that was changed, and is changed once more: `name.trim().toLowerCase()`.
    case "template": {
      const filled = fillHoles(linker, hole);
      return filled === hole ? undefined : filled;
    }
    case "union":
      return hole.members.some(({ kind }) => kind !== "string") ? hole : undefined;
    default:
      return undefined;
  }
}

/** What nobody sees declared, as it is written; of a type, what is made of it has its name alone. */
function externalText(path: readonly string[]): string {
  const made = path.indexOf("new");
  return made < 0
    ? `"${path.join(".").replaceAll(".()", "()")}"`
    : `what the type "${path.slice(0, made).join(".")}" says`;
}
