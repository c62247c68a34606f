// Instances that a container of the team's own hands out, which are known by their names alone: what `analyticsService` of
// `const { analyticsService } = useServices()` is, where the project has one class `AnalyticsService`.
import type { Expression } from "oxc-parser";
import { bare, keyName } from "../../syntax/syntax.js";
import { isClientClass, namedPrefix, withGlobal } from "../../values/globals.js";
import type { Linker } from "../../values/linker.js";
import { memberOf } from "../../values/members.js";
import { nearestTo } from "../../values/nearest.js";
import { type Site, spanOf, unionOf, type Value } from "../../values/values.js";
import { isNobodys } from "./spoken.js";
import { receiverOf } from "./spoken-names.js";

/** The method of the class that what it is called on is named for; undefined where that is known, or no class is. */
export function methodByName(
  linker: Linker,
  callee: Expression,
  value: Value,
  { module }: Site,
): Value | undefined {
  const node = bare(callee);
  if (node.type !== "MemberExpression" || node.object.type === "Super" || linker.near) return undefined;
  const method = keyName(node.property, node.computed);
  const receiver = receiverOf(node.object)?.replace(/^[_$#]+/, "");
  if (method === undefined || receiver === undefined) return undefined;
  const name = receiver.charAt(0).toUpperCase() + receiver.slice(1);
  if (!isClientClass(name) || !isNobodys(linker, value) || isLibrarys(value)) return undefined;
  const span = spanOf(module, node);
  return withGlobal(linker, [`${namedPrefix}${name}`], span, (made) => {
    // Several applications may have one each: it is that of the caller's own.
    const all = (made.kind === "union" ? made.members : [made]).filter((one) => one.kind === "class");
    const methods = nearestTo(all, module.path, ({ site }) => site.module.path).map((cls) =>
      memberOf(linker, { ...cls, instance: true }, method),
    );
    return methods.length === 0 ? undefined : unionOf(span, methods);
  });
}

/** Whether a value comes out of a package, and not by way of something that the project put there. */
function isLibrarys(value: Value): boolean {
  return value.kind === "external" && value.source !== "" && !value.path.includes("()");
}
