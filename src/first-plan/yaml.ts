// Writes names and comments as YAML that reads back as it was meant, whatever is in them.

/** A name as a key or a scalar: plain where that is safe, quoted otherwise. */
export function nameText(name: string): string {
  const plain =
    /^[\p{L}_][\p{L}\p{N}_ .&'/-]*$/u.test(name) &&
    !/\s$|\s\s/.test(name) &&
    !/^(?:null|true|false|yes|no|on|off|y|n)$/i.test(name);
  return plain ? name : JSON.stringify(name);
}

/** The key of a property. The "?" of an optional one stands inside its quotes. */
export function keyText(name: string, optional: boolean): string {
  // A name that ends with "?" is read without it, so it takes another one and is optional.
  const key = optional || name.endsWith("?") ? `${name}?` : name;
  const plain = nameText(name);
  return plain === name && !name.endsWith("?") ? key : JSON.stringify(key);
}

const unwritable = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|\p{Cs}/u;

/** Text in one line of a comment, without characters that break it or that YAML does not allow. */
export function commentText(text: string): string {
  return text.replace(/\s+/g, " ").replace(new RegExp(unwritable, "gu"), (character) => {
    const code = character.charCodeAt(0).toString(16);
    return `\\u${code.padStart(4, "0")}`;
  });
}

/** True for a name that a plan can hold. */
export function isWritable(name: string): boolean {
  // YAML takes no key of more than 1,024 characters, and Customer.io takes a tenth of that.
  return name.trim() !== "" && JSON.stringify(name).length < 1000 && !unwritable.test(name);
}
