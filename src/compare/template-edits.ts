// What the templates of a consumer use now and did not, and the other way round: how a message's text changed, as far
// as the plan is concerned.
import { compareText } from "../diagnostics/diagnostic.js";
import type { Plan } from "../plan/plan.js";
import type { ThingChange } from "./change.js";
import type { Use, Uses } from "./uses.js";

const nothing: ReadonlySet<string> = new Set();

/** `uses` are those of consumers whose texts changed, on both sides; what is not of a template is left alone. */
export function templateEdits(before: Plan, after: Plan, uses: Uses): readonly ThingChange[] {
  const places = ({ consumers }: Plan) => new Map(consumers.map(({ name }) => [name.value, name.span]));
  const [was, is] = [places(before), places(after)];
  const [then, now] = [valuesByConsumer(uses.before), valuesByConsumer(uses.after)];
  const changes: ThingChange[] = [];
  for (const name of [...new Set([...then.keys(), ...now.keys()])].toSorted(compareText)) {
    const [wasAt, at] = [was.get(name), is.get(name)];
    // One that came or went is told as that.
    if (wasAt === undefined || at === undefined) continue;
    const [old, young] = [then.get(name) ?? nothing, now.get(name) ?? nothing];
    const facts = { subject: "consumer", name, was: wasAt, at } as const;
    for (const value of old)
      if (!young.has(value))
        changes.push({ ...facts, kind: "consumer-value-removed", before: value, after: null });
    for (const value of young)
      if (!old.has(value))
        changes.push({ ...facts, kind: "consumer-value-added", before: null, after: value });
  }
  return changes;
}

/** `event.items.price`, of whichever variable of the template it is read. */
function valuesByConsumer(uses: readonly Use[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { consumer, where, namespace, path } of uses) {
    if (where !== "template" || namespace === "none" || path.length === 0) continue;
    const known = found.get(consumer) ?? new Set<string>();
    found.set(consumer, known.add([namespace, ...path].join(".")));
  }
  return found;
}
