// What the key of a property says: its name, and whether it may be missing.
import { shorten } from "./tree.js";

export type PropertyKey = {
  readonly name: string;
  readonly required: boolean;
  /** As messages call it. */
  readonly what: string;
  /** True for a name of nothing but what keyboards have; any other may be none. */
  readonly isPlain: boolean;
};

/** Lives for one load: plans repeat few keys very often. */
export class PropertyKeys {
  readonly #known = new Map<string, PropertyKey>();

  of(text: string): PropertyKey {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const name = text.endsWith("?") ? text.slice(0, -1) : text;
    const key = {
      name,
      required: name === text,
      what: `the property "${shorten(name)}"`,
      isPlain: /^[\x20-\x7e]+$/.test(name),
    };
    this.#known.set(text, key);
    return key;
  }
}
