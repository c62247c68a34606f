// The keys in the code that are right: the same key, written once, may be sent with several events.
import type { ObjectShape, ValueShape } from "../code/emission.js";
import type { Span } from "../diagnostics/diagnostic.js";
import type { PlanEvent } from "../plan/plan.js";
import type { CodeCall } from "./code-index.js";

/** The places of the keys that some event which is sent with them has, as `placeKey` gives them. */
export function rightKeys(calls: readonly CodeCall[]): ReadonlySet<string> {
  return new Set(
    calls.flatMap(({ emission, events }) =>
      objectsOf(emission.properties).flatMap(({ properties }) =>
        properties
          .filter(({ name }) => events.some(({ event }) => hasProperty(event, name)))
          .map(({ span }) => placeKey(span)),
      ),
    ),
  );
}

/** A place as a key of a set. */
export function placeKey({ file, start }: Span): string {
  return `${file}:${start}`;
}

function objectsOf(shape: ValueShape | undefined): readonly ObjectShape[] {
  if (shape?.kind === "object") return [shape];
  return shape?.kind === "union" ? shape.members.flatMap(objectsOf) : [];
}

function hasProperty({ properties }: PlanEvent, name: string): boolean {
  return properties.some((property) => property.name.value === name && property.status !== "retired");
}
