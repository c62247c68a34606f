// The shapes of an event: what its payload holds, by the source that sends it.
import type { PlanEvent, Property } from "./plan.js";

/** One set of properties and the sources that send it; no sources where the plan names none. */
export type Shape = { readonly sources: readonly string[]; readonly properties: readonly Property[] };

/**
 * The distinct shapes of an event, without retired properties. Nearly always one; several where a property is
 * bound to some of the event's sources. In the order of the event's sources, or, where it names none, of the
 * sources that its properties name.
 */
export function shapesOf(event: Pick<PlanEvent, "sources" | "properties">): readonly Shape[] {
  const { properties: all } = event;
  const live = all.every(isLive) ? all : all.filter(isLive);
  const named = event.sources.length > 0 ? event.sources : live.flatMap((property) => property.sources);
  const sources = [...new Set(named.map((source) => source.value))];
  if (live.every((property) => property.sources.length === 0)) return [{ sources, properties: live }];
  const shapes = new Map<string, { sources: string[]; properties: readonly Property[] }>();
  for (const source of sources) {
    const properties = live.filter(
      (property) => property.sources.length === 0 || property.sources.some((one) => one.value === source),
    );
    const key = JSON.stringify(properties.map((property) => live.indexOf(property)));
    const known = shapes.get(key);
    if (known === undefined) shapes.set(key, { sources: [source], properties });
    else known.sources.push(source);
  }
  return [...shapes.values()];
}

function isLive({ status }: Property): boolean {
  return status !== "retired";
}
