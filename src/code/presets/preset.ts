// The contract of a preset: what the calls of one library look like.
import type { CallMethod, EmittedIdentity } from "../emission.js";

/** The way to a part of a call: the argument's place, then keys. */
export type ArgumentPath = readonly [index: number, ...keys: string[]];

/** One way to call a method. */
export type CallShape = {
  readonly method: CallMethod;
  /** What the first argument is; undefined where it does not matter. */
  readonly first?: "text" | "object";
  /** Arguments that must be this text, or end in another: `gtag("event", ...)`, `ga("shop.send", ...)`. */
  readonly when?: readonly { readonly at: ArgumentPath; readonly is: string; readonly ends?: string }[];
  /** A part that must be there. */
  readonly needs?: ArgumentPath;
  /** Another one. */
  readonly also?: ArgumentPath;
  /** A part that must say nothing of what happened, as far as it is there: `"GAEvent"`. */
  readonly vague?: ArgumentPath;
  /** A part that must say what kind of event it is, where the name says which: `{ type: "Feature", key: "Open cart" }`. */
  readonly kind?: ArgumentPath;
  /** A part that must not be there. */
  readonly unless?: ArgumentPath;
  /** The place of an argument that is an object, as far as can be told. */
  readonly object?: number;
  /** True where nothing else is given than an object, whoever makes it: no text can stand there alone. */
  readonly alone?: true;
  /** One that is text for certain. */
  readonly text?: ArgumentPath;
  readonly name?: ArgumentPath;
  readonly properties?: ArgumentPath;
  /** True where the call carries something of which its shape does not say where it stands. */
  readonly unseen?: true;
  /** Keys of the properties that are none: they are the library's own. */
  readonly without?: readonly string[];
  /** Those of them that hold attributes of the person. */
  readonly sets?: readonly string[];
  readonly identities?: readonly { readonly as: EmittedIdentity["as"]; readonly at: ArgumentPath }[];
  /** True where the call itself must say whom it is about. */
  readonly needsIdentity?: boolean;
  readonly eventId?: ArgumentPath;
  readonly timestamp?: ArgumentPath;
  /** True for a call of Customer.io's Track API, which takes times as Unix seconds. */
  readonly isTrackApi?: true;
  /** A list of calls in one: each element's keys are read as the paths say. */
  readonly each?: ArgumentPath;
};

export type Preset = {
  readonly id: string;
  /** Packages whose functions and clients these are; `x/*` for all that begin with `x/`. */
  readonly packages: readonly string[];
  /** Global variables that hold a client or are a function. */
  readonly globals: readonly string[];
  /** By the name of the method or function. */
  readonly methods: ReadonlyMap<string, readonly CallShape[]>;
  /** The names of events that are methods of their own, which take what the event carries: `logLogin({ method })`. */
  readonly fixed?: ReadonlyMap<string, string>;
};

export function methodsOf(
  table: Readonly<Record<string, readonly CallShape[]>>,
): ReadonlyMap<string, readonly CallShape[]> {
  return new Map(Object.entries(table));
}
