// How large a value can be by what its type declares, in bytes of JSON: the rule about payloads asks.
import type { Property, Scalar, StringFormat, Type } from "../plan/plan.js";
import { remembering } from "./names.js";
import type { PlanIndex } from "./plan-index.js";

/**
 * `least` is the smallest that the type takes; `most` the largest that its own bounds allow. What has no bound
 * counts with its least, and a character as one byte, so that `most` is reached by ordinary values.
 */
export type Size = { readonly least: number; readonly most: number };

const encoder = new TextEncoder();

/** The lengths of formats that are always as long; the others have no bound. */
const fixedLengths: { readonly [format in StringFormat]?: number } = {
  date: 10,
  uuid: 36,
  ulid: 26,
  currency: 3,
  country: 2,
};

/** Lives as long as one rule runs; each named type is measured once. */
export class Sizes {
  readonly #index: PlanIndex;
  readonly #named = new Map<string, Size | "measuring">();
  /** Enums, which take long to measure: each is asked for as a property and as a part of its event. */
  readonly #enums = new Map<Type, Size>();

  constructor(index: PlanIndex) {
    this.#index = index;
  }

  /** The size of a type. One that holds itself counts nothing where it does. */
  of(type: Type): Size {
    switch (type.kind) {
      case "string":
        return textSize(type);
      case "number":
        return { least: 1, most: mostDigits(type) };
      case "boolean":
        return { least: 4, most: 5 };
      case "null":
        return same(4);
      case "any":
        return same(1);
      case "const":
        return same(scalarSize(type.value));
      case "enum":
        return this.#ofEnum(type);
      case "union": {
        const sizes = type.members.map((member) => this.of(member));
        return {
          least: sizes.reduce((least, size) => Math.min(least, size.least), Infinity),
          most: sizes.reduce((most, size) => Math.max(most, size.most), 0),
        };
      }
      case "array": {
        const { least, most } = this.of(type.items);
        const few = type.minItems ?? 0;
        return { least: 2 + few * (least + 1), most: 2 + (type.maxItems ?? few) * (most + 1) };
      }
      case "object":
        return this.ofProperties(type.properties);
      case "ref":
        return this.#ofNamed(type.name);
    }
  }

  /** Its `most` alone: what is asked of every property of a plan, for which nothing is made. */
  mostOf(type: Type): number {
    switch (type.kind) {
      case "string":
        return mostText(type);
      case "number":
        return mostDigits(type);
      case "boolean":
        return 5;
      default:
        return this.of(type).most;
    }
  }

  /** The `most` of an object of these properties, retired ones left out. */
  mostOfProperties(properties: readonly Property[]): number {
    let most = 2;
    for (const { name, type, status } of properties)
      if (status !== "retired") most += bytesOfName(name.value) + 4 + this.mostOf(type);
    return most;
  }

  /** The size of an object of these properties, retired ones left out. */
  ofProperties(properties: readonly Property[]): Size {
    let least = 2;
    let most = 2;
    for (const property of properties) {
      if (property.status === "retired") continue;
      const size = this.ofProperty(property);
      if (property.required) least += size.least;
      most += size.most;
    }
    return { least, most };
  }

  /** The size of a property with its name. */
  ofProperty({ name, type }: Property): Size {
    const { least, most } = this.of(type);
    const key = bytesOfName(name.value) + 4;
    return { least: key + least, most: key + most };
  }

  #ofEnum(type: Extract<Type, { kind: "enum" }>): Size {
    const known = this.#enums.get(type);
    if (known !== undefined) return known;
    let least = Infinity;
    let most = 0;
    for (const { value } of type.values) {
      const size = scalarSize(value);
      least = Math.min(least, size);
      most = Math.max(most, size);
    }
    const size = { least, most };
    this.#enums.set(type, size);
    return size;
  }

  #ofNamed(name: string): Size {
    const known = this.#named.get(name);
    if (known === "measuring") return same(1);
    if (known !== undefined) return known;
    const type = this.#index.types.get(name)?.type;
    if (type === undefined) return same(1);
    this.#named.set(name, "measuring");
    const size = this.of(type);
    this.#named.set(name, size);
    return size;
  }
}

function textSize({ format, minLength, maxLength }: Extract<Type, { kind: "string" }>): Size {
  const fixed = format === undefined ? undefined : fixedLengths[format];
  const most = mostText({ format, minLength, maxLength });
  return { least: fixed === undefined ? (minLength ?? 0) + 2 : most, most };
}

function mostText({
  format,
  minLength = 0,
  maxLength = 0,
}: {
  readonly format?: StringFormat | undefined;
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
}): number {
  const fixed = format === undefined ? undefined : fixedLengths[format];
  return 2 + (fixed ?? Math.max(minLength, maxLength));
}

function mostDigits({ minimum, maximum, timestamp }: Extract<Type, { kind: "number" }>): number {
  return Math.max(digits(minimum), digits(maximum), timestamp ? 10 : 1);
}

function digits(bound: number | undefined): number {
  return bound === undefined ? 1 : String(bound).length;
}

function scalarSize(value: Scalar): number {
  // Plain words are written as they are, in quotes.
  if (typeof value === "string" && /^[\w .-]*$/.test(value)) return value.length + 2;
  return bytesOf(JSON.stringify(value));
}

/** Nearly all text is ASCII, where characters are bytes. */
function bytesOf(text: string): number {
  return /^[\0-\x7f]*$/.test(text) ? text.length : encoder.encode(text).length;
}

/** A plan repeats the names of its properties in event after event. */
const bytesOfName = remembering(bytesOf);

function same(bytes: number): Size {
  return { least: bytes, most: bytes };
}
