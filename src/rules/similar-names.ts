// Finds names that people take for one another, in time linear in their number: rules report them.
import { compareText, type Located } from "../diagnostics/diagnostic.js";
import { editDistance } from "../diagnostics/did-you-mean.js";
import { letterPattern } from "../diagnostics/letters.js";
import { remembering, wordsOf } from "./names.js";

/** A name that may be taken for another one of its kind. */
export type NameUse = Located<string> & {
  /** Whether it is written as the plan says that such names are. */
  readonly conventional: boolean;
  /** How often it is used: of two, the rarer one is the mistake. */
  readonly uses: number;
  /** How much else speaks for it; of two that are written alike, the one with more is kept. */
  readonly evidence?: number;
};

/** How two names differ. */
export type Difference = "writing" | "order" | "abbreviation" | "plural" | "typo";

export type SimilarName = {
  readonly name: NameUse;
  /** The one that it is taken for. */
  readonly like: NameUse;
  readonly difference: Difference;
};

export type SimilarityRules = {
  /** Whether the order of words counts for nothing, as in `Checkout Started` and `Started Checkout`. */
  readonly anyOrder: boolean;
  /** Whether short forms such as `val` and `qty` stand for their words. */
  readonly abbreviations: boolean;
  /** False for two names that are meant to be apart, though they differ that little. */
  readonly mayBeMistaken?: (a: string, b: string, difference: Difference) => boolean;
};

/** The names that are taken for another one, each once, with the one to keep. */
export function similarNames(
  names: readonly NameUse[],
  rules: SimilarityRules,
): ReadonlyMap<string, SimilarName> {
  const found = new Map<string, SimilarName>();
  // The one to keep of any two comes first.
  const ranked = names.toSorted(
    (a, b) =>
      Number(b.conventional) - Number(a.conventional) ||
      (rules.abbreviations ? shortForms(a.value) - shortForms(b.value) : 0) ||
      (b.evidence ?? 0) - (a.evidence ?? 0) ||
      b.uses - a.uses ||
      compareText(a.span.file, b.span.file) ||
      a.span.start - b.span.start,
  );
  const add = (name: NameUse, like: NameUse | undefined, difference: Difference): void => {
    if (like === undefined || like.value === name.value || found.has(name.value)) return;
    if (rules.mayBeMistaken?.(name.value, like.value, difference) === false) return;
    found.set(name.value, { name, like, difference });
  };
  const keyed = ranked.map((name) => ({ name, keys: keysOf(name.value, rules) }));
  for (const difference of ["writing", "order", "abbreviation", "plural"] as const) {
    // Without them, its keys are those of the order.
    if (difference === "abbreviation" && !rules.abbreviations) continue;
    const firsts = new Map<string, NameUse>();
    for (const { name, keys } of keyed) {
      const key = keys[difference];
      const first = firsts.get(key);
      if (first === undefined) firsts.set(key, name);
      else add(name, first, difference);
    }
  }
  for (const [name, like] of typos(keyed)) add(name, like, "typo");
  // What is like a name that is itself taken for another is held against that one. The one to keep ranks higher
  // than what is like it, so this ends.
  return new Map(
    [...found].map(([value, similar]) => {
      let last = similar;
      for (let next = found.get(last.like.value); next !== undefined; next = found.get(last.like.value))
        last = next;
      return [value, { name: similar.name, like: last.like, difference: last.difference }];
    }),
  );
}

export type Keys = { readonly [key in Exclude<Difference, "typo">]: string } & {
  readonly words: readonly string[];
};

/** What two names have in common that differ so alone; the words in lower case. */
export function keysOf(name: string, { anyOrder, abbreviations }: SimilarityRules): Keys {
  const words = wordsOf(name.normalize("NFKC")).map(plainWord);
  const writing = withoutSeparators(words.join(""));
  const phrase = (list: readonly string[]): string => (anyOrder ? anyOrderKey(list) : list.join(" "));
  const full = abbreviations ? words.map((word) => longForms.get(word) ?? word) : words;
  const singulars = full.map(singular);
  const order = phrase(words);
  const abbreviation = isSame(full, words) ? order : phrase(full);
  return {
    words,
    writing: writing === "" ? name : writing,
    order,
    abbreviation,
    plural: isSame(singulars, full) ? abbreviation : phrase(singulars),
  };
}

/** Names are made of the same words over and over. */
const plainWord = remembering((word) => word.toLowerCase().replace(/['’,:;!?"()&]/gu, ""));

function withoutSeparators(text: string): string {
  // Nearly all: only words with a hyphen, a dot or a slash of their own have any left.
  if (/^[a-z0-9]*$/.test(text)) return text;
  // In ASCII those are the hyphen and the underscore.
  const separators = /^[\0-\x7f]*$/.test(text) ? /[-_\s./]+/g : /[\p{Pd}\p{Pc}\s./]+/gu;
  return text.replace(separators, "");
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.every((word, at) => word === b[at]);
}

/** Words that say which is which: `User Added to Group` is not `Group Added to User`. */
const directions = new Set("to from into onto of by for with against after before".split(" "));

function anyOrderKey(words: readonly string[]): string {
  if (!words.some((word) => directions.has(word))) return words.toSorted(compareText).join(" ");
  const parts: string[][] = [[]];
  for (const word of words) {
    if (directions.has(word)) parts.push([word]);
    else parts.at(-1)?.push(word);
  }
  return parts.map((part) => part.sort(compareText).join(" ")).join("|");
}

const noPlurals = new Set(
  "news sms gps sos status address business process access success progress".split(" "),
);

const singular = remembering((word) => {
  if (word.length < 4 || noPlurals.has(word) || /(?:ss|us|is)$/.test(word)) return word;
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh|zz)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith("s") ? word.slice(0, -1) : word;
});

/** Short forms that stand for one word alone. */
const longForms: ReadonlyMap<string, string> = new Map(
  (
    "val=value qty=quantity quant=quantity amt=amount num=number nr=number cnt=count desc=description " +
    "descr=description prod=product cust=customer curr=currency addr=address msg=message pct=percent perc=percent " +
    "img=image pic=picture org=organization acct=account txn=transaction cfg=config ref=reference cat=category " +
    "lang=language loc=location pos=position subtot=subtotal tot=total avg=average ts=timestamp pwd=password " +
    "attr=attribute prev=previous max=maximum min=minimum disc=discount inv=invoice pmt=payment"
  )
    .split(" ")
    .map((pair): [string, string] => {
      const [short = "", long = ""] = pair.split("=");
      return [short, long];
    }),
);

function shortForms(name: string): number {
  return wordsOf(name).filter((word) => longForms.has(word.toLowerCase())).length;
}

type Keyed = { readonly name: NameUse; readonly keys: Keys };

/** Pairs of names that differ by a typo in one word. The one to keep is the second. */
function* typos(keyed: readonly Keyed[]): Generator<[NameUse, NameUse]> {
  const counts = new Map<string, number>();
  const byWords = new Map<string, { readonly name: NameUse; readonly rank: number }>();
  for (const { keys } of keyed) {
    for (const [at, word] of keys.words.entries())
      if (keys.words.indexOf(word) === at) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const near = nearWords(counts);
  if (near.size === 0) return;
  for (const [rank, { name, keys }] of keyed.entries()) {
    const key = keys.words.join(" ");
    if (!byWords.has(key)) byWords.set(key, { name, rank });
  }
  for (const [rank, { name, keys }] of keyed.entries()) {
    for (const [at, word] of keys.words.entries()) {
      for (const other of near.get(word) ?? []) {
        const like = byWords.get(keys.words.with(at, other).join(" "));
        if (like !== undefined && like.rank < rank) yield [name, like.name];
      }
    }
  }
}

/** So many words that are alike but for one letter are a family, such as codes, and no typos. */
const familySize = 30;

const lettersOnly = letterPattern(String.raw`^[\p{L}]{4,40}$`);

/** The words that are a typo apart: found by what is left of them without one letter. */
function nearWords(counts: ReadonlyMap<string, number>): ReadonlyMap<string, readonly string[]> {
  const byRest = new Map<string, string[]>();
  const near = new Map<string, string[]>();
  for (const word of [...counts.keys()].sort(compareText)) {
    // No digits: step 1 is not step 2. A word of hundreds of letters is none.
    if (!lettersOnly(word).test(word)) continue;
    const rests = new Set([word]);
    for (let at = 0; at < word.length; at++) rests.add(word.slice(0, at) + word.slice(at + 1));
    const candidates = new Set<string>();
    for (const rest of rests) {
      const sharing = byRest.get(rest);
      if (sharing === undefined) byRest.set(rest, [word]);
      else {
        for (const other of sharing) candidates.add(other);
        if (sharing.length < familySize) sharing.push(word);
      }
    }
    for (const other of candidates) {
      if (!isTypo(word, other, counts)) continue;
      near.set(word, [...(near.get(word) ?? []), other]);
      near.set(other, [...(near.get(other) ?? []), word]);
    }
  }
  return near;
}

/** Real words that are a letter apart, both of which names are made of. */
export const twins: ReadonlySet<string> = new Set(
  "competed completed|contacted contracted|inserted inverted|recorded reworded|unloaded uploaded|conversion conversation|trail trial|causal casual|angel angle".split(
    "|",
  ),
);

function isTypo(a: string, b: string, counts: ReadonlyMap<string, number>): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length < 5 || editDistance(a, b, 1) !== 1) return false;
  if (twins.has([a, b].sort(compareText).join(" "))) return false;
  const sameLetters = [...a].sort().join("") === [...b].sort().join("");
  if (sameLetters) return short.length >= 5;
  if (short.length === long.length)
    return short.length >= 8 && short[0] === long[0] && short.at(-1) === long.at(-1);
  if (singular(long) === short) return false;
  // A letter too few or too many. Where it is one of a pair, or the word is long, no other word is meant.
  if (/(.)\1/u.test(long) && long.replace(/(.)\1/gu, "$1") === short.replace(/(.)\1/gu, "$1"))
    return short.length >= 5;
  if (short[0] !== long[0]) return false;
  // In a short word it takes more: one that stands in many names, and one that stands in this one alone.
  const few = Math.min(counts.get(a) ?? 0, counts.get(b) ?? 0);
  const many = Math.max(counts.get(a) ?? 0, counts.get(b) ?? 0);
  return long.length >= 8 || (few === 1 && many >= 4);
}

/** How a name differs from the one that it is taken for, as the end of a sentence. */
export function differenceText({ name, like, difference }: SimilarName): string {
  const other = `"${like.value}"`;
  switch (difference) {
    case "writing":
      return `differs from ${other} in casing, spaces or punctuation alone`;
    case "order":
      return `has the words of ${other} in another order`;
    case "abbreviation":
      return name.value.length < like.value.length
        ? `is ${other} with a word cut short`
        : `is ${other} with a word written out`;
    case "plural":
      return `differs from ${other} in singular and plural alone`;
    case "typo":
      return `is a typo away from ${other}`;
  }
}
