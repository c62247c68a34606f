// What is kept out of files that are committed: people's addresses, and what opens doors.

/** Stands where something was left out. */
export const leftOut = "(left out)";

const emailAddress = /[^\s@"'<>,;:()]+@[^\s@"'<>,;:()]+\.[^\s@"'<>,;:()]+/;
const everyAddress = new RegExp(emailAddress.source, "g");
const phoneNumber = /^\s*\+[0-9][0-9 ()./-]{6,}$/;
const liquid = /(\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\})/;

/** Whether a value of a condition is somebody's address. */
export function isAddress(text: string): boolean {
  return emailAddress.test(text) || phoneNumber.test(text);
}

/** The tags and outputs of a text, without what stands around them, and without addresses and secrets in them. */
export function liquidOf(text: string): readonly string[] {
  return text
    .split(liquid)
    .filter((_, index) => index % 2 === 1)
    .map((piece) => piece.replace(/\s+/g, " ").replace(everyAddress, leftOut).replace(scheme, leftOut));
}

/** Secrets that their own shape gives away. */
const shaped: readonly RegExp[] = [
  /\b[sr]k_(?:live|test)_[A-Za-z0-9]{8,}/g,
  /\bAKIA[0-9A-Z]{16}\b/g,
  /\b(?:xox[abpr]-|gh[opsu]_)[A-Za-z0-9-]{10,}/g,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
];
/** The name and password in `https://name:password@host`. */
const inUrl = /(\bhttps?:\/\/)[^\s/@:]+:[^\s/@]+@/gi;
const scheme = /\b(?:Bearer|Basic)\s+[A-Za-z0-9+/._~=-]{8,}/g;
/** `"api_key": "…"`, `token=…`: what is a secret by its name. */
const named =
  /(["']?[\w-]*(?:authorization|api[_-]?key|token|secret|password|passwd|signature|credential)[\w-]*["']?\s*[:=]\s*)("[^"\n]*"|'[^'\n]*'|[^\s"',&]+)/gi;

/** The text of a message without what has the shape of a secret. */
export function withoutSecrets(text: string): string {
  return literally(text, (piece) =>
    shaped
      .reduce((sum, pattern) => sum.replace(pattern, leftOut), piece)
      .replace(inUrl, (_, start: string) => `${start}${leftOut}@`),
  );
}

/** A text that is sent to a machine: there, names give secrets away as well. */
export function withoutNamedSecrets(text: string): string {
  return literally(withoutSecrets(text), (piece) =>
    piece.replace(scheme, leftOut).replace(named, (_, name: string, value: string) => {
      const quote = /^["']/.exec(value)?.[0] ?? "";
      return `${name}${quote}${leftOut}${quote}`;
    }),
  );
}

/** Changes what stands around the Liquid of a text, and no Liquid. */
function literally(text: string, change: (piece: string) => string): string {
  return text
    .split(liquid)
    .map((piece, index) => (index % 2 === 1 ? piece : change(piece)))
    .join("");
}
