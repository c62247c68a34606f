// Writes `tracker.ts`: what sends a plan's events and attributes to a destination.
import type { OutputFile } from "../generator.js";
import type { Context } from "./context.js";
import { indent, list, print } from "./layout.js";
import { importTypes, moduleFile } from "./module-text.js";
import { propertyKey } from "./source-text.js";

/** What the module exports. */
export const trackerExports = {
  values: ["createTracker"],
  types: [
    "IdentifyMessage",
    "PersonIdentifiers",
    "TrackMessage",
    "Tracker",
    "TrackerDestination",
    "TrackerOptions",
  ],
} as const;

/** `violation.ts`: apart from the tracker, so that it is bundled with validators only. */
export function violationModule(context: Context): OutputFile {
  return moduleFile(context, "violation.ts", [], [violation]);
}

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
    ...importTypes(["ViolationError"], context.specifier("./violation")),
  ];
  const sections = [
    messages,
    options,
    trackerType.replace("IDENTIFY", () => print(indent("identify", list("(", parameters, ")"), ": Result"))),
    createTracker
      // Without events nothing that is sent can be compared with what events have in common.
      .replace("ENVELOPE", context.events.length === 0 ? "unknown as Envelope" : "Envelope")
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
};`;

const options = `export type TrackerOptions<Result> = {
  readonly destination: TrackerDestination<Result>;
  /**
   * Finds violations: \`validate\` of \`validators/index\`, or one of your own that asks the validators of
   * single events.
   */
  readonly validate?:
    | ((message: TrackMessage | IdentifyMessage) => ViolationError | undefined)
    | undefined;
  /**
   * What a violation leads to. "warn" (the default) reports it and sends all the same, "throw" throws
   * it and does not send, "off" does not look.
   */
  readonly validation?: "off" | "warn" | "throw" | undefined;
  /** Where "warn" reports to; the console where it is missing. */
  readonly onViolation?:
    | ((violation: ViolationError, message: TrackMessage | IdentifyMessage) => void)
    | undefined;
};`;

const trackerType = `/** Sends the events and attributes of the plan, and nothing else. */
export type Tracker<Result = void | Promise<void>> = {
  /** Sends an event about someone whom the plan allows it to be about. */
  track<E extends PlanEvent | NotAnEventOfThePlan>(who: WhoFor<E>, event: E): Result;
  /**
   * Says who someone is, with every attribute that the plan requires. An anonymous identifier beside
   * the known one joins the two.
   */
  IDENTIFY;
  /** Changes some attributes of a profile. */
  update(who: KnownPerson, attributes: PersonUpdate): Result;
};

/**
 * What no event is, under a name for the errors that show it. It keeps a wrong event from passing for
 * "any event of the plan" in \`track\`.
 */
type NotAnEventOfThePlan = { readonly event: symbol };`;

const createTracker = `/** Makes a tracker that sends to a destination. */
export function createTracker<Result>(options: TrackerOptions<Result>): Tracker<Result> {
  const { destination, validate, validation = "warn", onViolation = warn } = options;
  function check(message: TrackMessage | IdentifyMessage): void {
    const violation = validation !== "off" && validate?.(message);
    if (!violation) return;
    if (validation === "throw") throw violation;
    onViolation(violation, message);
  }
  function identify(who: KnownPerson, attributes: PersonUpdate, update: boolean): Result {
    const message: IdentifyMessage = { IDENTIFIERS, attributes, update };
    check(message);
    return destination.identify(message);
  }
  return {
    track(who, event) {
      // Without types, a creator that was not called, or nothing, may get here.
      if (!event?.event) throw new TypeError("Not an event of the plan");
      const { timestamp, ...planned } = event as ENVELOPE;
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

const warn = `function warn({ message }: ViolationError): void {
  const host: { console?: { warn?(text: string): void } } & object = globalThis;
  host.console?.warn?.(message);
}`;

const violation = `/** One way in which properties or attributes depart from the plan. */
export type Violation = {
  /** A JSON pointer to the value: \`/items/0/price\`. */
  readonly path: string;
  /** What is wrong, behind the path: \`must be a string, not null\`. */
  readonly message: string;
  /** What the plan asks for: \`a string\`. */
  readonly expected: string;
};

/** All violations of one message: thrown in place of sending it where \`validation\` is "throw". */
export class ViolationError extends Error {
  override readonly name = "ViolationError";
  readonly violations: readonly Violation[];

  /** The subject is what departs from the plan: \`The event "Order Completed"\`. */
  constructor(subject: string, violations: readonly Violation[]) {
    const list = violations.map(({ path, message }) => \`\\n- \${path || "it"} \${message}\`);
    super(\`\${subject} departs from the tracking plan:\${list.join("")}\`);
    this.violations = violations;
  }
}`;
