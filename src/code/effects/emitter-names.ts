// What people call what sends events: clients, the functions that emit, the keys that hold a name.
/** What clients of analytics are called, in any casing: `this._analyticsService`, `mixpanelClient`. */
export const clientName =
  /^[_$]*(?:\w*(?:analytics|telemetry|segment|mixpanel|posthog|amplitude|rudder(?:stack)?|customer_?io|tracking|tracker))(?:js|node|browser|sdk)?(?:service|recorder|reporter|logger|emitter|sender|dispatcher|client|api|provider|instance|manager|helper|context|store|ref|lib|hook|adapter|gateway|module|plugin|util|utils)?$/i;
export const libraryNames: readonly (readonly [pattern: RegExp, preset: string])[] = [
  [/posthog/i, "posthog"],
  [/mixpanel/i, "mixpanel"],
  [/amplitude/i, "amplitude"],
  [/rudder/i, "rudderstack"],
  [/customer_?io|^_?cio/i, "customerio-browser"],
  [/segment|analytics/i, "segment"],
];
export const guessedMethods = new Set([
  "track",
  "trackEvent",
  "logEvent",
  "capture",
  "captureEvent",
  "recordEvent",
  "sendEvent",
  "identify",
]);
/** Methods that others have, too: they send events where a client of analytics has them and is told a name. */
export const spokenMethods: ReadonlySet<string> = new Set([
  ...[
    "event",
    "send",
    "log",
    "record",
    "fire",
    "report",
    "emit",
    "publish",
    "logCustomEvent",
    "sendCustomEvent",
  ],
]);
export const clientHook =
  /^use\w*(?:analytics|telemetry|segment|mixpanel|posthog|amplitude|rudder|tracking|tracker|track)\w*$/i;

/** Names of functions that emit: `trackEvent`, `sendTelemetryEvent`, `logEventWithDelay`; `trackAttribute` sets one, `trackProgress` prints. */
const emitterName =
  /^_?(?:track|log|send|emit|record|capture|report)(?:[A-Z_]\w*?)?(?:Events?|Analytics|Telemetry|Tracking|Amplitude|Mixpanel|Posthog|Segment|Metric|Interaction|Impression|Conversion)(?:With[A-Z][a-z]+|Async|Once)?$|^[_$]?track(?!\w*(?:Attr(?:ibute)?s?|Propert(?:y|ies)|Traits?|Progress|Changes?|Positions?|Dependenc(?:y|ies)|Promises?)$)(?:[A-Z]\w*)?$/;
/** Named for what it sends to: `mixpanelTrack`, `posthogCapture`. */
const ofLibrary =
  "_?(?:mixpanel|amplitude|segment|posthog|rudder(?:[sS]tack)?|statsig|customer_?[iI]o|heap|snowplow|matomo|analytics|" +
  "telemetry)_?(?:Track|Capture|LogEvent|TrackEvent|track|capture|log_event|track_event)";
/** What else does something with events, where its name says that they are analytics': `handleAnalyticsEvent`, `gaEvent`. */
const ofAnalytics =
  "_?(?:push|send|log|report)(?:Event)?(?:To)?(?:DataLayer|GA4?|GTM|GoogleAnalytics)|" +
  "_?(?:(?:handle|fire|push|dispatch|post|publish|trigger|raise|register|submit|queue|enqueue|notify|save|add)\\w*?" +
  "(?:Analytics|Telemetry|Tracking|Amplitude|Mixpanel|Post[hH]og|Segment|G[aA]4?(?=[A-Z_])|G[tT][mM])\\w*?|" +
  "tag|fire|push|ga4?|gtm|gtag|analytics|telemetry|amplitude|mixpanel|posthog|tracking)Events?";
/** Emitters with a word before them that says where or how: `serverCaptureEvent`, `safeTrackEvent`, `gaTrackEvent`. */
const qualified =
  "_?(?!(?:on|get|is|has|should|can|will|did|may|use|set|with|to|from|of|by|in|no|un|re|create|make|build|parse|validate|" +
  "find|fetch|load|list|filter|format|mock|stub|fake|init|remove|delete|clear|add|update|assert|expect|test)[A-Z])" +
  "[a-z]+(?:Track|Log|Send|Emit|Record|Capture|Report)(?:[A-Z]\\w*?)?(?:Events?|Analytics|Telemetry)|" +
  "on(?:Analytics|Telemetry|Tracking)(?:Events?)?|Track(?:[A-Z]\\w*)?Event|Track";
const otherName = new RegExp(`^(?:${ofLibrary}|${ofAnalytics}|${qualified})$`);
/** Whether a name is that of a function that emits. */
export function isEmitterName(name: string): boolean {
  return emitterName.test(name) || otherName.test(name);
}

/** The name of what a hook gives that is called for it: `reportEvent` of `useReportEvent`. */
export function givenByHook(hook: string): string | undefined {
  const { first, rest } = /^use(?<first>[A-Z])(?<rest>\w+)$/.exec(hook)?.groups ?? {};
  const name = `${first?.toLowerCase()}${rest}`;
  return first !== undefined && isEmitterName(name) ? name : undefined;
}

/** A hook that gives what sends events, in the bytes of a file: what it gives may be called anything. */
export const hookPattern = /\buse(?:Track|Log|Send|Emit|Record|Capture|Report)[A-Z]\w*\s*\(\s*\)/;

/** The same in the bytes of a file. */
const emitterPattern =
  /\b_?(?:track|log|send|emit|record|capture|report)(?:[A-Z_]\w*?)?(?:Events?|Analytics|Telemetry|Tracking|Amplitude|Mixpanel|Posthog|Segment|Metric|Interaction|Impression|Conversion)(?:With[A-Z][a-z]+|Async|Once)?\s*[(=:<]/;
const otherPattern = new RegExp(`\\b(?:${ofLibrary}|${ofAnalytics}|${qualified})\\s*[(=:<]`);

/** Whether the bytes of a file hold a name of a function that emits, where it is called or made. */
export function holdsEmitter(bytes: string): boolean {
  return emitterPattern.test(bytes) || otherPattern.test(bytes);
}

/** Names of what is handed in to emit. */
export const handedName = /^on(?:Track\w*|(?:Log|Send|Emit|Record|Capture|Report)\w*Event)$/;
/** Calls of what is handed in: `trackFn(name)`. */
export const handedPattern =
  /\b_?(?:track(?:Fn|Func|Function|Callback|Cb|Handler)|onTrack(?:Event)?)\s*(?:\?\.\s*)?\(/;
export const analyticsWord =
  /analytics|telemetry|amplitude|mixpanel|segment|posthog|plausible|rudder|customer\.?io|tracking/i;

export const nameKeys = [
  "event",
  "eventName",
  "event_name",
  "eventType",
  "event_type",
  "eventKey",
  "eventId",
  "eventAction",
  "action",
  "actionType",
  "action_type",
  "name",
  "type",
];

/** Under which of them stands what an event carries, where it stands apart from the name. */
export const payloadKeys = [
  "properties",
  "eventProperties",
  "event_properties",
  "props",
  "data",
  "eventData",
  "payload",
  "params",
];

export const analyticsPath =
  /analytics|telemetry|amplitude|mixpanel|segment|posthog|plausible|rudder|customer\.?io/i;
/** A file or a folder that is about tracking, for functions of which the name says that they track events. */
export const trackingPath =
  /(?:^|\/)(?:use-?)?(?:event-?)?track(?:s|ing|ers?|-?events?)?(?:\.[\w.]+)?(?:\/|$)/i;
export const plainTrack = /^[_$]?[tT]rack(?:Events?|Actions?)?$/;

/** What a name says that is about tracking, and not about other events. */
export const saysTracking =
  /interaction|impression|conversion|track|analytics|telemetry|amplitude|mixpanel|posthog|segment|metric/i;
