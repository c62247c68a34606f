// Files of nothing but events, which large plans are made of: each is read when its events are, and its tree let go
// then. Trees of a whole plan are most of what a load holds, and what collecting garbage would go through again and again.
import type { SourceFile } from "../diagnostics/diagnostic.js";
import type { Context } from "./context.js";
import { aliasesOf, nameAll } from "./declarations.js";
import type { PlanEvent } from "./plan.js";
import { readFile } from "./recover.js";
import type { Sharing } from "./sharing.js";
import { type Entry, isEmpty } from "./tree.js";

/**
 * Thrown, always the same one, where something is wrong with what such a file declares: that may be of weight for what
 * was read before it, so that the plan has to be read again with all that it declares known first.
 */
export const readAtOnce: Error = new Error("a file of events that has to be read before anything else");

/** Lines that are not indented, comments aside: the keys of a file. */
const unindented = /^[^ \n#].*/gm;

/** True for a file whose only section is its events, as far as its lines tell. */
export function holdsOnlyEvents({ path, text }: SourceFile): boolean {
  if (path.endsWith(".json")) return false;
  unindented.lastIndex = 0;
  const key = unindented.exec(text)?.[0];
  return key !== undefined && /^events: *(?: #.*)?$/.test(key) && unindented.exec(text) === null;
}

/** Declares and reads the events of such a file. */
export function readEventFile(
  context: Context,
  file: SourceFile,
  sharing: Sharing | undefined,
  read: (entry: Entry) => PlanEvent | undefined,
): readonly PlanEvent[] {
  const known = sharing?.eventsOf(context, file);
  if (known !== undefined) {
    for (const event of known) declareAgain(context, event);
    return known;
  }
  const entries = declaredEvents(context, file);
  const before = context.collector.size;
  const events = entries.flatMap((entry) => read(entry) ?? []);
  if (context.collector.size === before) sharing?.keepEvents(context, file, events);
  return events;
}

function declaredEvents(context: Context, file: SourceFile): readonly Entry[] {
  const { root, problems } = readFile(file);
  const [section, second] = root?.kind === "map" ? root.entries : [];
  if (problems.length > 0 || section?.key.text !== "events" || second !== undefined) throw readAtOnce;
  if (isEmpty(section.value)) return [];
  if (section.value.kind !== "map") throw readAtOnce;
  const before = context.collector.size;
  const entries = nameAll(context, "event", context.uniqueKeys(section.value.entries));
  if (context.collector.size > before) throw readAtOnce;
  for (const entry of entries) noteAliases(context, entry.key.text, aliasesOf(entry));
  return entries;
}

/** Declares an event that was read by an earlier load. */
function declareAgain(context: Context, { name, aliases }: PlanEvent): void {
  const { event: names } = context.names;
  if (names.has(name.value)) throw readAtOnce;
  names.set(name.value, name.span);
  noteAliases(
    context,
    name.value,
    aliases.map(({ value }) => value),
  );
}

/** Of a wrong spelling that two events list, the first one of all files counts. */
function noteAliases(context: Context, event: string, aliases: readonly string[]): void {
  for (const alias of aliases) {
    if (context.aliases.has(alias)) throw readAtOnce;
    context.aliases.set(alias, event);
  }
}
