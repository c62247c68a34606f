// Finds the name that is a comment to YAML: `#1 Viewed:` above the keys that were meant to be its own.

/** A comment is looked for in so many characters above a mistake. */
const reach = 2000;

export type CommentedName = {
  /** `#1 Viewed`. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
};

/** What is said of it, whatever went wrong below it. */
export function commentedNameText({ name }: CommentedName): {
  readonly message: string;
  readonly help: string;
} {
  return {
    message: `"${name}" is a comment to YAML: what stands below it goes to the entry above.`,
    help: `Quote the name: "${name.replaceAll('"', '\\"')}":.`,
  };
}

/**
 * The nearest comment above an offset that ends with a colon, as a name does, and stands further out than the line
 * of the offset. Lines between the two stand no further out.
 */
export function commentedName(text: string, offset: number): CommentedName | undefined {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const indent = indentOf(text.slice(lineStart, offset + 1));
  for (let end = lineStart - 1; end > 0 && lineStart - end < reach; ) {
    const start = text.lastIndexOf("\n", end - 1) + 1;
    const line = text.slice(start, end).trimEnd();
    const own = indentOf(line);
    if (own < indent && line !== "") return commentedNameAt(text, start + own);
    end = start - 1;
  }
  return undefined;
}

/** What to say where a parser stopped at such a comment, since a deeper line stands below it. */
export function commentedHint(
  text: string,
  start: number,
  code: string,
): ReturnType<typeof commentedNameText> | undefined {
  const found = code === "BAD_INDENT" ? commentedNameAt(text, start) : undefined;
  return found === undefined ? undefined : commentedNameText(found);
}

/** The one that begins at an offset. */
function commentedNameAt(text: string, start: number): CommentedName | undefined {
  const newline = text.indexOf("\n", start);
  const name = /^(#[^:]{0,200}[^:\s]):\s*$/.exec(text.slice(start, newline < 0 ? undefined : newline))?.[1];
  return name === undefined ? undefined : { name, start, end: start + name.length };
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
