// Reads the files in a tar archive, as `npm pack` and tar write them: a released package that ships a plan.

export type ArchivedFile = { readonly path: string; readonly bytes: Uint8Array };

const block = 512;

/**
 * The regular files, in their order; the last of two of one name counts. Long names are read in each of the ways in
 * which they are written: split in two, by POSIX, by GNU. Undefined where it is no archive, or cut off.
 */
export function readTar(archive: Uint8Array): readonly ArchivedFile[] | undefined {
  const files = new Map<string, ArchivedFile>();
  let longName: string | undefined;
  let at = 0;
  while (at + block <= archive.length) {
    const header = archive.subarray(at, at + block);
    if (header.every((byte) => byte === 0)) return [...files.values()];
    const size = sizeIn(header);
    if (size === undefined || !checksumHolds(header) || at + block + size > archive.length) return undefined;
    const content = archive.subarray(at + block, at + block + size);
    const type = String.fromCharCode(header[156] ?? 0);
    if (type === "x") longName = extendedPath(content) ?? longName;
    else if (type === "L") longName = textIn(content, 0, content.length);
    else {
      const path = longName ?? nameIn(header);
      longName = undefined;
      if (type === "0" || type === "\0") {
        files.delete(path);
        files.set(path, { path, bytes: content });
      }
    }
    at += block + Math.ceil(size / block) * block;
  }
  return at === 0 ? undefined : [...files.values()];
}

function nameIn(header: Uint8Array): string {
  const name = textIn(header, 0, 100);
  // GNU's own old format has other things where the first part of a long name stands.
  const isPosix = textIn(header, 257, 6) === "ustar";
  const prefix = isPosix ? textIn(header, 345, 155) : "";
  return prefix === "" ? name : `${prefix}/${name}`;
}

/** The size in octal digits; undefined for anything else, such as sizes beyond 8 GB. */
function sizeIn(header: Uint8Array): number | undefined {
  const digits = textIn(header, 124, 12).trim();
  return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : undefined;
}

function checksumHolds(header: Uint8Array): boolean {
  const written = Number.parseInt(textIn(header, 148, 8).trim(), 8);
  // The sum is over the header with its own field blank.
  const sum = header.reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 32 : byte), 0);
  return sum === written;
}

/** The path in records of the form `LENGTH path=VALUE\n`; lengths count bytes. */
function extendedPath(content: Uint8Array): string | undefined {
  let path: string | undefined;
  for (let at = 0; at < content.length; ) {
    const space = content.indexOf(32, at);
    const length = Number(textIn(content, at, space - at));
    if (space < 0 || !Number.isInteger(length) || length <= 0) return path;
    const record = textIn(content, space + 1, at + length - space - 2);
    if (record.startsWith("path=")) path = record.slice("path=".length);
    at += length;
  }
  return path;
}

/** Text in UTF-8 up to the first NUL. */
function textIn(bytes: Uint8Array, start: number, length: number): string {
  const field = bytes.subarray(start, start + Math.max(0, length));
  const end = field.indexOf(0);
  return Buffer.from(end < 0 ? field : field.subarray(0, end)).toString("utf8");
}
