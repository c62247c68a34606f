// Writes `tracker.ts`: what sends a plan's events and attributes to a destination.
import type { OutputFile } from "../generator.js";
import type { Context } from "./context.js";
import { indent, list, print } from "./layout.js";
import { importTypes, moduleFile } from "./module-text.js";
import { propertyKey } from "./source-text.js";

/** What the module exports. */
export const trackerExports = {
  values: ["createTracker", "ViolationError"],
  types: [
    "IdentifyMessage",
    "PersonIdentifiers",
    "TrackMessage",
    "Tracker",
    "TrackerDestination",
    "TrackerOptions",
    "Violation",
  ],
} as const;

/** `tracker.ts` */
export function trackerModule(context: Context): OutputFile {
  const { identity } = context.plan;
  const anonymous = identity.anonymous.value;
  const optional = context.attributes.every(({ required }) => !required);
  const identified =
    identity.merge?.kind === "never"
      ? `KnownPerson & { readonly ${propertyKey(anonymous)}?: undefined }`
      : "KnownPerson";
  const parameters = [`who: ${identified}`, `attributes${optional ? "?" : ""}: PersonAttributes`];
  const renamed = anonymous !== "anonymous_id";
  const identifiers = renamed ? "identifiersOf(who)" : "who";
  const imports = [
    ...importTypes(
      ["KnownPerson", "PersonAttributes", "PersonUpdate", ...(renamed ? ["Person"] : [])],
      context.specifier("./people"),
    ),
    ...importTypes(["PlanEvent", "WhoFor"], context.specifier("./plan")),
  ];
  const sections = [
    messages,
    options,
    trackerType.replace("IDENTIFY", () => print(indent("identify", list("(", parameters, ")"), ": Result"))),
    violationError,
    createTracker
      .replaceAll("IDENTIFIERS", identifiers === "who" ? "who" : `who: ${identifiers}`)
      .replaceAll("ATTRIBUTES", optional ? "attributes = {}" : "attributes"),
    ...(renamed ? [identifiersOf.replaceAll("ANONYMOUS", propertyKey(anonymous))] : []),
    warn,
  ];
  return moduleFile(context, "tracker.ts", imports, sections);
}

const messages = `/** Whom a message is about, in the words of the destination. */
export type PersonIdentifiers = {
  readonly id?: string | number | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly anonymous_id?: string | undefined;
};

/** An event on its way to the destination: plain data. */
export type TrackMessage = {
  readonly call: "track" | "page" | "screen";
  readonly event: string;
  readonly properties: { readonly [key: string]: unknown };
  readonly who: PersonIdentifiers;
  /** The same key is the same event, however often it is sent. */
  readonly idempotencyKey?: string | undefined;
  /** When it happened, in Unix seconds; where it is missing, when it is received. */
  readonly timestamp?: number | undefined;
};

/** A person's attributes on their way to the destination: plain data. */
export type IdentifyMessage = {
  readonly who: PersonIdentifiers;
  readonly attributes: { readonly [key: string]: unknown };
  /** True where some attributes of a profile change, false where all of them are given. */
  readonly update: boolean;
};

/** Where a tracker sends: what the methods return, a promise or not, the tracker returns. */
export type TrackerDestination<Result = void | Promise<void>> = {
  track(message: TrackMessage): Result;
  identify(message: IdentifyMessage): Result;
};

/** One way in which a message departs from the plan. */
export type Violation = {
  /** A JSON pointer into the properties or attributes: \`/items/0/price\`. */
  readonly path: string;
  /** What is wrong, behind the path: \`must be a string, not null\`. */
  readonly message: string;
  /** What the plan asks for: \`a string\`. */
  readonly expected: string;
};`;

const options = `export type TrackerOptions<Result> = {
  readonly destination: TrackerDestination<Result>;
  /** Finds violations: \`validate\` of \`validators/index\`, or one of your own. */
  readonly validate?:
    | ((message: TrackMessage | IdentifyMessage) => readonly Violation[] | undefined)
    | undefined;
  /**
   * What a violation leads to. "warn" (the default) reports it and sends all the same, "throw" throws
   * a ViolationError and does not send, "off" does not look.
   */
  readonly validation?: "off" | "warn" | "throw" | undefined;
  /** Where "warn" reports to; the console where it is missing. */
  readonly onViolation?:
    | ((violations: readonly Violation[], message: TrackMessage | IdentifyMessage) => void)
    | undefined;
};`;

const trackerType = `/** Sends the events and attributes of the plan, and nothing else. */
export type Tracker<Result = void | Promise<void>> = {
  /** Sends an event about someone whom the plan allows it to be about. */
  track<E extends PlanEvent | Unplanned>(who: WhoFor<E>, event: E): Result;
  /**
   * Says who someone is, with every attribute that the plan requires. An anonymous identifier beside
   * the known one joins the two.
   */
  IDENTIFY;
  /** Changes some attributes of a profile. */
  update(who: KnownPerson, attributes: PersonUpdate): Result;
};

/** What no event is. It keeps a wrong event from passing for "any event of the plan" in \`track\`. */
type Unplanned = Envelope & { readonly unplanned: never };`;

const violationError = `/** Thrown in place of sending what departs from the plan, where \`validation\` is "throw". */
export class ViolationError extends Error {
  override readonly name = "ViolationError";
  readonly violations: readonly Violation[];

  constructor(subject: string, violations: readonly Violation[]) {
    super(describe(subject, violations));
    this.violations = violations;
  }
}`;

const createTracker = `/** Makes a tracker that sends to a destination. */
export function createTracker<Result>(options: TrackerOptions<Result>): Tracker<Result> {
  const { destination, validate, validation = "warn", onViolation = warn } = options;
  function check(message: TrackMessage | IdentifyMessage): void {
    if (validation === "off") return;
    const violations = validate?.(message);
    if (violations === undefined || violations.length === 0) return;
    if (validation === "throw") throw new ViolationError(subjectOf(message), violations);
    onViolation(violations, message);
  }
  function identify(who: KnownPerson, attributes: PersonUpdate, update: boolean): Result {
    const message: IdentifyMessage = { IDENTIFIERS, attributes, update };
    check(message);
    return destination.identify(message);
  }
  return {
    track(who, event) {
      const { timestamp, ...planned }: Envelope = event;
      const message: TrackMessage = {
        call: "track",
        ...planned,
        IDENTIFIERS,
        ...(timestamp === undefined
          ? {}
          : { timestamp: timestamp === "now" ? Math.floor(Date.now() / 1000) : timestamp }),
      };
      check(message);
      return destination.track(message);
    },
    identify: (who, ATTRIBUTES) => identify(who, attributes, false),
    update: (who, attributes) => identify(who, attributes, true),
  };
}

/** What the events of the plan have in common. */
type Envelope = Omit<TrackMessage, "call" | "who" | "timestamp"> & {
  readonly call?: "page" | "screen";
  readonly timestamp?: number | "now" | undefined;
};`;

const identifiersOf = `/** The identifiers by the names that every destination knows. */
function identifiersOf({ ANONYMOUS: anonymous_id, ...who }: Person): PersonIdentifiers {
  return { ...who, anonymous_id };
}`;

const warn = `function warn(violations: readonly Violation[], message: TrackMessage | IdentifyMessage): void {
  const host: { console?: { warn?(text: string): void } } & object = globalThis;
  host.console?.warn?.(describe(subjectOf(message), violations));
}

function subjectOf(message: TrackMessage | IdentifyMessage): string {
  return "event" in message ? \`The event \${JSON.stringify(message.event)}\` : "A person";
}

function describe(subject: string, violations: readonly Violation[]): string {
  const list = violations.map(({ path, message }) => \`\\n- \${path || "it"} \${message}\`);
  return \`\${subject} departs from the tracking plan:\${list.join("")}\`;
}`;
