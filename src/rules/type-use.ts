// Which declared types a plan uses: what the rule about unused ones asks.
import type { Plan, Type } from "../plan/plan.js";

/** The names of the declared types that these types are made with, not those inside of them. */
export function typesIn(types: Iterable<Type>): ReadonlySet<string> {
  const found = new Set<string>();
  const work = [...types];
  for (let type = work.pop(); type !== undefined; type = work.pop()) {
    if (type.refines !== undefined) found.add(type.refines);
    if (type.kind === "ref") found.add(type.name);
    else if (type.kind === "array") work.push(type.items);
    else if (type.kind === "union") work.push(...type.members);
    else if (type.kind === "object") {
      for (const property of type.properties) work.push(property.type);
      if (typeof type.open === "object") work.push(type.open);
    }
  }
  return found;
}

/** The names of the declared types that something other than a type uses, and of those that these are made with. */
export function typesInUse(plan: Plan): ReadonlySet<string> {
  const properties = [
    ...plan.groups.flatMap((group) => group.properties),
    ...plan.events.flatMap((event) => event.properties.filter(({ origin }) => origin.kind === "own")),
    ...plan.people.attributes,
    ...plan.objects.flatMap((object) => [...object.attributes, ...object.relationship]),
    ...plan.consumers.flatMap(({ trigger }) => (trigger?.kind === "api" ? trigger.properties : [])),
  ];
  const types = new Map(plan.types.map(({ name, type }) => [name.value, type]));
  const work = [
    ...typesIn([
      plan.identity.type,
      ...plan.objects.map((object) => object.idType),
      ...plan.events.flatMap(({ open }) => (typeof open === "object" ? [open] : [])),
      ...properties.map((property) => property.type),
    ]),
    // A type that another one gives way to has its use.
    ...plan.types.flatMap(({ deprecated }) => deprecated?.replacedBy?.value ?? []),
  ];
  const used = new Set<string>();
  for (let name = work.pop(); name !== undefined; name = work.pop()) {
    if (used.has(name)) continue;
    used.add(name);
    const type = types.get(name);
    if (type !== undefined) work.push(...typesIn([type]));
  }
  return used;
}
