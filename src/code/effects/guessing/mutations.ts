// Mutations of GraphQL that say by their name that they track, told to a server of the team's own:
// `client.mutate({ mutation: TRACK_EVENT, variables: { name } })`, and what `useMutation(TRACK_EVENT)` and the hooks that
// tools generate of it give.
import type { CallExpression, Expression } from "oxc-parser";
import { lookUp, type Scope } from "../../syntax/scopes.js";
import { bare, keyName, tailName } from "../../syntax/syntax.js";
import type { Linker } from "../../values/linker.js";
import { memberOf } from "../../values/members.js";
import type { Site, Value } from "../../values/values.js";
import { type Effect, rearranged } from "../effects.js";
import { isEmitterName, nameKeys, plainTrack, saysTracking } from "../emitter-names.js";
import { shapesAt } from "./name-shapes.js";
import { saysName } from "./says-name.js";
import { isNobodys } from "./spoken.js";

const asking: ReadonlySet<string> = new Set(["mutate", "mutateAsync", "mutation"]);

/** Names of mutations that keep events, beside those of emitters. */
const keeping =
  /^(?:create|add|save|post|submit|store|insert)(?:[A-Z]\w*)?(?:EventLog|AnalyticsEvents?|TrackingEvents?|TelemetryEvents?|Analytics|Telemetry)$/;

/** Such a mutation in the bytes of a file. */
export const mutationPattern =
  /\b(?:TRACK|LOG|RECORD|SEND|REPORT|CAPTURE)_(?:\w+_)?(?:EVENTS?|ANALYTICS|TELEMETRY)(?:_MUTATION)?\b/;
/** The same of a word, which ends so. */
export const mutationWord = /^(?:TRACK|LOG|RECORD|SEND|REPORT|CAPTURE)_(?:\w+_)?EVENTS?$/;

/** The mutation that a call asks for, by its name; undefined where that does not say that it tracks. */
export function mutationAt({ callee, arguments: given }: CallExpression, scope: Scope): string | undefined {
  const node = bare(callee);
  const method = tailName(node);
  if (node.type === "MemberExpression" && asking.has(method ?? "")) {
    const [first] = given;
    if (first?.type === "ObjectExpression")
      for (const one of first.properties)
        if (one.type === "Property" && keyName(one.key, one.computed) === "mutation") {
          const named = saying(tailName(one.value));
          if (named !== undefined) return named;
        }
    return node.object.type === "Identifier" ? ofHook(node.object.name, scope) : undefined;
  }
  return node.type === "Identifier" ? ofHook(node.name, scope) : undefined;
}

/** The mutation that a name was given for by a hook: `const [tell] = useMutation(TRACK_EVENT)`. */
function ofHook(name: string, scope: Scope): string | undefined {
  const binding = lookUp(scope, name);
  const init = binding?.what.kind === "variable" ? binding.what.init : undefined;
  const call: Expression | undefined = init === undefined ? undefined : bare(init);
  if (call?.type !== "CallExpression" || (binding?.steps.length ?? 0) > 1) return undefined;
  const hook = tailName(call.callee) ?? "";
  const [first] = call.arguments;
  if (hook === "useMutation" && first !== undefined && first.type !== "SpreadElement")
    return first.type === "Identifier" || first.type === "MemberExpression"
      ? saying(tailName(first))
      : undefined;
  const own = /^use([A-Z]\w*)Mutation$/.exec(hook)?.[1];
  return saying(own);
}

/** A mutation's name without what it is, where it says that it tracks. */
function saying(written: string | undefined): string | undefined {
  const plain = written?.replace(/_?(?:Mutation|MUTATION)$|_?(?:Document|DOCUMENT|GQL)$/, "") ?? "";
  const name = /^[A-Z\d_]+$/.test(plain)
    ? plain.toLowerCase().replace(/_([a-z\d])/g, (_all, letter: string) => letter.toUpperCase())
    : plain.replace(/^[A-Z]/, (letter) => letter.toLowerCase());
  const isEmitter =
    isEmitterName(name) && (plainTrack.test(name) || saysTracking.test(name) || /Event/.test(name));
  return isEmitter || keeping.test(name) ? name : undefined;
}

/** What such a call sends. */
export function mutationEffect(
  linker: Linker,
  node: CallExpression,
  callee: Value,
  args: () => readonly Value[],
  { scope }: Site,
  origin: string,
): Effect | undefined {
  const mutation = mutationAt(node, scope);
  if (mutation === undefined) return undefined;
  // Of hooks that are given what to do, nothing is known of what they give without.
  if (callee.kind !== "undefined" && !isNobodys(linker, callee)) return undefined;
  const [first] = args();
  const told = first === undefined ? undefined : innermost(linker, first);
  if (told?.kind !== "object") return undefined;
  if (!nameKeys.some((key) => saysName(linker, memberOf(linker, told, key), 1))) return undefined;
  return rearranged({
    preset: "own",
    shapes: shapesAt(0, [told]),
    args: [told],
    doubt: `what the mutation "${mutation}" does can't be seen here`,
    origin,
  });
}

/** The variables of a mutation, and the one object among them that they are. */
function innermost(linker: Linker, given: Value): Value {
  let at = given;
  for (const key of ["variables", "input", "event", "data"]) {
    if (at.kind !== "object") return at;
    const inner = memberOf(linker, at, key);
    if (inner.kind === "object") at = inner;
  }
  return at;
}
