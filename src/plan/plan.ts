// The model of a tracking plan: what loading gives and every later stage reads. Plain data, resolved, sorted by
// name and frozen; each name and each written value keeps its place.
import type { Located, SourceFile, Span } from "../diagnostics/diagnostic.js";
import type { Unread } from "./unread.js";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type Scalar = null | boolean | number | string;

/** A whole plan. Lists whose order means nothing are sorted by name; the others keep the order that was written. */
export type Plan = {
  /** The plan folder, relative to the project root: `tracking-plan`. */
  readonly folder: string;
  /** The files that were read, sorted by path. */
  readonly files: readonly SourceFile[];
  readonly name: Located<string>;
  readonly version: Located<string>;
  readonly description: Located<string> | undefined;
  readonly owners: readonly Located<string>[];
  readonly naming: Naming;
  readonly identity: Identity;
  readonly sources: readonly Source[];
  readonly destination: Located<"customerio">;
  readonly targets: readonly Target[];
  readonly code: CodeSettings;
  readonly rules: readonly RuleSetting[];
  readonly breaks: readonly AgreedBreak[];
  readonly types: readonly NamedType[];
  readonly groups: readonly Group[];
  readonly events: readonly PlanEvent[];
  readonly people: People;
  readonly objects: readonly PlanObject[];
  readonly sequences: readonly Sequence[];
  readonly consumers: readonly Consumer[];
  /** Pieces of templates that several messages share, as pulled from Customer.io. */
  readonly snippets: readonly Snippet[];
  /** What could not be read of the files, of which nothing is to be said. */
  readonly unread: Unread;
};

// --- The head -------------------------------------------------------------------------------------------------

export const casings = [
  "Title Case",
  "Sentence case",
  "snake_case",
  "camelCase",
  "PascalCase",
  "kebab-case",
  "SCREAMING_SNAKE_CASE",
] as const;
export type Casing = (typeof casings)[number];

export type Convention = { readonly casing: Casing } | { readonly pattern: string };

/** The conventions that names follow; a span where the plan says so itself. */
export type Naming = {
  readonly events: Convention & { readonly span?: Span };
  readonly properties: Convention & { readonly span?: Span };
  readonly attributes: Convention & { readonly span?: Span };
};

/** Who an event belongs to. */
export type Identity = {
  /** Where the block is written; the head's name where it is not. */
  readonly span: Span;
  /** What every known call carries. */
  readonly primary: "id" | "email";
  /** The type of the primary identifier. */
  readonly type: Type;
  /** What else may be attached to the same person, or identify a call that says so. */
  readonly also: readonly Located<"id" | "email" | "phone">[];
  /** The name of the anonymous identifier. */
  readonly anonymous: Located<string>;
  /** When the anonymous trail joins the known person; undefined where the plan does not say. */
  readonly merge: Merge | undefined;
};
export type Merge = { readonly span: Span } & (
  | { readonly kind: "on-identify" | "never" }
  | { readonly kind: "on-event"; readonly event: Located<string> }
);

export const sourceKinds = ["server", "browser", "mobile", "integration"] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** A system that emits. */
export type Source = {
  readonly name: Located<string>;
  readonly span: Span;
  readonly description: Located<string> | undefined;
  readonly kind: Located<SourceKind>;
  readonly language: Located<string> | undefined;
  /** Globs, relative to the project root. */
  readonly paths: readonly Located<string>[];
  /** Groups that each of its events carries. */
  readonly include: readonly Located<string>[];
  /** How long after they happened its events arrive at the earliest; undefined where they come as they happen. */
  readonly arrivesAfter: Located<Duration> | undefined;
  readonly owner: Located<string> | undefined;
};

/** A target of `generate`, as written: the generators check its name and options. */
export type Target = {
  readonly name: Located<string>;
  /** The folder, relative to the project root. */
  readonly out: Located<string>;
  readonly options: readonly { readonly name: Located<string>; readonly value: Located<Json> }[];
};

/** The libraries whose calls are known, by the names that plans give them. */
export const callPresets = [
  "amplitude",
  "customerio-browser",
  "customerio-cdp",
  "customerio-http",
  "customerio-node",
  "data-layer",
  "firebase",
  "google",
  "gtag",
  "http",
  "mixpanel",
  "other",
  "posthog",
  "rudderstack",
  "segment",
] as const;
export type CallPreset = (typeof callPresets)[number];

export type CodeSettings = {
  readonly exclude: readonly Located<string>[];
  /** The libraries whose calls are held to the plan; those that reach its destination where it is empty. */
  readonly presets: readonly Located<CallPreset>[];
  readonly calls: readonly {
    readonly span: Span;
    readonly call: Located<string>;
    /** The texts that its first arguments must be, where it carries other things, too. */
    readonly given: readonly Located<string>[];
    readonly event: Located<PlaceInCall>;
    readonly properties: Located<PlaceInCall> | undefined;
  }[];
};

/** The position of an argument, from 0, and the keys that lead into it; those of a list are numbers as text. */
export type PlaceInCall = readonly [index: number, ...keys: string[]];

/** An entry of `rules`, as written: the rule registry checks its name and options. */
export type RuleSetting = {
  readonly rule: Located<string>;
  readonly severity: Located<"off" | "error" | "warning" | "info"> | undefined;
  readonly options: readonly { readonly name: Located<string>; readonly value: Located<Json> }[];
};

export const breakSubjects = [
  "event",
  "attribute",
  "object",
  "type",
  "source",
  "target",
  "consumer",
  "identity",
] as const;
export type BreakSubject = (typeof breakSubjects)[number];
export const identityParts = ["primary", "type", "also", "anonymous", "merge"] as const;

/** An entry of `breaks`: a breaking change that was agreed on. What it names may be gone, so nothing checks it here. */
export type AgreedBreak = {
  readonly span: Span;
  readonly subject: BreakSubject;
  /** The thing's name; the path of an attribute; which part of the identity. */
  readonly name: Located<string>;
  /** A path inside of the thing: `items[].price`. */
  readonly inner:
    | { readonly kind: "property" | "attribute" | "relationship"; readonly path: Located<string> }
    | undefined;
  readonly reason: Located<string>;
  readonly owner: Located<string>;
};

// --- Types ----------------------------------------------------------------------------------------------------

export const stringFormats = [
  "datetime",
  "date",
  "email",
  "phone",
  "url",
  "uuid",
  "ulid",
  "currency",
  "country",
] as const;
export type StringFormat = (typeof stringFormats)[number];

/**
 * A resolved type. Constraints stand only where they bind: those beside a union are handed to the members they
 * fit; those beside a named type are merged into a copy of it (`refines` keeps the name), so a `ref` has none.
 */
export type Type =
  | StringType
  | NumberType
  | BooleanType
  | NullType
  | AnyType
  | EnumType
  | ConstType
  | ArrayType
  | ObjectType
  | UnionType
  | RefType;

type TypeBase = {
  /** Where the type is written. */
  readonly span: Span;
  /** The named type that this one was copied from with constraints added. */
  readonly refines?: string;
};

/** Lengths are in Unicode code points. Patterns are unanchored; all must match. */
export type StringType = TypeBase & {
  readonly kind: "string";
  readonly format?: StringFormat;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly patterns?: readonly string[];
};
/** `timestamp` is an integer of Unix seconds. All of `multipleOf` must hold. */
export type NumberType = TypeBase & {
  readonly kind: "number";
  readonly integer: boolean;
  readonly timestamp: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: readonly number[];
};
export type BooleanType = TypeBase & { readonly kind: "boolean" };
export type NullType = TypeBase & { readonly kind: "null" };
/** Any JSON value, null included. */
export type AnyType = TypeBase & { readonly kind: "any" };
export type EnumType = TypeBase & { readonly kind: "enum"; readonly values: readonly EnumValue[] };
export type EnumValue = {
  readonly value: string | number | null;
  readonly span: Span;
  readonly description: Located<string> | undefined;
};
export type ConstType = TypeBase & { readonly kind: "const"; readonly value: Scalar };
export type ArrayType = TypeBase & {
  readonly kind: "array";
  readonly items: Type;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
};
/**
 * An object: `{ properties }` closed, `open: true`, or `open: TYPE` for its free keys. `object` is one without
 * properties that is open, `map(T)` one whose free keys are T.
 */
export type ObjectType = TypeBase & {
  readonly kind: "object";
  readonly properties: readonly Property[];
  readonly open: boolean | Type;
};
/** At least two members, none of them a union. */
export type UnionType = TypeBase & { readonly kind: "union"; readonly members: readonly Type[] };
/** A type declared under `types`; it exists. */
export type RefType = TypeBase & { readonly kind: "ref"; readonly name: string };

/** An entry of `types`. */
export type NamedType = Documented & {
  readonly name: Located<string>;
  readonly span: Span;
  readonly type: Type;
};

// --- Properties -----------------------------------------------------------------------------------------------

export const statuses = ["planned", "active", "deprecated", "retired"] as const;
export type Status = (typeof statuses)[number];

export type Deprecation = {
  readonly span: Span;
  readonly since: Located<string> | undefined;
  readonly replacedBy: Located<string> | undefined;
  /** A date, `YYYY-MM-DD`. */
  readonly removeAfter: Located<string> | undefined;
  readonly reason: Located<string> | undefined;
};

/** What a unit says: text for people, or minor units of the currency that a property names. */
export type Unit = { readonly text: string } | { readonly minor: string };

/** What types, properties and attributes say about themselves beside their type. */
export type Documented = {
  readonly description: Located<string> | undefined;
  readonly examples: readonly Located<Json>[];
  readonly default: Located<Json> | undefined;
  readonly pii: boolean;
  readonly unit: Located<Unit> | undefined;
  readonly status: Status;
  readonly deprecated: Deprecation | undefined;
};

/** A property of an event, a group, an object type; an attribute of people. */
export type Property = Documented & {
  /** The key as Customer.io sees it, without the `?`; the span is the key's. */
  readonly name: Located<string>;
  readonly span: Span;
  readonly required: boolean;
  readonly type: Type;
  /** The only sources that send it; empty where all of them do. For an attribute: who may set it. */
  readonly sources: readonly Located<string>[];
  /** True where the value is the identifier of another person. */
  readonly person: boolean;
  readonly owner: Located<string> | undefined;
  readonly origin: Origin;
};

/** Where an event's property was declared. */
export type Origin =
  | { readonly kind: "own" }
  | { readonly kind: "group"; readonly name: string }
  | { readonly kind: "source"; readonly name: string; readonly group: string }
  | { readonly kind: "object"; readonly name: string };

/** Properties that travel together. */
export type Group = {
  readonly name: Located<string>;
  readonly span: Span;
  readonly description: Located<string> | undefined;
  readonly properties: readonly Property[];
};

// --- Events ---------------------------------------------------------------------------------------------------

export type Call = "track" | "page" | "screen";

/** Whom an event may be about. */
export type EventIdentity =
  | { readonly kind: "known" | "anonymous" | "any" }
  | {
      readonly kind: "identifiers";
      readonly identifiers: readonly Located<"id" | "email" | "phone" | "anonymous">[];
    };

export type PlanEvent = {
  /** The name on the wire, byte for byte. */
  readonly name: Located<string>;
  /** The whole entry. */
  readonly span: Span;
  readonly description: Located<string> | undefined;
  readonly owner: Located<string> | undefined;
  readonly status: Status;
  readonly deprecated: Deprecation | undefined;
  readonly call: Call;
  /** The systems that send it; empty where the plan does not say. */
  readonly sources: readonly Located<string>[];
  /** Why there are several. */
  readonly because: Located<string> | undefined;
  readonly identity: EventIdentity & { readonly span: Span };
  /** Paths of required scalar properties: the same key is the same event. Empty where there is none. */
  readonly idempotencyKey: readonly Located<PropertyPath>[];
  /** When it happened: a timestamp property, or the moment of sending. */
  readonly timestamp: Located<{ readonly property: PropertyPath } | "now"> | undefined;
  /** How long after it happened it arrives at the earliest, whatever its sources say; undefined where it is not said. */
  readonly arrivesAfter: Located<Duration> | undefined;
  readonly aliases: readonly Located<string>[];
  readonly include: readonly Located<string>[];
  readonly about: readonly Located<string>[];
  /** Every property, flattened: its own, its groups', its sources', its objects'. Retired ones are among them. */
  readonly properties: readonly Property[];
  /** False: closed. True or a type: what other keys may be sent. */
  readonly open: boolean | Type;
  readonly examples: readonly Located<Json>[];
  readonly tags: readonly Located<string>[];
};

/** The keys that lead to a value: `order.id` is ["order", "id"]. */
export type PropertyPath = readonly string[];

// --- People and objects ---------------------------------------------------------------------------------------

export type People = {
  readonly description: Located<string> | undefined;
  readonly attributes: readonly Property[];
};

/** What people belong to: accounts, teams, households. */
export type PlanObject = {
  readonly name: Located<string>;
  readonly span: Span;
  readonly description: Located<string> | undefined;
  /** The property that carries the object's identifier, and that identifier's type. */
  readonly id: Located<string>;
  readonly idType: Type;
  readonly attributes: readonly Property[];
  /** What holds between a person and the object. */
  readonly relationship: readonly Property[];
};

// --- Sequences and consumers ----------------------------------------------------------------------------------

export type Duration = { readonly text: string; readonly seconds: number };

export type Sequence = {
  readonly name: Located<string>;
  readonly span: Span;
  readonly description: Located<string> | undefined;
  /** Events, in their order. */
  readonly steps: readonly Located<string>[];
  /** The property that joins the steps. */
  readonly key: Located<string> | undefined;
  readonly within: Located<Duration> | undefined;
  /** A recovery message must wait this long and stop on this event. */
  readonly suppress:
    | { readonly span: Span; readonly on: Located<string>; readonly wait: Located<Duration> | undefined }
    | undefined;
};

export const consumerKinds = ["campaign", "segment", "broadcast", "newsletter", "transactional"] as const;
export type ConsumerKind = (typeof consumerKinds)[number];

export type Trigger = { readonly span: Span } & (
  | { readonly kind: "event"; readonly event: string }
  | { readonly kind: "segment"; readonly segment: string }
  | { readonly kind: "date"; readonly attribute: string }
  | { readonly kind: "object"; readonly object: string }
  | { readonly kind: "api"; readonly properties: readonly Property[] }
);

export const consumerStates = ["active", "draft", "stopped"] as const;
export type ConsumerState = (typeof consumerStates)[number];

/**
 * What listens. One that is both written and pulled has the facts of the workspace (kind, triggers, messages…) and
 * what only the plan can tell (owner, reason, exits, the wait); its span and its name's are those of the YAML.
 */
export type Consumer = {
  readonly name: Located<string>;
  readonly span: Span;
  /** Where it is described: in the plan's YAML, in a file that was pulled from Customer.io, or in both. */
  readonly origin: "written" | "pulled" | "both";
  /** Its identifier in Customer.io; undefined for one that is only written. */
  readonly id: Located<string> | undefined;
  readonly kind: Located<ConsumerKind>;
  /** Undefined where nobody says; what is only written counts as active. */
  readonly state: Located<ConsumerState> | undefined;
  readonly description: Located<string> | undefined;
  readonly owner: Located<string> | undefined;
  readonly reason: Located<string> | undefined;
  /** The first of `triggers`; most have no other. */
  readonly trigger: Trigger | undefined;
  /** All that starts it, an event first. Several segments start it each. */
  readonly triggers: readonly Trigger[];
  readonly wait: Located<Duration> | undefined;
  readonly exitsOn: readonly Located<string>[];
  readonly conditions: readonly Located<ConditionText>[];
  /** The names of segments that people must be in. */
  readonly filters: readonly Located<string>[];
  /** Who is in a pulled segment. */
  readonly audience: SegmentCondition | undefined;
  /** Paths relative to the project root. */
  readonly templates: readonly Located<string>[];
  /** What a pulled consumer sends or calls; their templates are among `templates`. */
  readonly messages: readonly Message[];
  /** What the workspace says of it that Trackwright does not understand, each as a sentence. */
  readonly unknown: readonly Located<string>[];
  /** Where what is written and what was pulled part. */
  readonly contradictions: readonly Contradiction[];
};

/** Something that the plan and the workspace say differently; the workspace's word counts. */
export type Contradiction = {
  /** How the sentence goes on behind "is" or "starts on". */
  readonly of: "kind" | "trigger";
  readonly written: Located<string>;
  readonly pulled: Located<string>;
};

/** A step of a pulled consumer that has content: an email, a text message, a call to a URL. */
export type Message = {
  readonly span: Span;
  readonly id: Located<string>;
  readonly name: Located<string> | undefined;
  /** Customer.io's word for it: `email`, `twilio`, `push`, `webhook`… */
  readonly type: Located<string>;
  readonly language: Located<string> | undefined;
  /** Paths relative to the project root. */
  readonly templates: readonly Located<string>[];
};

/** A piece of a template, used as `{{snippets["name"]}}`. */
export type Snippet = {
  readonly name: Located<string>;
  readonly span: Span;
  /** A path relative to the project root. */
  readonly template: Located<string>;
};

type Comparison = Extract<Condition, { readonly kind: "comparison" }>;

/**
 * Who is in a segment, as the workspace says it. A comparison looks at `customer.NAME`; inside the filters of an
 * event, at `event.NAME`. The API writes most values as text, numbers too. `inverse` turns a node's meaning round.
 */
export type SegmentCondition = { readonly span: Span; readonly inverse: boolean } & (
  | { readonly kind: "and" | "or"; readonly operands: readonly SegmentCondition[] }
  | Comparison
  | {
      readonly kind: "event";
      readonly event: Located<string>;
      readonly call: Call;
      readonly filters: SegmentCondition | undefined;
      /** How often at least; once where it is not said. */
      readonly times: Located<number> | undefined;
      /** In the last so many seconds; ever where it is not said. */
      readonly within: Located<number> | undefined;
    }
  | { readonly kind: "segment"; readonly segment: Located<string> }
  /** What was not understood; `path` is what it is about, where that much is clear. */
  | { readonly kind: "unknown"; readonly path: Located<PropertyPath> | undefined }
);

/** A condition as written and as read; `parsed` is undefined where it has a syntax error (which is a finding). */
export type ConditionText = { readonly text: string; readonly parsed: Condition | undefined };

export const operators = ["=", "!=", ">", ">=", "<", "<=", "contains", "in", "exists"] as const;
export type Operator = (typeof operators)[number];

export type Condition =
  | { readonly kind: "and" | "or"; readonly operands: readonly Condition[] }
  | {
      readonly kind: "comparison";
      /** `event.cart_value` is ["event", "cart_value"]. */
      readonly path: Located<PropertyPath>;
      readonly operator: Operator;
      /** A list for `in`, undefined for `exists`. */
      readonly value: Located<Scalar | readonly Scalar[]> | undefined;
    };
