// Characters that nobody sees, or can tell from a space: what pasting from a document leaves in names.

/** Spaces that are not the one of the keyboard; the wide one of Chinese and Japanese is seen, and left alone. */
const spaces = "\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f";
/** What takes no room: soft hyphens, marks of direction, joiners of words, fillers. */
const nothing =
  "\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180e\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\u3164\\ufeff\\uffa0";
/** Joiners of letters are writing in Persian, in Indic scripts and in emoji; beside ASCII they join nothing. */
const joiners = "(?<=[\\x00-\\x7f]|^)[\\u200c\\u200d]|[\\u200c\\u200d](?=[\\x00-\\x7f]|$)";
const invisible = new RegExp(`[${spaces}${nothing}]|${joiners}`, "g");
const space = new RegExp(`[${spaces}]`);
const ascii = /^[\x00-\x7f]*$/;

/** The name with its odd spaces as plain ones, and without what can't be seen; the name itself where it has none. */
export function withoutInvisible(name: string): string {
  if (ascii.test(name)) return name;
  return name.replace(invisible, (character) => (space.test(character) ? " " : ""));
}

/** The first character of a name that can't be seen, as Unicode numbers it: `U+00A0`. */
export function firstInvisible(
  name: string,
): { readonly code: string; readonly isSpace: boolean } | undefined {
  if (ascii.test(name)) return undefined;
  invisible.lastIndex = 0;
  const found = invisible.exec(name)?.[0];
  if (found === undefined) return undefined;
  const code = `U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
  return { code, isSpace: space.test(found) };
}

/** Whether a name is the other but for what nobody sees: spaces at its ends, and signs that can't be seen. */
export function isHiddenVariant(name: string, of: string): boolean {
  return name !== of && withoutInvisible(name).trim() === withoutInvisible(of).trim();
}

/** A text for people in which such characters are spelled out, `\u{a0}`: two names in it that differ look different. */
export function spellInvisible(text: string): string {
  if (ascii.test(text)) return text;
  return text.replace(invisible, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`);
}
