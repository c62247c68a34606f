// Writes `plan.ts`: the events by whom they may be about, and the type that holds a call to it.
import type { PlanEvent } from "../../plan/plan.js";
import type { OutputFile } from "../generator.js";
import type { Context } from "./context.js";
import { type Doc, group, hardline, indent, join, softline } from "./layout.js";
import { importTypes, moduleFile } from "./module-text.js";
import { docComment } from "./tsdoc.js";
import { type IdentifierName, identifiersInUse, personType } from "./type-modules.js";
import { typeAlias, unionLines } from "./type-text.js";

/** Events that may be about the same people. */
type EventGroup = {
  readonly name: string;
  readonly identifiers: readonly IdentifierName[];
  readonly comment: string;
  readonly events: readonly string[];
};

/** `plan.ts` */
export function planModule(context: Context): OutputFile {
  const groups = eventGroups(context);
  const people = identifiersInUse(context);
  const imports = [
    ...context.events.flatMap(({ typeName, slug }) =>
      importTypes([typeName], context.specifier(`./events/${slug}`)),
    ),
    ...importTypes(
      ["Person", ...people.map((identifier) => personType(identifier, context))],
      context.specifier("./people"),
    ),
  ];
  const rows = people.map((identifier) => {
    const allowed = groups.filter(({ identifiers }) => identifiers.includes(identifier));
    const events = allowed.map(({ name }) => name).join(" | ");
    return `([E] extends [${events}] ? ${personType(identifier, context)} : never)`;
  });
  return moduleFile(context, "plan.ts", imports, [
    ...groups.map(({ name, comment, events }) => [
      comments(comment),
      events.length === 0 ? `export type ${name} = never;` : typeAlias(name, unionOf(events)),
    ]),
    [comments("Every event of the plan."), typeAlias("PlanEvent", unionOf(groups.map(({ name }) => name)))],
    [comments("The names of the plan's events."), 'export type EventName = PlanEvent["event"];'],
    [
      comments(
        "Whom an event may be about. Of several events at once: whoever all of them may be about. Of what is " +
          "no event of the plan: anyone, so that the compiler blames the event and not the person.",
      ),
      "export type WhoFor<E> = [E] extends [PlanEvent]",
      indent(
        hardline,
        "?",
        indent(indent(hardline, "| ", join(rows, [hardline, "| "]))),
        hardline,
        ": Person;",
      ),
    ],
  ]);
}

function eventGroups(context: Context): readonly EventGroup[] {
  const { primary } = context.plan.identity;
  const groups = new Map<string, EventGroup & { readonly events: string[] }>();
  const add = (name: string, identifiers: readonly IdentifierName[], comment: string) =>
    groups.set(name, { name, identifiers, comment, events: [] });
  add("KnownEvent", [primary], "The events that are about a known person.");
  add("AnonymousEvent", ["anonymous"], "The events that are about a visitor who is not known yet.");
  add("AnyoneEvent", [primary, "anonymous"], "The events that may be about anyone, known or not.");
  for (const { event, typeName } of context.events) {
    const name = groupName(event, primary);
    if (!groups.has(name)) {
      const identifiers = identifiersOf(event, primary);
      add(name, identifiers, `The events that are about a person told by ${identifiers.join(" or ")}.`);
    }
    groups.get(name)?.events.push(typeName);
  }
  return [...groups.values()];
}

function identifiersOf(event: PlanEvent, primary: "id" | "email"): readonly IdentifierName[] {
  const { identity } = event;
  switch (identity.kind) {
    case "known":
      return [primary];
    case "anonymous":
      return ["anonymous"];
    case "any":
      return [primary, "anonymous"];
    case "identifiers": {
      const listed = new Set(identity.identifiers.map(({ value }) => value));
      return (["id", "email", "phone", "anonymous"] as const).filter((identifier) => listed.has(identifier));
    }
  }
}

/** The name of the union that an event belongs to: `KnownEvent`, `IdOrEmailEvent`. */
export function groupName(event: PlanEvent, primary: "id" | "email"): string {
  const identifiers = identifiersOf(event, primary);
  const same = (...others: IdentifierName[]) =>
    others.length === identifiers.length && others.every((one) => identifiers.includes(one));
  if (same(primary)) return "KnownEvent";
  if (same("anonymous")) return "AnonymousEvent";
  if (same(primary, "anonymous")) return "AnyoneEvent";
  return `${identifiers.map((one) => one.charAt(0).toUpperCase() + one.slice(1)).join("Or")}Event`;
}

function unionOf(names: readonly string[]): Doc {
  return group(indent(softline, unionLines(names)));
}

function comments(text: string): Doc {
  return docComment({ paragraphs: [text] }).map((row) => [row, hardline]);
}
