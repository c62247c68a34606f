// Where the callers of a function are looked for that hands names on: under its names, and under the message that it
// listens to.

import type { Effect } from "../effects/effects.js";
import { type Listener, listenerOf, sendersTo } from "../effects/messages/channels.js";
import { reachedBy } from "../effects/reach.js";
import { Astray, type Handed } from "../emissions/handed.js";
import { apart, type Linker, workOf } from "../values/linker.js";
import { basisOf, pinnedBy, sameTexts } from "../values/seen.js";
import { placeOfId } from "../values/values.js";
import type { Word } from "../words/words.js";
import type { Budgets } from "./budgets.js";
import { unlessTooDeep } from "./overflow.js";
import type { Project } from "./project.js";
import type { OwnerRecord } from "./record.js";

/** A listener, and the look that found it. */
export type HeardListener = Listener & { readonly version: number };

export type Callers = {
  /** The words that lead to who calls a function, by its identity. */
  readonly of: (id: string) => readonly Word[];
  /** What was found to listen so far. */
  readonly listeners: readonly HeardListener[];
  /** All looks, for a later scan. */
  readonly looks: ReadonlyMap<string, readonly OwnerRecord[]>;
};

/**
 * `effects` are those that functions have, and `version` gives a number that no look has. Nothing listens where `reach`
 * says alone which words lead to callers.
 */
export function openCallers(
  project: Project,
  effects: ReadonlyMap<string, readonly Handed[]>,
  budgets: Budgets,
  version: () => number,
  reach?: (linker: Linker, id: string, effects: readonly Effect[]) => readonly Word[],
): Callers {
  const { linker, past } = project;
  const listeners: HeardListener[] = [];
  const looks = new Map<string, OwnerRecord[]>();

  const look = (
    id: string,
    had: readonly Handed[],
    most: number,
  ): { readonly record: OwnerRecord; readonly listener?: HeardListener; readonly isTorn: boolean } => {
    const search = () => {
      const own = version();
      const handed = had.map(({ effect }) => effect());
      const found = reach === undefined ? listenerOf(linker, id, handed) : undefined;
      const listener = found === undefined ? undefined : { ...found, version: own };
      // A method that listens may be called by its name, too.
      const reached = reach ?? reachedBy;
      const named = found?.at === undefined || found.kind !== undefined ? reached(linker, id, handed) : [];
      const words = found === undefined ? named : [...named, ...sendersTo(found)];
      const record: OwnerRecord = {
        version: own,
        work: workOf(linker),
        basis: basisOf(linker.seen),
        effects: had.map((one) => one.id),
        words,
        listener:
          found === undefined
            ? undefined
            : {
                kind: found.kind,
                channel: found.channel,
                at: found.at,
                words: found.words,
                makers: found.makers,
              },
      };
      return { record, ...(listener !== undefined && { listener }), isTorn: linker.seen.isTorn };
    };
    return apart(linker, search, undefined, most);
  };

  /** The same as an earlier scan found it. */
  const again = (
    id: string,
    had: readonly Handed[],
    { listener, version: own, basis, work }: OwnerRecord,
  ): HeardListener | undefined =>
    listener === undefined
      ? undefined
      : {
          ...listener,
          version: own,
          listener: () => {
            const found = apart(
              linker,
              () =>
                listenerOf(
                  linker,
                  id,
                  had.map(({ effect }) => effect()),
                ),
              pinnedBy(basis),
              work.most,
            );
            if (found === undefined) throw new Astray(id);
            return found.listener();
          },
        };

  const before = (id: string, had: readonly Handed[], most: number): OwnerRecord | undefined =>
    past?.owners(id).find(
      ({ effects: ids, basis, work }) =>
        work.most === most &&
        sameTexts(
          ids,
          had.map((one) => one.id),
        ) &&
        project.stands(basis),
    );

  const wordsTo = (id: string): readonly Word[] => {
    const had = effects.get(id) ?? [];
    const { file, start } = placeOfId(id);
    const most = budgets.of(file);
    const known = before(id, had, most);
    if (known !== undefined) project.takeOver(known.basis);
    const { record, listener, isTorn } =
      known === undefined
        ? look(id, had, most)
        : { record: known, listener: again(id, had, known), isTorn: false };
    budgets.count(file, start, record.work);
    if (listener !== undefined) listeners.push(listener);
    if (!isTorn) looks.set(id, [...(looks.get(id) ?? []), record]);
    return record.words;
  };

  return {
    looks,
    listeners,
    of: (id) =>
      unlessTooDeep(
        () => wordsTo(id),
        () => {
          const { file, start } = placeOfId(id);
          project.giveUp(file, start, "Who calls this function leads too deep to be followed.");
          return [];
        },
      ),
  };
}
