// The functions that hand names on, by the names that they are called by: a call of what nobody sees may be one of them.
import { compareText } from "../../diagnostics/diagnostic.js";
import { alikePrefix, isTelling } from "../emissions/alike.js";
import type { Word } from "../words/words.js";

export type Alike = {
  /** Takes the names that lead to a function's callers. */
  readonly note: (id: string, words: readonly Word[]) => void;
  readonly has: (name: string) => boolean;
  /** The functions by a name, as a look asks for them; undefined where it asks for something else. */
  readonly under: (key: string) => readonly string[] | undefined;
};

/** More functions of one name are everybody's. */
const most = 6;

export function openAlike(): Alike {
  const known = new Map<string, readonly string[]>();
  return {
    note(id, words) {
      for (const { word, isHanded } of words) {
        if (isHanded === true || !isTelling(word)) continue;
        const ids = known.get(word) ?? [];
        if (!ids.includes(id)) known.set(word, [...ids, id].sort(compareText));
      }
    },
    has: (name) => known.has(name),
    under(key) {
      if (!key.startsWith(alikePrefix)) return undefined;
      const ids = known.get(key.slice(alikePrefix.length)) ?? [];
      return ids.length > most ? [] : ids;
    },
  };
}
