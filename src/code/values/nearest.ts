// Which of several things belongs to a caller: one repository may hold several applications, and each has its own.

/** Where people keep applications and packages side by side. */
const aside = /^(?:.*?\/)?(?:apps|packages|services|projects|examples|templates|workspaces|plugins)\/[^/]+\//;

/** The folder of the application in which a file is, as far as folders say. */
function applicationOf(path: string): string {
  return aside.exec(path)?.[0] ?? path.slice(0, path.indexOf("/") + 1);
}

/** What lies in the caller's own application, where anything does; all where nothing does. */
export function inOwnApplication<T>(
  all: readonly T[],
  from: string,
  pathOf: (one: T) => string,
): readonly T[] {
  const own = applicationOf(from);
  const near = all.length < 2 ? [] : all.filter((one) => applicationOf(pathOf(one)) === own);
  return near.length === 0 ? all : near;
}

/** What lies the fewest folders away from a caller, in its own application where anything does. */
export function nearestTo<T>(all: readonly T[], from: string, pathOf: (one: T) => string): readonly T[] {
  if (all.length < 2) return all;
  const near = inOwnApplication(all, from, pathOf);
  const ways = near.map((one) => distance(pathOf(one), from));
  const least = Math.min(...ways);
  return near.filter((_, index) => ways[index] === least);
}

/** How many folders lie between two files, up and down. */
function distance(one: string, other: string): number {
  const [own, folders] = [one, other].map((path) => path.split("/").slice(0, -1));
  if (own === undefined || folders === undefined) return 0;
  const differs = folders.findIndex((folder, index) => folder !== own[index]);
  const common = differs < 0 ? folders.length : differs;
  return own.length + folders.length - 2 * common;
}
