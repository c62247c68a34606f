// Which changes the plan agreed on: the entries of `breaks` that are new since the base, and what each of them names.
import type { AgreedBreak, Plan } from "../plan/plan.js";
import { type Change, pathText } from "./change.js";

/** An entry of `breaks` that the base does not have, and whether it names something that changed. */
export type Agreement = { readonly entry: AgreedBreak; readonly used: boolean };

/** Lives for one comparison. */
export class Agreed {
  readonly #byThing = new Map<string, AgreedBreak[]>();
  readonly #entries: readonly AgreedBreak[];
  readonly #used = new Set<AgreedBreak>();
  /** Old names by new ones. */
  readonly #renamed: ReadonlyMap<string, string>;

  constructor(before: Plan, after: Plan, renamed: ReadonlyMap<string, string>) {
    const old = new Set(before.breaks.map(keyOf));
    this.#entries = after.breaks.filter((entry) => !old.has(keyOf(entry)));
    this.#renamed = new Map([...renamed].map(([from, to]) => [to, from]));
    for (const entry of this.#entries) {
      const key = thingKey(entry.subject, entry.subject === "attribute" ? "" : entry.name.value);
      const known = this.#byThing.get(key);
      if (known === undefined) this.#byThing.set(key, [entry]);
      else known.push(entry);
    }
  }

  /** The entry that names a change; undefined for one that nobody agreed on. */
  of(change: Change): AgreedBreak | undefined {
    if (this.#entries.length === 0) return undefined;
    for (const { subject, names, inner, paths } of namesOf(change, this.#renamed)) {
      for (const name of names) {
        const entry = this.#byThing.get(thingKey(subject, name))?.find((one) => covers(one, inner, paths));
        if (entry === undefined) continue;
        this.#used.add(entry);
        return entry;
      }
    }
    return undefined;
  }

  /** To be asked for when every change was looked at. */
  all(): readonly Agreement[] {
    return this.#entries.map((entry) => ({ entry, used: this.#used.has(entry) }));
  }
}

/** Where a change is, in the words of an entry: it may be named in several ways. */
type Named = {
  readonly subject: AgreedBreak["subject"];
  readonly names: readonly string[];
  readonly inner: "property" | "attribute" | "relationship" | undefined;
  /** Now and before. */
  readonly paths: readonly string[];
};

function namesOf(change: Change, renamed: ReadonlyMap<string, string>): readonly Named[] {
  if (change.subject === "event") {
    const names = [
      change.event,
      ...(renamed.get(change.event) === undefined ? [] : [renamed.get(change.event) ?? ""]),
    ];
    return [{ subject: "event", names, inner: undefined, paths: [] }];
  }
  if (change.subject !== "property") {
    const subject = subjects[change.subject];
    if (subject === undefined) return [];
    const names =
      subject === "identity"
        ? [identityPart(change.kind)]
        : [change.name, String(change.before), change.name.split(".")[0] ?? ""];
    return [{ subject, names, inner: undefined, paths: [] }];
  }
  const { holder, path, via } = change;
  const now = pathText(path);
  const then = change.aspect === "renamed" ? pathText([...path.slice(0, -1), String(change.before)]) : now;
  const own = { paths: [now, then] };
  const byType: readonly Named[] =
    via === undefined
      ? []
      : [{ subject: "type", names: [via.type], inner: "property", paths: [pathText(via.path)] }];
  switch (holder.kind) {
    case "event": {
      const old = renamed.get(holder.name);
      const names = old === undefined ? [holder.name] : [holder.name, old];
      return [{ subject: "event", names, inner: "property", ...own }, ...byType];
    }
    case "person":
      return [{ subject: "attribute", names: [""], inner: "attribute", ...own }, ...byType];
    case "object":
      return [{ subject: "object", names: [holder.name], inner: "attribute", ...own }, ...byType];
    case "relationship":
      return [{ subject: "object", names: [holder.name], inner: "relationship", ...own }, ...byType];
    case "trigger":
      return [{ subject: "consumer", names: [holder.name], inner: "property", ...own }, ...byType];
  }
}

const subjects: { readonly [subject in Change["subject"]]?: AgreedBreak["subject"] } = {
  identity: "identity",
  source: "source",
  object: "object",
  target: "target",
  consumer: "consumer",
};

function identityPart(kind: Change["kind"]): string {
  if (kind.startsWith("identity-identifier")) return "also";
  return /^identity-(primary|type|anonymous|merge)/.exec(kind)?.[1] ?? "";
}

/** A path covers itself and what is inside of it; a type or a consumer alone covers whatever is inside. */
function covers(entry: AgreedBreak, inner: Named["inner"], paths: readonly string[]): boolean {
  if ((entry.subject === "type" || entry.subject === "consumer") && entry.inner === undefined) return true;
  const path = entry.subject === "attribute" ? entry.name.value : entry.inner?.path.value;
  if (path === undefined || inner === undefined) return path === undefined && inner === undefined;
  if (entry.subject !== "attribute" && entry.inner?.kind !== inner) return false;
  return paths.some((one) => one === path || one.startsWith(`${path}.`) || one.startsWith(`${path}[`));
}

function thingKey(subject: string, name: string): string {
  return JSON.stringify([subject, name]);
}

/** Two entries that name the same thing for the same reason are one. */
function keyOf({ subject, name, inner, reason, owner }: AgreedBreak): string {
  return JSON.stringify([subject, name.value, inner?.kind, inner?.path.value, reason.value, owner.value]);
}
