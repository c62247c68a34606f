// The emitters that the plan generates: its creators of events and its tracker.
import { posix } from "node:path";
import type { CallShape } from "../presets/preset.js";
import { resultOf } from "../values/call-values.js";
import type { Linker } from "../values/linker.js";
import { memberOf } from "../values/members.js";
import type { FunctionValue, Value } from "../values/values.js";
import type { Effect } from "./effects.js";

const who = [
  { as: "id", at: [0, "id"] },
  { as: "email", at: [0, "email"] },
  { as: "phone", at: [0, "phone"] },
  { as: "anonymous", at: [0, "anonymous_id"] },
] as const;

const trackerMethods: ReadonlyMap<string, CallShape> = new Map<string, CallShape>([
  [
    "track",
    {
      method: "track",
      name: [1, "event"],
      properties: [1, "properties"],
      identities: who,
      needsIdentity: true,
      eventId: [1, "idempotencyKey"],
      timestamp: [1, "timestamp"],
    },
  ],
  ["identify", { method: "identify", properties: [1], identities: who, needsIdentity: true }],
  ["update", { method: "identify", properties: [1], identities: who, needsIdentity: true }],
]);

/** What a call of something generated does; undefined where the function is not generated or emits nothing. */
export function generatedEffect(
  linker: Linker,
  callee: FunctionValue,
  method: string,
  args: () => readonly Value[],
  origin: string,
): Effect | undefined {
  const { file, path } = callee.site.module;
  if (file.generated !== true) return undefined;
  const base = { preset: "plan", typed: true, doubt: undefined, via: undefined, origin, requires: [] };
  if (/^tracker\.[cm]?[jt]s$/.test(posix.basename(path))) {
    const shape = trackerMethods.get(method);
    return shape === undefined ? undefined : { ...base, shapes: [shape], args: args() };
  }
  const event = resultOf(linker, callee, args());
  if (event.kind !== "object" || memberOf(linker, event, "event").kind !== "string") return undefined;
  const shape: CallShape = { method: "track", name: [0, "event"], properties: [0, "properties"] };
  return { ...base, shapes: [shape], args: [event] };
}
