// The code that is generated from the plan, as the scanner sees it: by what is imported from its folder.
import type { Node } from "oxc-parser";
import type { Plan, PlanEvent } from "../plan/plan.js";
import { callAround } from "./call-places.js";
import type { Effect } from "./effects.js";
import type { CallMethod } from "./emission.js";
import { evaluate } from "./evaluate.js";
import type { Linker } from "./linker.js";
import type { Module } from "./module.js";
import type { CallShape } from "./presets/preset.js";
import { generatedModule, join } from "./resolve-import.js";
import { byType, settle } from "./types.js";
import { type Site, spanOf, type Value } from "./values.js";

/** The generated emitters of a plan. */
export type PlanEmitters = {
  /** Whether a path, relative to the project root, lies in the folder of the generated TypeScript. */
  readonly isGenerated: (path: string) => boolean;
  /** What the bytes of a file that imports from there hold. */
  readonly pattern: RegExp;
  /** The event that a creator makes, by its name. */
  readonly eventOf: (creator: string) => PlanEvent | undefined;
};

/** Undefined where the plan generates no TypeScript. */
export function planEmitters(plan: Plan | undefined): PlanEmitters | undefined {
  const target = plan?.targets.find(({ name }) => name.value === "typescript");
  if (plan === undefined || target === undefined) return undefined;
  const folder = join("", target.out.value);
  const events = new Map<string, PlanEvent | undefined>();
  for (const event of plan.events) {
    const key = folded(event.name.value);
    // Two that fold to one text have creators with other names.
    events.set(key, events.has(key) ? undefined : event);
  }
  return {
    isGenerated: (path) => path === folder || path.startsWith(`${folder}/`),
    pattern: importPattern(folder),
    eventOf: (creator) => events.get(folded(creator)),
  };
}

/** What the bytes of a file hold that imports a folder, or a file by its path without the ending. */
export function importPattern(path: string): RegExp {
  const last =
    path
      .replace(/\/index$/, "")
      .split("/")
      .at(-1) ?? path;
  return new RegExp(`["'\`/]${last.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")}["'\`/.]`);
}

/** The modules among these that hand on what is generated: whoever imports them imports that. */
export function barrelsOf(emitters: PlanEmitters, modules: Iterable<Module>): readonly string[] {
  const found: string[] = [];
  for (const { path, text } of modules) {
    if (emitters.pattern.test(text) && /^\s*export\b[^;'"`]*\bfrom\s*["'`]/m.test(text))
      found.push(path.replace(/\.[^./]+$/, ""));
  }
  return found;
}

/** `Order Completed` and `orderCompleted` are both `ordercompleted`. */
function folded(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

const who = [
  { as: "id", at: [1, "id"] },
  { as: "email", at: [1, "email"] },
  { as: "phone", at: [1, "phone"] },
  { as: "anonymous", at: [1, "anonymous_id"] },
] as const;

function shapeOf(method: CallMethod): CallShape {
  return method === "identify"
    ? { method, properties: [0], identities: who }
    : { method, name: [2], properties: [0], identities: who };
}

/** What a call of a creator, or of a tracker's `identify` and `update`, sends. */
export function plannedEffect(
  emitters: PlanEmitters | undefined,
  linker: Linker,
  callee: Value,
  node: Extract<Node, { type: "CallExpression" }>,
  site: Site,
  args: readonly Value[],
  origin: string,
): Effect | undefined {
  if (emitters === undefined) return undefined;
  const known = typeSays(linker, callee);
  if (known?.kind !== "external" || known.source !== generatedModule) return undefined;
  const path = known.path.filter((key) => key !== "*");
  const [creator = "", ...rest] = path;
  const effect = (method: CallMethod, given: readonly Value[]): Effect => ({
    preset: "plan",
    shapes: [shapeOf(method)],
    args: given,
    typed: true,
    doubt: undefined,
    via: undefined,
    origin,
    requires: [],
  });
  const nothing: Value = { kind: "undefined", span: spanOf(site.module, node) };
  if (rest.length > 0) {
    const method = rest.at(-1);
    const isTracker = creator === "createTracker" || creator === "Tracker";
    if (!isTracker || (method !== "identify" && method !== "update")) return undefined;
    return effect("identify", [args[1] ?? nothing, args[0] ?? nothing]);
  }
  const event = emitters.eventOf(creator);
  if (event === undefined) return undefined;
  const name: Value = {
    kind: "string",
    span: spanOf(site.module, node.callee),
    value: event.name.value,
    how: "literal",
    replaceable: false,
  };
  return effect(event.call, [args[0] ?? nothing, personOf(linker, node, site) ?? nothing, name]);
}

/** What a callee is, by its type where nothing else tells. */
function typeSays(linker: Linker, callee: Value): Value | undefined {
  if (callee.kind === "parameter") return byType(linker, callee);
  return callee.kind === "typed" ? settle(linker, callee) : callee;
}

/** Whom an event is sent about: the first argument of the `track` that it is handed to. */
function personOf(linker: Linker, node: Node, site: Site): Value | undefined {
  const first = callAround(site, node)?.arguments[0];
  if (first === undefined || first === node || first.type === "SpreadElement") return undefined;
  return evaluate(linker, first, site);
}
