// The keys under which functions that hand names on are handed to components and others, and further from those to what
// they are made of: `<Panel onAction={track} />`, and in it `<Row onDone={onAction} />`.
import { type HandedOn, placePrefix } from "../effects/handed-props.js";
import type { Word } from "../words/words.js";

export type HandedKeys = {
  /** Takes a word for a key; false where that was known. */
  readonly learn: (word: Word) => boolean;
  /** How often something was learned. */
  readonly count: () => number;
  /** The names of what functions are handed to under a key. */
  readonly under: (key: string) => readonly string[];
  /** What a file hands on of that, where it hands on some names of functions, too. */
  readonly further: (handed: readonly HandedOn[], isWanted: (name: string) => boolean) => readonly Word[];
};

/** What is sought for a key: of the place of an argument, what is called there. */
export function soughtFor(word: Word): Word {
  const [name] = word.beside;
  return word.word.startsWith(placePrefix) && name !== undefined ? { ...word, word: name } : word;
}

/** Stands for whatever has a key. */
const anything = "";

/** A key that is handed to more than these is everybody's. */
const mostNames = 200;

/** `isOpen` tells whether something may be learned: what is guessed is followed by no key. */
export function openHandedKeys(isOpen: () => boolean): HandedKeys {
  const keys = new Map<string, readonly string[]>();
  const under = (key: string): readonly string[] => keys.get(key) ?? [];
  const isGiven = (key: string, within: readonly string[]): boolean =>
    under(key).some((name) => name === anything || within.includes(name));
  let learned = 0;
  return {
    under,
    count: () => learned,
    learn({ word, beside }) {
      if (!isOpen()) return false;
      const known = under(word);
      const names = beside.length === 0 ? [anything] : beside;
      const fresh = names.filter((name) => !known.includes(name));
      if (fresh.length === 0 || known.length + fresh.length > mostNames) return false;
      keys.set(word, [...known, ...fresh]);
      learned++;
      return true;
    },
    further: (handed, isWanted) =>
      (isOpen() ? handed : []).flatMap(({ from, to, beside, within }): readonly Word[] => {
        // What is called in it by that name is given at that place.
        if (from.startsWith(placePrefix))
          return isGiven(from, within) ? [{ word: to, beside, isHanded: true }] : [];
        if (from === "")
          return [...keys.keys()].flatMap((key) =>
            isGiven(key, within) ? [{ word: key, beside, isHanded: true }] : [],
          );
        const isHanded = within.length === 0 ? isWanted(from) : isGiven(from, within);
        if (!isHanded) return [];
        return to.startsWith(placePrefix)
          ? beside.map((name) => ({ word: to, beside: [name], isHanded: true }))
          : [{ word: to, beside, isHanded: true }];
      }),
  };
}
