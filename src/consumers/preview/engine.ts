// The engine that renders previews: LiquidJS, with what Customer.io adds to it as far as that shows in a text.
import type { LiquidModule } from "../liquid-reader.js";
import { customerioTags, filters } from "../vocabulary.js";

/** A template renders, or it fails and is not sent. */
export type Rendered =
  | { readonly text: string; readonly failure?: never }
  | { readonly text?: never; readonly failure: Failure };

/** Offsets into the text that was rendered. */
export type Failure = {
  readonly message: string;
  /** The value that is missing, where that is why. */
  readonly missing: string | undefined;
  readonly start: number;
  readonly end: number;
};

/** What a template can read, by its first name. */
export type Scope = { readonly [name: string]: unknown };

export type PreviewEngine = {
  /** Never throws for a mistake in a template. */
  render(text: string, scope: Scope): Rendered;
  /** A value of which whatever is not there is empty, as in `event.` where no event starts the message. */
  lenient(value: unknown): unknown;
};

/** So much work one template may make: it comes from a repository. */
const limits = { parseLimit: 5_000_000, renderLimit: 5_000, memoryLimit: 50_000_000 };

export function previewEngine(module: LiquidModule): PreviewEngine {
  const { Liquid, Drop } = module;
  class Lenient extends Drop {
    readonly #value: object;
    constructor(value: object) {
      super();
      this.#value = value;
    }
    override liquidMethodMissing(key: string | number): unknown {
      const found = Object.entries(this.#value).find(([name]) => name === String(key));
      return found === undefined ? null : lenient(found[1]);
    }
    override valueOf(): unknown {
      return this.#value;
    }
  }
  const lenient = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(lenient);
    return typeof value === "object" && value !== null ? new Lenient(value) : value;
  };
  const liquid = new Liquid({
    strictVariables: true,
    lenientIf: true,
    ownPropertyOnly: true,
    timezoneOffset: 0,
    locale: "en-US",
    ...limits,
    // No template reads files.
    templates: {},
  });
  for (const name of customerioTags) {
    liquid.registerTag(name, {
      parse() {},
      render: () => `[${name}]`,
    });
  }
  for (const name of filters) {
    if (liquid.filters[name] === undefined) liquid.registerFilter(name, (value: unknown) => value);
  }
  const failureOf = (thrown: unknown): Failure => {
    if (!(thrown instanceof Error)) throw thrown;
    const token = "token" in thrown ? thrown.token : undefined;
    const start = numberIn(token, "begin") ?? 0;
    const end = numberIn(token, "end") ?? start;
    const original = "originalError" in thrown ? thrown.originalError : undefined;
    const missing =
      typeof original === "object" && original !== null && "variableName" in original
        ? String(original.variableName)
        : undefined;
    const message = thrown.message.replace(/, (?:file:.*?, )?line:\d+, col:\d+$/, "");
    return { message, missing, start, end };
  };
  return {
    lenient,
    render(text, scope) {
      const known: { [name: string]: unknown } = { ...scope };
      for (;;) {
        try {
          return { text: String(liquid.parseAndRenderSync(text, known)) };
        } catch (thrown) {
          const failure = failureOf(thrown);
          const { missing } = failure;
          // A name that nobody declares is empty, and the message is sent all the same.
          if (missing === undefined || missing.includes(".") || Object.hasOwn(known, missing))
            return { failure };
          known[missing] = null;
        }
      }
    },
  };
}

function numberIn(value: unknown, key: "begin" | "end"): number | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const found: unknown = Reflect.get(value, key);
  return typeof found === "number" ? found : undefined;
}
