// What a scanner finds in source code: every call that emits, with what is known of its name, payload and person.
import type { Fix, Located, Span } from "../diagnostics/diagnostic.js";
import type { PlaceInCall } from "../plan/plan.js";

/** The languages that are scanned; Vue and Svelte files by their scripts. */
export type CodeLanguage = "typescript" | "javascript" | "vue" | "svelte" | "astro" | "angular";

/**
 * How a name is known: written at the call, through a constant or an enum, as text with holes, as one of several,
 * or not at all.
 */
export type NameKind = "literal" | "constant" | "enum" | "template" | "conditional" | "dynamic";

/** One name that a call can send, and the text that says so: a literal with its quotes, where there is one. */
export type PossibleName = {
  readonly name: string;
  /** Where it is written, which may be another file than the call's. */
  readonly span: Span;
  /** True where replacing the text of `span` by a string literal renames it, and nothing else. */
  readonly replaceable: boolean;
  /** What stands at the call where a wrapper adds text of its own to it: "Invite" of `Invite - [WEB]`. */
  readonly written?: Located<string>;
};

/** Text with holes: `checkout_step_${n}` is ["checkout_step_", ""]. Holes stand between two parts. */
export type NamePattern = {
  readonly parts: readonly string[];
  readonly span: Span;
  /** What stands at the call of it, where a wrapper adds text of its own. */
  readonly written?: Span;
};

export type EmittedName = {
  readonly kind: NameKind;
  /** Every name that is known, in the order of the code, each once. */
  readonly names: readonly PossibleName[];
  readonly patterns: readonly NamePattern[];
  /** True where `names` and `patterns` are all that it can be. */
  readonly complete: boolean;
  /** Why it is not known, or not wholly: `the parameter "name" of "send"`. */
  readonly reason?: string;
  /** Where that stands which is not known, where nothing of the call gives the name. */
  readonly openAt?: Span;
  /** True where it comes with a message: whoever posts that says it, wherever that is. */
  readonly isHeard?: true;
  /** True where it hangs on the parameter of a function that nobody is seen to call: what it can be, a type says. */
  readonly isSupposed?: true;
  /** The expression that gives the name. */
  readonly span: Span;
};

/**
 * What is known of a value. `unknown` is never a mismatch. A union has at least two members, none of them a union
 * or unknown.
 */
export type ValueShape = {
  readonly span: Span;
  /** True for one of several kinds that the type of a parameter allows: a caller gives one of them. */
  readonly isAllowed?: true;
} /** `also`: what it certainly is at some time, as in `isOpen ? null : worked.out()`. */ & (
  | { readonly kind: "unknown"; readonly also?: readonly ValueShape[] }
  | { readonly kind: "null" | "undefined" }
  | { readonly kind: "boolean"; readonly value?: boolean }
  | { readonly kind: "number"; readonly value?: number; readonly meaning?: NumberMeaning }
  | { readonly kind: "string"; readonly value?: string; readonly meaning?: StringMeaning }
  | { readonly kind: "array"; readonly items: readonly ValueShape[]; readonly complete: boolean }
  | ObjectShape
  /** A value that JSON can't hold as it is: a Date (sent as an ISO string), a bigint, a function. */
  | { readonly kind: "other"; readonly what: "date" | "bigint" | "function" | "symbol" }
  /** `isAsked`: which of them it is a test of what callers give says, which nobody follows. */
  | { readonly kind: "union"; readonly members: readonly ValueShape[]; readonly isAsked?: true }
);

/** How a number came about, where the code shows it: `Date.now()` is milliseconds. */
export type NumberMeaning = "milliseconds" | "seconds";
/** How a text came about: `JSON.stringify(x)`, `String(n)` or `n.toFixed(2)`, `new Date().toISOString()`. */
export type StringMeaning = "json" | "stringified-number" | "stringified" | "iso-date";

export type ObjectShape = {
  readonly kind: "object";
  readonly span: Span;
  readonly properties: readonly ShapeProperty[];
  /** False where more keys than these may be there: a spread of something unknown, a computed key. */
  readonly closed: boolean;
  /** True where keys come in after it is made, of which the place where it is made says nothing. */
  readonly grows?: true;
  /** Keys that the library takes for itself: what types say of them is no property. */
  readonly apart?: readonly string[];
};

export type ShapeProperty = {
  readonly name: string;
  /** The key. */
  readonly span: Span;
  readonly value: ValueShape;
  /** True where the key may be absent. */
  readonly optional: boolean;
  /** True where types alone say that it is there: then `span` is the whole payload's, and no key stands in it. */
  readonly fromType?: true;
  /** True where nobody sees whether it is given, or put in under a condition on what is given. */
  readonly isUnsure?: true;
};

/** A part of a call that says who or which. */
export type EmittedPart = {
  /** The expression as it is written, such as `user.email`. */
  readonly text: string;
  readonly value: ValueShape;
  readonly span: Span;
  /** The key that it is taken from, where that is known: `email` of `const id = user.email`. */
  readonly key?: string;
};

/** Whom a call is about, as its argument says. */
export type EmittedIdentity = EmittedPart & { readonly as: "id" | "email" | "phone" | "anonymous" };

/** The doubt about a call that a condition keeps from being sent, with what it is given. */
export const keptBack = "with what is given here, a condition on the way keeps it from being sent";

/** Why a name is not known that is taken from where no such key is; and whether a reason is that. */
export function lacking(whole: string, key: string): string {
  const named = whole.length > 60 || whole.includes("\n") ? "what it is taken from" : `"${whole}"`;
  return `${named} has no "${key}"`;
}

export function isLacking(reason: string | undefined): boolean {
  return reason !== undefined && / has no "[^"]*"$/.test(reason);
}

/** What a call does. */
export type CallMethod = "track" | "identify" | "page" | "screen" | "group" | "alias";

/** Whether a part of a call is there. */
export type Presence = "present" | "absent" | "unknown";

export type Emission = {
  readonly language: CodeLanguage;
  /** The callee as it is written: `analytics.track`, `trackEvent`. */
  readonly call: string;
  /** Which table of call shapes it came from: `segment`, `customerio-node`; `plan` for the plan's own emitters. */
  readonly preset: string;
  /** The tables of the other libraries that the same call comes to, where a wrapper tells several. */
  readonly also?: readonly string[];
  readonly method: CallMethod;
  /** Undefined where the method carries none (`identify`). */
  readonly name: EmittedName | undefined;
  /** The payload of an event, the attributes of a person; undefined where the call carries none. */
  readonly properties: ValueShape | undefined;
  /** The attributes of the person that an event sets beside: `$set` of PostHog's. */
  readonly sets?: readonly ValueShape[];
  /**
   * The expression that gives the properties, where it is written at the call; a shape's span may be elsewhere. Asked
   * for by who needs it alone: finding it may read files that nothing else needs.
   */
  readonly payloadAt?: () => Span | undefined;
  /**
   * Keys that are never missing: what a function which the plan declares puts in by itself, and what the payload has
   * that the library takes for itself, such as `distinct_id`.
   */
  readonly adds?: readonly string[];
  /** Empty where the call leaves it to the library (a browser's). */
  readonly identities: readonly EmittedIdentity[];
  /** False where the library keeps the person itself, so that a call without one is right. */
  readonly needsIdentity: boolean;
  readonly eventId: Presence;
  /** The event id, where a call of the Track API certainly has one. */
  readonly eventIdAs?: EmittedPart;
  /** True for a call of Customer.io's Track API: its times are Unix seconds, and its event ids ULIDs. */
  readonly isTrackApi?: true;
  /** The timestamp that the call sets, if any. */
  readonly timestamp: ValueShape | undefined;
  /** The expression that gives the timestamp, as for the properties. */
  readonly timestampAt?: () => Span | undefined;
  /** The creator or tracker of the generated code, for a call through it. */
  readonly typed: boolean;
  /** Why the call may be no emission at all; undefined where it is one. */
  readonly doubt?: string;
  /** The team's own wrapper through which it goes, and where that is declared. */
  readonly via?: { readonly name: string; readonly span: Span };
  /**
   * True for the call inside a wrapper whose callers are found and listed by themselves: its name is theirs, so it
   * counts as none of its own.
   */
  readonly forwards?: boolean;
  /** Of what a caller gives to a function that sends an event by a name of its own: the call inside, which is listed. */
  readonly sentBy?: Span;
  /** True where a type alone says what a wrapper is given here: a list that is sent later, say. */
  readonly byType?: true;
  /** True where it is one only if it names an event, or a caller does. */
  readonly isSupposed?: true;
  /** True where its name is made, in a way that is not followed, of what is not written out in it. */
  readonly isUnsaid?: true;
  /** Of what is no emission, and looks like one: where the plan would say that its name and properties stand. */
  readonly suspected?: {
    readonly event: PlaceInCall;
    readonly properties: PlaceInCall | undefined;
    /** The texts that it begins with, where those alone make it look like one. */
    readonly given: readonly string[] | undefined;
    /** True where other things have such calls, too. */
    readonly isWeak: boolean;
  };
  /** In a file of tests. */
  readonly test: boolean;
  /** The whole call. */
  readonly span: Span;
};

/** Whatever kept a file from being read whole. */
export type CodeProblem = {
  readonly kind: "syntax" | "unreadable" | "too-large" | "encoding" | "configuration";
  readonly message: string;
  readonly span: Span;
};

/** A library, or a generated client where it names none, that is there and of which no emission was found. */
export type Silence = { readonly library: string | undefined; readonly span: Span };

/** A file that may hold a call and was not read, since nobody wrote it. */
export type SkippedFile = { readonly file: string; readonly reason: string };

/** What scanning a project gives. */
export type CodeScan = {
  /** Sorted by file and place. */
  readonly emissions: readonly Emission[];
  readonly problems: readonly CodeProblem[];
  /**
   * The calls of functions that send an event by a name of their own, with what these give for its payload and its
   * person: no emissions of their own, since the call inside is one. Sorted in the same way; undefined where nobody asked.
   */
  readonly given?: readonly Emission[];
  /**
   * Calls that look like those that send events, and lead to nothing that is known. Sorted in the same way; undefined
   * where nobody asked.
   */
  readonly suspects?: readonly Emission[];
  /** By path. */
  readonly skipped: readonly SkippedFile[];
  /** By path: what is imported, or generated, and sends nothing as far as is seen. */
  readonly silences?: readonly Silence[];
  /** How many source files were looked at, and how many of those were parsed. */
  readonly files: number;
  readonly parsed: number;
  /** The texts of the files that emissions and problems point into. */
  readonly texts: ReadonlyMap<string, string>;
  /** Files by the name of the plan's source whose paths they match; a file may match several. */
  readonly sourcesOf: (file: string) => readonly string[];
  /** How many files of each of the plan's sources were looked at; a source without any is not here. */
  readonly filesOf?: ReadonlyMap<string, number>;
  /** True where only some of the project's files were asked for: what is not here may be elsewhere. */
  readonly partial?: boolean;
  /** Where an import in a file leads: to a file of the project; undefined where it leads elsewhere. */
  readonly resolve?: (specifier: string, from: string) => string | undefined;
  /** True where every look at the disk went through what was given for that. */
  readonly observed?: boolean;
  /** Rewrites a call by hand as one of the emitter that is generated for an event; undefined where it can't. */
  readonly rewrite?: (emission: Emission, event: string) => Fix | undefined;
};
