// Looks into answers whose shape is not promised: each value is what it is, or is not there.

export type JsonRecord = { readonly [key: string]: unknown };

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A list; an absent one is written as null. */
export function asList(value: unknown): readonly unknown[] | undefined {
  if (value === null) return [];
  return Array.isArray(value) ? value : undefined;
}

/** Text, well-formed and without what can't stand in a file of a plan. */
export function asText(value: unknown): string | undefined {
  return typeof value === "string" ? clean(value) : undefined;
}

/** An identifier: the API writes some as numbers, some as text. */
export function asId(value: unknown): string | undefined {
  const id = typeof value === "number" && Number.isSafeInteger(value) ? String(value) : value;
  // A part of file names, in which a hyphen ends it.
  return typeof id === "string" && /^\w{1,64}$/.test(id) ? id : undefined;
}

/** A name: one line. */
export function asName(value: unknown): string | undefined {
  const name = asText(value)?.replace(/\s+/g, " ").trim();
  return name === "" ? undefined : name;
}

function clean(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "")
    .replace(/\p{Surrogate}/gu, "\ufffd");
}
