// What a callee comes down to: a call of a library, a wrapper of the team's own, or something else altogether.
import type { Expression } from "oxc-parser";
import type { Effect } from "./effects.js";
import { withArguments } from "./effects.js";
import type { Linker } from "./linker.js";
import { presetOf } from "./presets/index.js";
import type { Preset } from "./presets/preset.js";
import { bare, keyName, tailName } from "./syntax.js";
import { byType, settle } from "./types.js";
import { idOf, type Value } from "./values.js";

/** The effects that are known of functions and components, by their identity. */
export type KnownEffects = ReadonlyMap<string, readonly Effect[]>;

/** What a call does, by its callee's value and its arguments. */
export function effectsOf(
  linker: Linker,
  known: KnownEffects,
  callee: Value,
  args: readonly Value[],
  origin: string,
): readonly Effect[] {
  switch (callee.kind) {
    case "function": {
      const id = idOf(callee.site.module, callee.fn);
      const given = new Map([...callee.given, [id, args] as const]);
      return (known.get(id) ?? []).map((effect) => withArguments(linker, effect, given));
    }
    case "class": {
      const id = idOf(callee.site.module, callee.cls);
      const given = new Map([...callee.given, [id, args] as const]);
      return (known.get(id) ?? []).map((effect) => withArguments(linker, effect, given));
    }
    case "union":
      return distinct(callee.members.flatMap((member) => effectsOf(linker, known, member, args, origin)));
    case "fallback":
      return distinct([
        ...effectsOf(linker, known, callee.left, args, origin),
        ...effectsOf(linker, known, callee.right, args, origin),
      ]);
    case "external": {
      const preset = presetOf(callee.source, callee.path);
      const method = callee.path.at(-1) ?? "";
      return preset === undefined ? [] : libraryCall(preset, method, args, origin, undefined);
    }
    case "typed": {
      const settled = settle(linker, callee);
      return settled.kind === "typed" ? [] : effectsOf(linker, known, settled, args, origin);
    }
    case "parameter": {
      const typed = byType(linker, callee);
      return typed === undefined || typed.kind === "typed" || typed.kind === "parameter"
        ? []
        : effectsOf(linker, known, typed, args, origin);
    }
    default:
      return [];
  }
}

export function libraryCall(
  preset: Preset,
  method: string,
  args: readonly Value[],
  origin: string,
  doubt: string | undefined,
): readonly Effect[] {
  const shapes = preset.methods.get(method);
  return shapes === undefined
    ? []
    : [{ preset: preset.id, shapes, args, typed: false, doubt, via: undefined, origin }];
}

function distinct(effects: readonly Effect[]): readonly Effect[] {
  const seen = new Set<string>();
  return effects.filter(({ origin }) => {
    if (seen.has(origin)) return false;
    seen.add(origin);
    return true;
  });
}

/** The name of what a method is called on: `analytics` of `this.analytics.track`. */
export function receiverName(callee: Expression): string | undefined {
  const node = bare(callee);
  return node.type === "MemberExpression" && node.object.type !== "Super" ? tailName(node.object) : undefined;
}

export function methodName(callee: Expression): string | undefined {
  const node = bare(callee);
  return node.type === "MemberExpression" ? keyName(node.property, node.computed) : undefined;
}
