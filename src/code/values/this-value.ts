// What `this` and `super` stand for at a place.
import type { Node } from "oxc-parser";
import type { Scope } from "../syntax/scopes.js";
import type { ClassNode } from "../syntax/syntax.js";
import { componentAround } from "./frameworks/components.js";
import { isScript } from "./global-paths.js";
import { thisIn, thisInPrototype } from "./instances.js";
import type { Linker } from "./linker.js";
import { type Site, spanOf, unknown, type Value } from "./values.js";

/** What `this` is at a place: an instance of the class around it, or the object whose method it stands in. */
export function thisOf(linker: Linker, site: Site, span: Value["span"]): Value {
  const { module } = site;
  let inner: Node | undefined;
  for (let at: Scope | undefined = site.scope; at !== undefined; at = at.parent) {
    inner = at.fn ?? inner;
    if (at.cls !== undefined)
      return {
        kind: "class",
        span: spanOf(module, at.cls),
        cls: at.cls,
        site: { module, scope: at.parent ?? at },
        instance: !isStaticIn(at.cls, inner),
        given: new Map(),
      };
    if (at.fn === undefined || at.fn.type === "ArrowFunctionExpression") continue;
    const around: Scope | undefined = at.parent;
    if (around?.object !== undefined && around.parent !== undefined)
      return (
        componentAround(linker, module, around) ??
        thisInPrototype(linker, module, around.object) ??
        linker.evaluate(around.object, { module, scope: around.parent })
      );
    if (around?.cls === undefined)
      return thisIn(linker, module, at.fn) ?? unknown(span, "what a function is called on");
  }
  return isScript(module)
    ? { kind: "external", span, source: "", path: ["window"] }
    : unknown(span, "what a function is called on");
}

/** Whether a function of a class is a static one, or stands in one: the class itself is what that is called on. */
function isStaticIn({ body }: ClassNode, inner: Node | undefined): boolean {
  const member = body.body.find(
    (one) => inner !== undefined && one.start <= inner.start && inner.end <= one.end,
  );
  return member !== undefined && (member.type === "StaticBlock" || ("static" in member && member.static));
}

export function superOf(linker: Linker, site: Site, span: Value["span"]): Value {
  const self = thisOf(linker, site, span);
  if (self.kind !== "class" || self.cls.superClass === null)
    return unknown(span, "a class above that is not known");
  const above = linker.evaluate(self.cls.superClass, self.site);
  return above.kind === "class" ? { ...above, instance: self.instance } : above;
}
