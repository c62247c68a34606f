// Bytes of a plan's file -> text, with findings about bytes that are no text.
import { isAscii } from "node:buffer";
import type { Diagnostic, SourceFile } from "../diagnostics/diagnostic.js";

const strict = new TextDecoder("utf-8", { fatal: true });

/**
 * Decodes UTF-8 and drops a byte order mark. A file that is not UTF-8, or that holds control characters, is a
 * finding at the first wrong byte; its text is kept for the code frame, and nothing else is made of it.
 */
export function decode(
  path: string,
  bytes: Uint8Array,
): { readonly file: SourceFile; readonly diagnostics: readonly Diagnostic[] } {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (utf16) return refused(path, "", 0, "The file is in UTF-16.", "Save it as UTF-8.");
  let text: string;
  try {
    text = decodeText(bytes);
  } catch {
    const lossy = new TextDecoder("utf-8").decode(bytes);
    const at = Math.max(lossy.indexOf("\ufffd"), 0);
    return refused(path, lossy, at, "The file is not valid UTF-8 from here on.", "Save it as UTF-8.");
  }
  const control = text.search(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/);
  if (control < 0) return { file: { path, text }, diagnostics: [] };
  const code = text.charCodeAt(control).toString(16).toUpperCase().padStart(4, "0");
  return refused(path, text, control, `The control character U+${code} can't stand in a plan.`, "Remove it.");
}

/** The text of bytes in UTF-8, without a byte order mark; throws a TypeError for any others. */
export function decodeText(bytes: Uint8Array): string {
  // Nearly all of them are ASCII, which is to be had for a copy.
  return isAscii(bytes)
    ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1")
    : strict.decode(bytes);
}

function refused(
  path: string,
  text: string,
  at: number,
  message: string,
  help: string,
): ReturnType<typeof decode> {
  const span = { file: path, start: at, end: Math.min(at + 1, text.length) };
  return {
    file: { path, text },
    diagnostics: [
      {
        rule: "invalid-encoding",
        mirror: "plan",
        severity: "error",
        span,
        message,
        help: `${help} The file was not checked further.`,
      },
    ],
  };
}
