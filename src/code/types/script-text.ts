// Reads the scripts of a Vue or Svelte file as one script whose places are those of the whole file.

/** The text of the file with everything that is no script blanked out; line breaks stay. */
export function scriptText(text: string): string {
  const kept: { readonly start: number; readonly end: number }[] = [];
  for (const match of text.matchAll(/<script\b[^>]*>/gi)) {
    if (/\/>$/.test(match[0])) continue;
    const start = match.index + match[0].length;
    if (start < (kept.at(-1)?.end ?? 0)) continue;
    const end = text.slice(start).search(/<\/script\s*>/i);
    kept.push({ start, end: end === -1 ? text.length : start + end });
  }
  let from = 0;
  const parts: string[] = [];
  for (const { start, end } of kept) {
    parts.push(blank(text.slice(from, start)), text.slice(start, end));
    from = end;
  }
  return parts.join("") + blank(text.slice(from));
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, " ");
}
