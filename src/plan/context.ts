// What reading a plan carries along: the readers of values, the findings, and the names that exist.
import type { Located, Span } from "../diagnostics/diagnostic.js";
import { didYouMean } from "../diagnostics/did-you-mean.js";
import { isHiddenVariant, spellInvisible, withoutInvisible } from "../diagnostics/invisible.js";
import { NameList } from "./name-list.js";
import { shorten } from "./tree.js";
import { ValueReader } from "./value-reader.js";
import { yamlScalar } from "./yaml-text.js";

export type { Fields } from "./mapping-reader.js";

/** The kinds of names that a plan declares and refers to. */
export const nameKinds = ["type", "group", "event", "source", "object", "sequence", "consumer"] as const;
export type NameKind = (typeof nameKinds)[number];

/** A name as people see it. */
function plainName(name: string): string {
  return withoutInvisible(name).trim();
}

const comparisonLimit = 1_000_000;

/** Lives for one load. */
export class Context extends ValueReader {
  readonly names: Readonly<Record<NameKind, Map<string, Span>>> = {
    type: new Map(),
    group: new Map(),
    event: new Map(),
    source: new Map(),
    object: new Map(),
    sequence: new Map(),
    consumer: new Map(),
  };
  /** Names that are declared in text that could not be read; references to them stay silent. */
  readonly unread: Readonly<Record<NameKind, Set<string>>> = {
    type: new Set(),
    group: new Set(),
    event: new Set(),
    source: new Set(),
    object: new Set(),
    sequence: new Set(),
    consumer: new Set(),
  };
  /** Kinds of which some names are unknown, because a part that holds them could not be read. */
  readonly unknown = new Set<NameKind>();
  /** Wrong spellings of events that the plan knows, and the event that each stands for. */
  readonly aliases = new Map<string, string>();
  /** Events some of whose properties could not be read: nothing is said of one that seems to be missing. */
  readonly incompleteEvents = new Set<string>();
  readonly #toldNames = new Set<string>();
  readonly #nameLists = new Map<NameKind, NameList>();
  #comparisons = 0;

  /** From now on no reference is called unknown: a part that may declare anything could not be read. */
  expectUnknownNames(): void {
    for (const kind of nameKinds) this.unknown.add(kind);
  }

  /** True where some part could not be read that may declare names. */
  isUncertain(): boolean {
    return this.unknown.size > 0 || nameKinds.some((kind) => this.unread[kind].size > 0);
  }

  /**
   * True where a name is declared; one that is nowhere is a finding. A `consumer` keeps what it refers to all the
   * same, so that whoever looks at consumers can say more of it.
   */
  reference(kind: NameKind, name: Located<string>, where: string, consumer?: string): boolean {
    const known = this.names[kind];
    if (known.has(name.value)) return true;
    if (this.unread[kind].has(name.value) || this.unknown.has(kind)) return false;
    const aliased = kind === "event" ? this.aliases.get(name.value) : undefined;
    const nearest = aliased ?? this.nearest(name.value, known);
    const place = nearest === undefined ? undefined : known.get(nearest);
    const meant = nearest === undefined ? "" : ` Did you mean "${nearest}"?`;
    const isHidden =
      nearest !== undefined && place !== undefined && plainName(nearest) !== nearest
        ? isHiddenVariant(nearest, name.value)
        : false;
    // The rules tell of events, whose names go over the wire; of the others it is told here, where the mistake is.
    if (isHidden && kind !== "event" && nearest !== undefined && place !== undefined) {
      this.#tellHidden(kind, { value: nearest, span: place }, name.span);
      return false;
    }
    const says = consumer === undefined ? "There is no" : `"${shorten(consumer)}" names the`;
    const nowhere = consumer === undefined ? "" : ", which is not in the plan";
    const kept = consumer === undefined ? {} : { hidesNothing: true as const };
    this.error(
      "unknown-reference",
      name.span,
      `${says} ${kind} "${shorten(name.value)}"${where === "" ? "" : ` ${where}`}${nowhere}.${meant}`,
      nearest === undefined
        ? {
            ...kept,
            help:
              known.size === 0
                ? `The plan declares no ${kind}s.`
                : this.namesOf(kind).like(name.value, `${kind}s`),
          }
        : {
            ...kept,
            ...(kind === "event" && consumer !== undefined && { event: nearest }),
            ...(aliased === undefined
              ? {}
              : { help: `The plan lists "${name.value}" among the wrong spellings of "${aliased}".` }),
            ...(place === undefined ? {} : { related: [{ message: "declared here", span: place }] }),
            ...(isHidden
              ? {
                  help: "It is declared with a space or a sign that can't be seen: mend it there.",
                  ...(place !== undefined && { followsFrom: place }),
                }
              : {
                  fixes: [
                    {
                      title: `change to "${nearest}"`,
                      safe: aliased !== undefined,
                      edits: [{ span: name.span, text: yamlScalar(nearest) }],
                    },
                  ],
                }),
          },
    );
    return false;
  }

  /** A name that is declared with what nobody sees, and meant without it: once, however often it is referred to. */
  #tellHidden(kind: NameKind, declared: Located<string>, reference: Span): void {
    const key = `${kind} ${declared.value}`;
    if (this.#toldNames.has(key)) return;
    this.#toldNames.add(key);
    this.error(
      "invalid-value",
      declared.span,
      `The name of the ${kind} "${spellInvisible(declared.value)}" has a space at its end or a sign that can't be seen, and is referred to without it.`,
      {
        help: `Write "${plainName(declared.value)}".`,
        related: [{ message: "referred to here", span: reference }],
      },
    );
  }

  /** The nearest of some names. After millions of comparisons, in a plan of thousands of mistakes, none. */
  nearest(
    name: string,
    known: ReadonlyMap<string, unknown>,
    others: readonly string[] = [],
  ): string | undefined {
    if (this.#comparisons > comparisonLimit) return undefined;
    this.#comparisons += known.size + others.length;
    return didYouMean(name, [...known.keys(), ...others]);
  }

  /** The names of a kind, once all of them are declared. */
  namesOf(kind: NameKind): NameList {
    const known = this.#nameLists.get(kind);
    if (known !== undefined) return known;
    const list = new NameList(this.names[kind].keys());
    this.#nameLists.set(kind, list);
    return list;
  }
}
