// Where an import leads that no configuration explains: SvelteKit, Nuxt and bundlers know names of their own, which
// generated files or programs tell, so that a file that is there is the best answer.

/** The paths, without endings, that an import may mean by what such names mean as a rule; the nearest first. */
export function usualPaths(from: string, specifier: string): readonly string[] {
  const cut = specifier.indexOf("/");
  // A single word is a package's name, or too common to say anything.
  if (cut < 0 && !/^\$\w/.test(specifier)) return [];
  const head = cut < 0 ? specifier : specifier.slice(0, cut);
  const rest = cut < 0 ? "" : specifier.slice(cut);
  const word = head.replace(/^[@~#$]+/, "");
  const isScope = word !== "" && head.startsWith("@") && head.length === word.length + 1;
  const inside = isAlias(head) ? placesOf(word, rest.slice(1)) : [specifier, `src/${specifier}`];
  // A scoped package that is none of the project's is found nowhere, but folders may be called as its scope is.
  return foldersAbove(from).flatMap((folder) =>
    inside.filter((path) => !isScope || path !== rest.slice(1)).map((path) => `${folder}${path}`),
  );
}

function isAlias(head: string): boolean {
  return /^[@~#$]/.test(head);
}

/** `$lib/x` and `~components/x`; without a word, `@/x` and `~/x` are the folder of the sources. */
function placesOf(word: string, rest: string): readonly string[] {
  if (word === "") return [`src/${rest}`, `app/${rest}`, rest];
  const inner = rest === "" ? word : `${word}/${rest}`;
  return [`src/${inner}`, `app/${inner}`, inner];
}

/** The folders around a file, from its own to the root, each with `/` at its end. */
function foldersAbove(path: string): readonly string[] {
  const folders: string[] = [];
  for (let slash = path.lastIndexOf("/"); slash >= 0; slash = path.lastIndexOf("/", slash - 1)) {
    folders.push(path.slice(0, slash + 1));
    if (slash === 0) break;
  }
  return [...folders, ""];
}
