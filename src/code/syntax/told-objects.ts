// What actions of a store say about themselves for analytics: `{ type, payload, meta: { analytics: { category, action } } }`,
// which a middleware sends.
import type { Node, ObjectExpression } from "oxc-parser";
import { bare, keyName } from "./syntax.js";

/** Keys under which an action says so. */
const saying =
  /^(?:analytics|tracking|track|metric|telemetry|segment|mixpanel|amplitude|posthog|ga|gtm)(?:Event|Data|Info|Meta)?$/;
/** Keys that may hold something else, unless a category is beside the action. */
const loose = /^(?:report|reporting|metrics|beacon|log)$/;
/** Keys of what is told, one of which is there. */
const names: ReadonlySet<string> = new Set([
  ...["event", "eventName", "event_name", "eventPayload", "action", "category", "name"],
]);

/** The same in the bytes of a file. */
export const toldPattern =
  /\b(?:(?:analytics|tracking|track|metric|telemetry|segment|mixpanel|amplitude|posthog|ga|gtm)(?:Event|Data|Info|Meta)?|report|reporting|metrics|beacon|log)\s*:\s*[{[]/;

/** The objects that an action which is written out has under `meta` for analytics. */
export function toldIn(action: ObjectExpression): readonly ObjectExpression[] {
  if (action.properties.length > 12) return [];
  const meta = valueAt(action, "meta");
  if (meta === undefined || (valueAt(action, "type") ?? valueAt(action, "payload")) === undefined) return [];
  return objectsIn(meta).flatMap((one) =>
    one.properties.flatMap((property) => {
      const key = property.type === "Property" ? keyName(property.key, property.computed) : undefined;
      if (property.type !== "Property" || key === undefined) return [];
      const isLoose = loose.test(key);
      if (!isLoose && !saying.test(key)) return [];
      return objectsIn(property.value).filter((told) => {
        const keys = told.properties.flatMap((each) =>
          each.type === "Property" ? (keyName(each.key, each.computed) ?? []) : [],
        );
        return isLoose ? keys.includes("category") : keys.some((each) => names.has(each));
      });
    }),
  );
}

/** What stands under a key of the action around such an object: its type. */
export function typeOf(
  module: { readonly scopeOf: ReadonlyMap<Node, unknown> },
  told: ObjectExpression,
): Node | undefined {
  let around: ObjectExpression | undefined;
  for (const node of module.scopeOf.keys())
    if (node.type === "ObjectExpression" && node.start < told.start && node.end > told.end)
      if (toldIn(node).includes(told)) around = node;
  return around === undefined ? undefined : valueAt(around, "type");
}

function valueAt({ properties }: ObjectExpression, key: string): Node | undefined {
  const found = properties.find((one) => one.type === "Property" && keyName(one.key, one.computed) === key);
  return found?.type === "Property" ? found.value : undefined;
}

/** The objects that an expression may be, as they are written. */
function objectsIn(node: Node): readonly ObjectExpression[] {
  switch (node.type) {
    case "ObjectExpression":
      return [node];
    case "ConditionalExpression":
      return [...objectsIn(node.consequent), ...objectsIn(node.alternate)];
    case "LogicalExpression":
      return objectsIn(node.right);
    case "ArrayExpression":
      return node.elements.flatMap((one) => (one === null ? [] : objectsIn(one)));
    case "ParenthesizedExpression":
    case "TSAsExpression":
    case "TSSatisfiesExpression":
      return objectsIn(bare(node));
    default:
      return [];
  }
}
