// The names that calls of clients of analytics are made by where their methods say nothing: `telemetry.send("Cart Opened")`.
import type { Expression, MemberExpression } from "oxc-parser";
import { lookUp, type Scope } from "../../syntax/scopes.js";
import { bare, keyName, tailName } from "../../syntax/syntax.js";
import {
  analyticsPath,
  clientHook,
  clientName,
  guessedMethods,
  isEmitterName,
  spokenMethods,
} from "../emitter-names.js";

/** Whether what others do, too, is done by a client of analytics, by its name; what tracks may track other things. */
export function isSpoken(node: MemberExpression, scope: Scope): boolean {
  const method = keyName(node.property, node.computed) ?? "";
  if (node.object.type === "Super") return false;
  const receiver = receiverOf(node.object);
  if (receiver === undefined) return false;
  if (queuing.has(method)) return /^(?:analytics|telemetry)$/i.test(receiver);
  if (!spokenMethods.has(method)) return false;
  // What a package or a file about analytics exports is about them, whatever it is called.
  const what = lookUp(scope, receiver)?.what;
  if (what?.kind === "import" && analyticsPath.test(what.source)) return true;
  const hook = hookOf(receiver, scope) ?? receiver;
  return (clientName.test(hook) || clientHook.test(hook)) && !/track(?:er|ing)?\w*$/i.test(hook);
}

/** A package about analytics that a file imports; what watches programs is none. */
const analyticsImport =
  /(?:\bfrom|\bimport|\brequire\s*\()\s*["'](?![./~#])(?!@opentelemetry)[^"'\n]*(?:analytics|telemetry|festats)[^"'\n]*["']/;

/** Whether a file imports a package about analytics, by its text. */
export function importsAnalytics(text: string): boolean {
  return analyticsImport.test(text);
}

/** What lists do, too: a queue of events is called by nothing less than what it holds. */
export const queuing: ReadonlySet<string> = new Set(["push", "enqueue", "queue"]);

/** Functions of packages that are about analytics, by what others do, too: `import { add } from "our-analytics"`. */
export const spokenFunctions: readonly string[] = [
  ...["add", "dispatch", "emit", "enqueue", "event", "fire", "log", "notify", "post", "publish", "push"],
  ...["record", "register", "report", "send", "submit", "trigger"],
];

/** Whether a name is that of such a function. */
export function isSpokenImport(name: string, scope: Scope): boolean {
  const what = spokenFunctions.includes(name) ? lookUp(scope, name)?.what : undefined;
  return what?.kind === "import" && analyticsPath.test(what.source);
}

/** The name of what a method is called on, or of the call that gave it. */
export function receiverOf(object: Expression): string | undefined {
  const node = bare(object);
  return node.type === "CallExpression" ? tailName(node.callee) : tailName(node);
}

/** The hook for analytics of which a name holds what it gave: `const send = useTelemetry()`. */
export function hookOf(name: string, scope: Scope): string | undefined {
  const binding = lookUp(scope, name);
  const call = binding?.what.kind === "variable" ? binding.what.init : undefined;
  if (call?.type !== "CallExpression") return undefined;
  const hook = tailName(call.callee);
  const taken = binding?.steps.at(-1);
  if (hook === undefined || !clientHook.test(hook)) return undefined;
  if (taken === undefined) return hook;
  return taken.kind === "key" && (guessedMethods.has(taken.key) || isEmitterName(taken.key))
    ? hook
    : undefined;
}
