// Sorts hundreds of events into files by what their names have in common, so that a person finds them.
import { compareText } from "../diagnostics/diagnostic.js";
import { wordsOf } from "../rules/names.js";

/** So many events are read in one file. */
const oneFile = 25;
/** Fewer events than these have no file of their own. */
const smallest = 4;

/** The file of each event, relative to the plan folder: `events.yaml`, or `events/checkout.yaml` and others. */
export function filesByTopic(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const sorted = [...names].sort(compareText);
  if (sorted.length <= oneFile) return new Map(sorted.length === 0 ? [] : [["events.yaml", sorted]]);
  const topics = new Map<string, string[]>();
  for (const name of sorted) {
    const topic = slug(topicOf(name));
    const group = topics.get(topic);
    if (group === undefined) topics.set(topic, [name]);
    else group.push(name);
  }
  const files = new Map<string, string[]>();
  for (const [topic, group] of topics) {
    const path = group.length < smallest || topic === "" ? "events/other.yaml" : `events/${topic}.yaml`;
    files.set(path, [...(files.get(path) ?? []), ...group]);
  }
  return new Map(
    [...files]
      .map(([path, group]) => [path, group.sort(compareText)] as const)
      .sort(([a], [b]) => compareText(a, b)),
  );
}

/**
 * What stands in brackets, as in `Fetch Feed - [Inbox]`, or before a separator, as in `API Monitoring: Page visited`;
 * the first word where there is neither.
 */
function topicOf(name: string): string {
  const bracketed = /\[([^\]]{2,40})\]/.exec(name)?.[1];
  if (bracketed !== undefined) return bracketed;
  const parted = /^(.{2,40}?)(?::+|\s[-–|>]+\s|\/|\.|__)\s*\S/.exec(name)?.[1];
  return parted ?? wordsOf(name)[0] ?? "";
}

function slug(text: string): string {
  return wordsOf(text.normalize("NFKD"))
    .map((word) => word.toLowerCase().replace(/[^a-z0-9]/g, ""))
    .filter((word) => word !== "")
    .join("-")
    .slice(0, 40)
    .replace(/-+$/, "");
}
