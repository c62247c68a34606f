// Keeps the code that V8 made of a script, so that the next process neither parses nor compiles it. Whatever goes
// wrong here goes wrong in silence: code that can't be read or written costs time and nothing else.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { writeEntry } from "./entry-file.js";

/** How many files of code a folder keeps. */
const mostFiles = 32;
const sealLength = 32;

/**
 * The code that was kept in a file; undefined where there is none, or none of this script on this machine, which `of`
 * tells from all others. V8 looks at the length of a script and not at its bytes, and trusts the code that it is given.
 * Hence the seal over all of it.
 */
export function readCode(file: string, of: string): Buffer | undefined {
  try {
    const kept = readFileSync(file);
    const code = kept.subarray(sealLength);
    return kept.subarray(0, sealLength).equals(seal(of, code)) ? code : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps code in a file; `owner` tells this process from others that write at the same moment. */
export function writeCode(
  file: string,
  of: string,
  code: Uint8Array,
  who: { readonly owner: number; readonly mode?: number },
): void {
  try {
    writeEntry(file, [seal(of, code), code], { ...who, most: mostFiles });
  } catch {
    // The next process compiles the script, as this one did.
  }
}

function seal(of: string, code: Uint8Array): Buffer {
  return createHash("sha256").update(`${of}\0`).update(code).digest();
}
