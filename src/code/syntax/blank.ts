// Text that is taken out of a file, so that each offset in it stays what it is.

/** The same text with nothing but its line breaks. */
export function blank(text: string): string {
  return text.replace(/[^\r\n]+/g, (line) => " ".repeat(line.length));
}
