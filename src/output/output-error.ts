// What can go wrong with a disk, in words: exit code 2.
import { errorCode } from "./file-system.js";

/** Something outside the plan that keeps output from being read or written. */
export class OutputError extends Error {
  override readonly name: string = "OutputError";
}

const reasons: { readonly [code: string]: string } = {
  EACCES: "permission denied",
  EPERM: "the system does not permit it",
  EROFS: "the disk is read-only",
  ENOSPC: "no space is left on the disk",
  EDQUOT: "the disk quota is used up",
  ENOTDIR: "a file lies where a folder is needed",
  EISDIR: "a folder lies where a file is needed",
  EFBIG: "the file would be larger than is allowed",
  EMFILE: "too many files are open",
  ENAMETOOLONG: "the name is too long",
  ELOOP: "its links lead in a circle",
  EBUSY: "another program is using it",
  ENOENT: "there is no such file or folder",
  EXDEV: "it lies on another disk",
};

/** Runs `work`; an error of the file system becomes an OutputError that begins with `doing`. Others pass. */
export function explained<T>(doing: string, work: () => T, consequence = ""): T {
  try {
    return work();
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined || error instanceof OutputError) throw error;
    const reason = Object.hasOwn(reasons, code) ? `${reasons[code]} (${code})` : code;
    throw new OutputError(`${doing}: ${reason}.${consequence === "" ? "" : ` ${consequence}`}`, {
      cause: error,
    });
  }
}
