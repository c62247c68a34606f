// Writes to the standard streams without opening them, where that is possible: Node's own streams take longer to open
// than a small plan takes to check.
import { fstatSync, statSync, writeSync } from "node:fs";

/** The descriptor of standard output or standard error. */
export type Descriptor = 1 | 2;

/** Node's stream, which it opens when it is first asked for. */
export function nodeStream(descriptor: Descriptor): NodeJS.WriteStream {
  return descriptor === 1 ? process.stdout : process.stderr;
}

/** Whether somebody may be looking: Node's stream knows. What is no device at all, or /dev/null, nobody looks at. */
export function mayBeTerminal(descriptor: Descriptor): boolean {
  const stats = fstatSync(descriptor);
  if (!stats.isCharacterDevice()) return false;
  return stats.rdev !== statSync("/dev/null", { throwIfNoEntry: false })?.rdev;
}

/**
 * Writes bytes, and gives what could not be written: a pipe that is full or gone, or a disk that is. Node's stream knows
 * how to wait, and what to say.
 */
export function writeBytes(descriptor: Descriptor, bytes: Uint8Array): Uint8Array {
  let written = 0;
  try {
    while (written < bytes.length) written += writeSync(descriptor, bytes, written);
  } catch {
    // Whatever it is, the stream meets it again.
  }
  return bytes.subarray(written);
}
