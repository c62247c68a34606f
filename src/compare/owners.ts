// Whom to ask about a change: whoever answers for what changed, or else for the plan.
import type { Plan, Property } from "../plan/plan.js";
import type { Change } from "./change.js";

/** The owners of two plans; where both name one, that of the later plan counts. */
export class Owners {
  readonly #events = new Map<string, string | undefined>();
  readonly #properties = new Map<string, string>();
  readonly #attributes = new Map<string, string>();
  readonly #consumers = new Map<string, string | undefined>();
  readonly #sources = new Map<string, string | undefined>();
  readonly #plan: string | undefined;

  constructor(before: Plan, after: Plan) {
    for (const plan of [before, after]) {
      for (const event of plan.events) {
        this.#events.set(event.name.value, event.owner?.value);
        noteOwners(event.properties, this.#properties, event.name.value);
      }
      noteOwners(plan.people.attributes, this.#attributes, "");
      for (const { name, owner } of plan.consumers) this.#consumers.set(name.value, owner?.value);
      for (const { name, owner } of plan.sources) this.#sources.set(name.value, owner?.value);
    }
    this.#plan = (after.owners[0] ?? before.owners[0])?.value;
  }

  of(change: Change): string | undefined {
    return this.#own(change) ?? this.#plan;
  }

  #own(change: Change): string | undefined {
    switch (change.subject) {
      case "event":
        return this.#events.get(change.event);
      case "consumer":
        return this.#consumers.get(change.name);
      case "source":
        return this.#sources.get(change.name);
      case "property": {
        const { holder, path } = change;
        const first = path[0] ?? "";
        if (holder.kind === "person") return this.#attributes.get(key("", first));
        if (holder.kind === "trigger") return this.#consumers.get(holder.name);
        if (holder.kind !== "event") return undefined;
        return this.#properties.get(key(holder.name, first)) ?? this.#events.get(holder.name);
      }
      default:
        return undefined;
    }
  }
}

function noteOwners(properties: readonly Property[], owners: Map<string, string>, holder: string): void {
  for (const { name, owner } of properties)
    if (owner !== undefined) owners.set(key(holder, name.value), owner.value);
}

function key(holder: string, name: string): string {
  return JSON.stringify([holder, name]);
}
