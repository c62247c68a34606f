// What a path must hold for a .gitignore to speak of it: asking the rules themselves of each path takes most of the time
// of listing a project.

/** Matches every path that a rule of the text may match, or of which it may match a folder; and some more. */
export function touchedBy(text: string): RegExp {
  const needed = new Set<string>();
  for (const line of text.split(/\r?\n/)) {
    if (/^\s*$|^#/.test(line)) continue;
    const own = neededBy(line.replace(/^!/, ""));
    // A rule of signs alone may match anything.
    if (own === undefined) return /^/;
    needed.add(own);
  }
  return needed.size === 0 ? /(?!)/ : new RegExp([...needed].join("|"), "i");
}

/** The source of a pattern for the texts that a rule can't do without, in their order. */
function neededBy(rule: string): string | undefined {
  // What a class or an escape means is not worked out: what stands before it is needed all the same.
  const sign = rule.search(/[[\\]/);
  const isWhole = sign < 0;
  const parts = (isWhole ? rule : rule.slice(0, sign)).split("/");
  const needed: string[] = [];
  for (const [index, part] of parts.entries()) {
    const isCut = !isWhole && index === parts.length - 1;
    for (const { 0: run, index: at } of part.matchAll(/[^*?\s!]+/g)) {
      const begins = at === 0 ? "(?:^|/)" : "";
      const ends = at + run.length === part.length && !isCut ? "(?=/|$)" : "";
      needed.push(begins + run.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&") + ends);
    }
  }
  return needed.length === 0 ? undefined : needed.join("[^]*");
}
