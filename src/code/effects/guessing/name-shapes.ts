// The forms of calls of which only the place of the name is guessed.
import type { CallShape } from "../../presets/preset.js";
import type { Value } from "../../values/values.js";
import { nameKeys, payloadKeys } from "../emitter-names.js";

/** Keys beside the name that say whom an event is about, or when it was. */
const notCarried = ["distinctId", "distinct_id", "userId", "anonymousId", "messageId", "timestamp"];

/** The forms that a guessed call may have, by where its name may stand. */
export const byName: readonly CallShape[] = [0, 1].flatMap((at): readonly CallShape[] => [
  // Beside a name, an action is one of the things that the event carries, unless a category says that it is Google's.
  {
    method: "track",
    ...(at === 0 && { first: "object" as const }),
    needs: [at, "name"],
    also: [at, "action"],
    unless: [at, "category"],
    name: [at, "name"],
    unseen: true,
  },
  ...[...nameKeys.slice(0, -1), "key", "type"].flatMap((key): readonly CallShape[] => {
    const named = {
      method: "track",
      ...(at === 0 && { first: "object" as const }),
      name: [at, key],
      // A key is one beside what says no more than what kind of event it is.
      ...(key === "key" && { kind: [at, "type"] as const }),
    } as const;
    return [
      ...payloadKeys.map(
        (payload): CallShape => ({
          ...named,
          needs: [at, key],
          also: [at, payload],
          properties: [at, payload],
        }),
      ),
      // What goes out as it is says so by its key; other objects are arguments, of which some may be carried.
      key === "event_name"
        ? { ...named, needs: [at, key], properties: [at], without: [key, ...notCarried] }
        : { ...named, needs: [at, key], unseen: true },
    ];
  }),
  ...(at === 0
    ? [{ method: "track", first: "object", needs: [0, "0"], name: [0, "0"], properties: [0, "1"] } as const]
    : []),
  { method: "track", ...(at === 0 && { first: "text" as const }), name: [at], properties: [at + 1] },
]);

/** Keys that nobody but analytics gives an event: what a list of such holds is one each. */
const listedKeys = ["event_name", "eventName", "event_type"];

/** The shapes of a list of events, each of which says its name by such a key. */
function listedShapes(at: number, value: Value | undefined): readonly CallShape[] | undefined {
  const [first] = value?.kind === "array" ? value.items : [];
  const one = first?.();
  const key =
    one?.kind === "object"
      ? listedKeys.find((name) =>
          one.members.some((member) => member.kind === "property" && member.name === name),
        )
      : undefined;
  if (key === undefined) return undefined;
  const name = [0, key] as const;
  return [{ method: "track", each: [at], needs: name, name, properties: [0], without: [key, ...notCarried] }];
}

/** The shapes that fit what stands at a place and behind it: a text has no keys, and is no payload. */
export function shapesAt(at: number, args: readonly Value[]): readonly CallShape[] {
  const listed = listedShapes(at, args[at]);
  if (listed !== undefined) return listed;
  // So far behind, what follows may be anything that it carries.
  if (at > 1) return [{ method: "track", name: [at], unseen: true }];
  const own = byName.filter(({ name }) => name?.[0] === at);
  const [value, payload] = args.slice(at);
  if (!isText(value) && (at === 0 || value?.kind === "object")) return own;
  const last = own.slice(-1);
  if (!isText(payload) && payload?.kind !== "number" && payload?.kind !== "boolean") return last;
  return last.map(({ properties: _properties, ...shape }) => shape);
}

/** Whether a value is a text. */
export function isText(value: Value | undefined): boolean {
  return value?.kind === "string" || value?.kind === "template" || value?.kind === "text";
}
