// Writes text as YAML, for hints and fixes.

/** Text in quotes that YAML reads back as the same text. */
export function quoted(text: string): string {
  return text.includes('"') && !/[\\\n]/.test(text)
    ? `'${text.replaceAll("'", "''")}'`
    : JSON.stringify(text);
}

/** A name as YAML text: plain where that is safe, quoted otherwise. */
export function yamlScalar(text: string): string {
  const plain =
    /^[\p{L}][\p{L}\p{N}_ .&'-]*$/u.test(text) && !/\s$/.test(text) && !/^(?:null|true|false)$/i.test(text);
  return plain ? text : JSON.stringify(text);
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
