// Writes `index.ts`: every name that users import, one by one, and nothing that they would not expect to load.
import type { OutputFile } from "../generator.js";
import type { Context } from "./context.js";
import { exportNames, moduleFile } from "./module-text.js";
import { groupName } from "./plan-module.js";
import { trackerExports } from "./tracker-module.js";
import { identifiersInUse, personType } from "./type-modules.js";

/** `index.ts`, without the validators: those are asked for. */
export function barrelModule(context: Context): OutputFile {
  const { specifier, plan, events, objects, types } = context;
  const groups = events.map(({ event }) => groupName(event, plan.identity.primary));
  const exports = [
    ...events.flatMap(({ creator, typeName, propertiesName, slug }) =>
      exportNames([creator], [typeName, propertiesName], specifier(`./events/${slug}`)),
    ),
    ...exportNames(
      [],
      objects.flatMap(({ attributesName, relationshipName }) => [attributesName, relationshipName]),
      specifier("./objects"),
    ),
    ...exportNames(
      [],
      [
        "Person",
        ...identifiersInUse(context).map((identifier) => personType(identifier, context)),
        "PersonAttributes",
        "PersonUpdate",
      ].sort(),
      specifier("./people"),
    ),
    ...exportNames(
      [],
      [
        ...new Set([
          "KnownEvent",
          "AnonymousEvent",
          "AnyoneEvent",
          "EventName",
          "PlanEvent",
          "WhoFor",
          ...groups,
        ]),
      ].sort(),
      specifier("./plan"),
    ),
    ...exportNames(trackerExports.values, trackerExports.types, specifier("./tracker")),
    ...exportNames(
      [],
      types.map(({ name }) => name),
      specifier("./types"),
    ),
    ...exportNames(["ViolationError"], ["Violation"], specifier("./violation")),
  ];
  return moduleFile(context, "index.ts", exports, []);
}
