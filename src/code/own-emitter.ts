// Functions of the project that come to no library that is known, and emit all the same, as their names and texts say.
import { fileName } from "./callee-names.js";
import { analyticsPath, analyticsWord, emitterName, plainTrack, trackingPath } from "./emitter-names.js";
import { namedAt } from "./says-name.js";
import type { FunctionValue, Value } from "./values.js";

/** Whether an object is what nobody but analytics takes: `{ event_name: "saved" }`. */
export function namesEvent(value: Value | undefined): boolean {
  return (
    value?.kind === "object" &&
    value.members.some((member) => member.kind === "property" && eventKeys.has(member.name))
  );
}

const eventKeys: ReadonlySet<string> = new Set(["event_name", "eventName", "event_type"]);

/** Why a function of the project is taken for one that emits although it comes to no library, and where its name may be. */
export function ownEmitter(
  value: Value,
  method: string,
  { isOfClient, isNamed }: { readonly isOfClient: boolean; readonly isNamed: boolean },
  emitsInside: (fn: FunctionValue) => boolean,
): { readonly doubt: string; readonly at: readonly number[] } | undefined {
  const isEmitter = emitterName.test(method) || (isOfClient && method !== "identify");
  if (!isEmitter) return undefined;
  for (const one of value.kind === "union" ? value.members : [value]) {
    if (one.kind === "typed") {
      const { type, site } = one;
      if (
        type.type !== "TSMethodSignature" &&
        type.type !== "TSFunctionType" &&
        type.type !== "TSEmptyBodyFunctionExpression"
      )
        continue;
      if (!isNamed && !analyticsWord.test(site.module.text)) continue;
      return { doubt: `"${method}" is known by its type alone`, at: namedAt(type.params, [0]) };
    }
    if (one.kind !== "function") continue;
    const { module } = one.site;
    const at = namedAt(one.fn.params, []);
    if ((at.length === 0 && !isOfClient && !isNamed) || emitsInside(one)) continue;
    const text = module.text.slice(one.fn.start, one.fn.end);
    const isTracking =
      (plainTrack.test(method) || /events?$/i.test(method)) && trackingPath.test(module.path);
    if (
      !isNamed &&
      !analyticsWord.test(text) &&
      !analyticsPath.test(module.path) &&
      !isTracking &&
      !isOnlyOf(module.path, method, module.text)
    )
      continue;
    return { doubt: `"${method}" sends to nothing that is known`, at };
  }
  return undefined;
}

/** A file that holds one function, which is called like the file, and sends something to a server. */
function isOnlyOf(path: string, method: string, text: string): boolean {
  const file = fileName(path)
    .replace(/[-_]/g, "")
    .replace(/^use(?=[A-Z])/, "")
    .toLowerCase();
  return file === method.replace(/_/g, "").toLowerCase() && sendsRequests.test(text);
}

const sendsRequests = /\b(?:fetch|sendBeacon|axios|ajax|post)\b/;
