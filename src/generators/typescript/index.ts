// The TypeScript target: event creators, types, a tracker and validators, a module an event.
import type { Plan } from "../../plan/plan.js";
import type { Generator, OptionValues } from "../generator.js";
import { barrelModule } from "./barrel-module.js";
import { makeContext, type Options } from "./context.js";
import { eventModule } from "./event-module.js";
import { planModule } from "./plan-module.js";
import { trackerModule, violationModule } from "./tracker-module.js";
import { objectsModule, peopleModule, typesModule } from "./type-modules.js";
import { validatorModules } from "./validator-modules.js";

export const typescript: Generator = {
  id: "typescript",
  summary: "Typed event creators, types, a tracker and validators, without a dependency.",
  folder: "generated/typescript",
  options: {
    extension: {
      type: "enum",
      values: ["js", "ts", "none"],
      default: "js",
      description: "How imports between the generated modules end.",
    },
    source: {
      type: "string",
      default: undefined,
      description: "Generate only what this source sends: its events, its properties, its attributes.",
    },
    validators: {
      type: "boolean",
      default: true,
      description: "Generate the run-time validators, in validators/.",
    },
  },
  generate(plan: Plan, values: OptionValues) {
    const { context, diagnostics } = makeContext(plan, optionsOf(values));
    const files = [
      barrelModule(context),
      ...context.events.map((entry) => eventModule(entry, context)),
      ...objectsModule(context),
      peopleModule(context),
      planModule(context),
      trackerModule(context),
      violationModule(context),
      ...typesModule(context),
      ...(context.options.validators ? validatorModules(context) : []),
    ];
    return { files, diagnostics };
  },
};

/** How code calls what is generated for an event. */
export type Emitter = {
  readonly creator: string;
  /** Its module, relative to the target's folder, without an ending: `events/order-completed`. */
  readonly module: string;
  /** Whether the creator takes the properties. */
  readonly takes: "nothing" | "perhaps" | "properties";
};

/** The emitters of a plan's events by name, as `generate` makes them. */
export function emittersOf(plan: Plan, values: OptionValues): ReadonlyMap<string, Emitter> {
  const { context } = makeContext(plan, optionsOf(values));
  return new Map(
    context.events.map(({ event, creator, slug, shapes }) => {
      const empty = event.open === false && shapes.every(({ properties }) => properties.length === 0);
      const optional = shapes.some(({ properties }) => properties.every(({ required }) => !required));
      const takes = empty ? "nothing" : optional ? "perhaps" : "properties";
      return [event.name.value, { creator, module: `events/${slug}`, takes }];
    }),
  );
}

function optionsOf({ extension, source, validators }: OptionValues): Options {
  return {
    extension: extension === "ts" || extension === "none" ? extension : "js",
    source: typeof source === "string" ? source : undefined,
    validators: validators !== false,
  };
}
