// What a screen is given by who navigates to it: `useRoute().params` of React Navigation, and Expo's router.
import type { CallExpression } from "oxc-parser";
import type { ParameterValue, Site, Value } from "../values.js";

/** Stands for whoever navigates, as the owner of what is given. */
export const navigator = "navigation:0";

/** What a hook gives of the way to a screen; undefined where it is none of those. */
export function navigatedRoute(
  source: string,
  name: string,
  { typeArguments }: CallExpression,
  site: Site,
  span: Value["span"],
): ParameterValue | undefined {
  const isParams = source === "expo-router" && /^use(?:Local|Global)?SearchParams$/.test(name);
  if (!isParams && !(name === "useRoute" && source.startsWith("@react-navigation/"))) return undefined;
  const [type] = typeArguments?.params ?? [];
  return {
    kind: "parameter",
    span,
    owner: navigator,
    ownerName: "",
    name: "route",
    index: 0,
    path: isParams ? ["params"] : [],
    type: type === undefined || isParams ? undefined : { node: type, site },
  };
}
