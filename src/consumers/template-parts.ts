// A template's header lines (`Subject: …`) and its body: how a message is written in one file.

/** A part of a template; offsets into its text. `label` is undefined for the body. */
export type TemplatePart = {
  readonly label: string | undefined;
  readonly start: number;
  readonly end: number;
};

/** The labels with which a header begins; once it has begun, it goes on to the first empty line. */
const firstLabels = ["Subject", "Preheader", "To", "Cc", "Bcc", "From", "Reply-To", "URL", "Headers", "Body"];

/** The parts of a template in their order; the body last, also where it is empty. */
export function partsOf(text: string): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  const line = /([A-Z][\w-]*):[ \t]?(.*)(?:\r?\n|$)/y;
  let at = 0;
  for (let match = line.exec(text); match !== null && at < text.length; match = line.exec(text)) {
    const [whole, label = "", value = ""] = match;
    if (at === 0 && !firstLabels.includes(label)) break;
    const end = at + whole.replace(/\r?\n$/, "").length;
    parts.push({ label, start: end - value.length, end });
    at += whole.length;
  }
  // An empty line ends the header; one before a body that looks like a header says that it is none.
  const empty = /\r?\n/y;
  empty.lastIndex = at;
  if (parts.length > 0 || /^\r?\n[A-Z\n]/.test(text)) at += empty.exec(text)?.[0].length ?? 0;
  return [...parts, { label: undefined, start: at, end: text.length }];
}
