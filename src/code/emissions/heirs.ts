// Events that an abstract class sends under names that its heirs have: `track(this.eventName)` with
// `abstract eventName: string`, and `class CartOpened extends Tracked { eventName = "Cart Opened" }`. Each heir is one.
import { type Effect, partOf, shapeFor } from "../effects/effects.js";
import { effectsOf, type KnownEffects } from "../effects/receivers.js";
import type { Placed } from "../syntax/scopes.js";
import { type ClassNode, keyName } from "../syntax/syntax.js";
import { asHeir, classesAbove, heirOf } from "../values/abstract-members.js";
import type { Linker } from "../values/linker.js";
import type { Module } from "../values/module.js";
import { parametersIn } from "../values/owners.js";
import { type ClassValue, idOf, type Site, spanOf } from "../values/values.js";
import { type Found, type FoundIn, foundOf } from "./found.js";
import { isNamed } from "./told-calls.js";

/** What a class sends by what it says for the abstract classes above it. */
export function heirsIn(
  context: FoundIn & { readonly known: KnownEffects },
  module: Module,
  { node, scope }: Placed<ClassNode>,
): readonly Found[] {
  const { linker, known } = context;
  const span = spanOf(module, node);
  const id = idOf(module, node);
  const site: Site = { module, scope };
  const self: ClassValue = { kind: "class", span, cls: node, site, instance: true, given: new Map() };
  const heir = heirOf(module.path, node, span);
  return classesAbove(linker, self).flatMap((above) => {
    const left = effectsOf(linker, known, above, () => asHeir(heir), id);
    return effectsOf(linker, known, above, () => asHeir(self), id).flatMap(
      (effect, index): readonly Found[] => {
        const open = left[index];
        const member = open === undefined ? undefined : memberAskedFor(linker, node, open, id);
        if (member !== undefined) {
          const call = keyName(member.key, member.computed) ?? "";
          const found = foundOf(context, module, { node: member, scope }, [effect], call);
          return found.filter(({ emission }) => isNamed(emission));
        }
        // What an heir that is abstract says nothing of, it leaves to its own.
        return open === undefined || !node.abstract
          ? []
          : [{ emission: undefined, owner: id, requires: [], effect: open, through: [] }];
      },
    );
  });
}

/** The member of a class that the name of an event is made of which it is asked for. */
function memberAskedFor(linker: Linker, { body }: ClassNode, { shapes, args }: Effect, id: string) {
  const path = shapeFor(linker, shapes, args)?.name;
  const name = path === undefined ? undefined : partOf(linker, args, path);
  const keys = (name === undefined ? [] : parametersIn(name)).flatMap(({ owner, path: [key] }) =>
    owner === id && typeof key === "string" ? [key] : [],
  );
  return body.body.flatMap((one) =>
    (one.type === "PropertyDefinition" || one.type === "MethodDefinition") &&
    !one.static &&
    keys.includes(keyName(one.key, one.computed) ?? "")
      ? [one]
      : [],
  )[0];
}
