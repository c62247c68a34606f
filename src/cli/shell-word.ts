// Writes words into commands that users are told to type.

/** A word as a POSIX shell takes it for one: quoted where it has to be. */
export function shellWord(text: string): string {
  return /^[\w./@%+=:,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
