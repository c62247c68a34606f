// Knows the anchors that GitHub gives to headings, so that links to them resolve.

/** A heading that others link to. */
export type Heading<Key> = { readonly key: Key | undefined; readonly text: string };

/**
 * The anchor of each heading of a page, given all of them in their order. A heading without letters or digits has
 * none: a link to it leads to its page.
 */
export function anchorsOf<Key>(headings: readonly Heading<Key>[]): ReadonlyMap<Key, string> {
  const taken = new Map<string, number>();
  const anchors = new Map<Key, string>();
  for (const { key, text } of headings) {
    const slug = headingSlug(text);
    let anchor = slug;
    let count = taken.get(slug) ?? 0;
    while (taken.has(anchor)) anchor = `${slug}-${++count}`;
    taken.set(slug, count);
    taken.set(anchor, taken.get(anchor) ?? 0);
    if (key !== undefined && anchor !== "") anchors.set(key, anchor);
  }
  return anchors;
}

/** GitHub's rule: lower case, spaces to hyphens, and only letters, digits, `_` and `-` stay. */
function headingSlug(text: string): string {
  const lower = text.replace(/\s+/g, " ").trim().toLowerCase();
  // The pattern over all of Unicode takes a millisecond to get ready.
  const other = /^[\0-\x7f]*$/.test(lower) ? /[^a-z0-9_\- ]/g : /[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- ]/gu;
  return lower.replace(other, "").replaceAll(" ", "-");
}
