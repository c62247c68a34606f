// The words by which people call what sends events, and those by which they call what does not: what makes a call look
// like one that sends an event where nothing else tells.

/** What is about analytics, and about nothing else. */
const topics = wordSet(
  "analytics analytic telemetry tracking matomo piwik amplitude mixpanel posthog snowplow plausible " +
    "umami statsig gtag gtm ga ga4 kissmetrics pendo fullstory mparticle appsflyer klaviyo clevertap " +
    "moengage webengage customerio rudder rudderstack hotjar countly tealium",
);
/** What is so where something is done with it. */
const things = wordSet(
  "usage stats statistics interaction interactions impression impressions conversion " + "conversions",
);
const events = wordSet("event events");
const verbs = wordSet(
  "send log record report emit fire capture publish push post trigger notify submit save request " +
    "raise ping mark dispatch queue enqueue track call tell store",
);
/** Those of them that buses do not do with events of their own. */
const telling = wordSet("log record report capture submit save post mark");
/** What the names around a call say, so that it is enough what the call does. */
const places = wordSet("usage stats statistics");
/** Globals of libraries whose calls are known: what of theirs is no event is none. */
const ofLibraries = wordSet("gtag ga fbq _paq _hsq _gaq dataLayer");
/** What is told about programs. */
const faults = wordSet(
  "dependency error errors exception exceptions failure failures crash bug perf performance " +
    "audio video player playlist media stream song",
);
/** Functions that begin so give something, or set something up. */
const notSending = wordSet(
  "get is has use set with to from make build parse init load should can format enable disable " +
    "start stop reset flush clear remove delete import setup configure update fetch find filter " +
    "toggle show hide render open close group sort count compute calculate generate mock validate " +
    "check initialize register unregister add create require describe test it expect on remove " +
    "subscribe unsubscribe listen query select read list print define",
);
/** What is tracked otherwise, and pages that are looked at. */
const otherwise =
  /^(?:page|pages|views?|screen|data|init|setup|started|completed|attrs?|attributes?|activity|propert(?:y|ies)|traits?|progress|changes?|positions?|dependenc(?:y|ies)|promises?|by|id|ids|url|source|key|keys|state|map|list|size|width|height|fuzzy)$/;
/** What carries anything, and says by its first words what that is: `plugin.call("matomo", "track", [...])`. */
const carriers = wordSet(
  "call send emit invoke request dispatch publish trigger notify push post fire postMessage " +
    "remoteCall executeCommand execute sendMessage broadcast produce",
);
/** Texts that say what kind of thing is told, and not which event. */
const kinds = wordSet("track event events page log send capture record custom metric");

/** Whether a function carries anything, so that its first words say what that is. */
export function mayCarry(name: string): boolean {
  return carriers.has(name);
}

/** Whether a name is that of a library's global. */
export function isOfLibrary(name: string): boolean {
  return ofLibraries.has(name);
}

/** Whether a name may be of such a call at all. */
export function maySuspect(name: string): boolean {
  return (
    carriers.has(name) ||
    strengthOf(wordsOf(name), []) !== undefined ||
    takesWhole(wordsOf(name)) ||
    verbs.has(name) ||
    name === "event"
  );
}

/** What such a function may be called, as far as a word of a file tells. */
export const suspectWord =
  /^_?(?:fire|emit|publish|push|trigger|raise|dispatch|notify|insert|add|create)\w*events?$|(?:matomo|piwik|telemetry|analytics|amplitude|mixpanel|tracking)$|^_?(?:log|record|report|capture|send|post|mark)\w*(?:events?|usage|stats|metrics?|command)$/i;
/** Calls of such in the bytes of a file, and what carries anything and is told that this is about analytics. */
export const suspectPattern = new RegExp(
  "\\b(?:(?:_?(?:call|send|log|record|report|capture|publish|push|post|save|submit|fire|trigger|notify|track|emit)\\w*)?" +
    "(?:[mM]atomo|[pP]iwik|[tT]elemetry|[aA]nalytics|[aA]mplitude|[mM]ixpanel|[tT]racking)(?:\\w*Events?)?|" +
    "_?(?:[lL]og|[rR]ecord|[rR]eport|[cC]apture|[sS]end|[pP]ost|[mM]ark)\\w*(?:Events?|Usage|Stats|Metrics?|EventCommand))" +
    "\\s*(?:\\?\\.\\s*)?\\(\\s*[\"'`{\\w]|" +
    "Events?\\s*\\(\\s*\\{\\s*(?:name|event_?(?:[nN]ame|[tT]ype))\\s*:|" +
    "(?:[\"'`](?:track|matomo|analytics|telemetry)[\"'`]|\\b[Tt]rack(?:_?[Ee]vent)?|\\.TRACK(?:_EVENT)?)\\s*,\\s*[\"'`[{]",
);

/**
 * How much the words of a call say: "weak" where other things are called so, too. `around` are those of what the
 * function is a member of.
 */
export function strengthOf(
  words: readonly string[],
  around: readonly string[],
): "strong" | "weak" | undefined {
  const [first] = words;
  const last = words.at(-1) ?? "";
  if (first === undefined || [...words, ...around].some((word) => faults.has(word))) return undefined;
  const isTold = first === "on" && words.some((word) => topics.has(word));
  if (notSending.has(first) && !isTold) return undefined;
  if (first === "track" || first === "tracks") {
    if (words.length > 1 && otherwise.test(last)) return undefined;
    // Such a function may say itself what is sent, and is told something about that.
    return events.has(last) ? "strong" : "weak";
  }
  if (words.some((word) => topics.has(word))) {
    const isSending = isTold || verbs.has(first) || topics.has(first) || topics.has(last) || events.has(last);
    return isSending && !otherwise.test(last) ? "strong" : undefined;
  }
  const doing = words.some((word) => verbs.has(word));
  // What is written to a log may be about the usage of anything.
  if (doing && words.some((word) => things.has(word)))
    return first === "log" && words.length > 2 ? "weak" : "strong";
  const isAbout = around.some((word) => topics.has(word) || places.has(word));
  if (isAbout && words.length < 3 && (doing || events.has(first))) return "strong";
  return telling.has(first) && words.some((word) => events.has(word)) ? "weak" : undefined;
}

/**
 * Whether a function may send the event that it is given as a whole: `fireEvent({ name: "cart-opened" })`. What a page
 * and a bus do with events of theirs is called so, too, and is given other things.
 */
export function takesWhole(words: readonly string[]): boolean {
  const [first = ""] = words;
  if (words.length < 2 || !events.has(words.at(-1) ?? "") || words.some((word) => faults.has(word)))
    return false;
  return verbs.has(first) || first === "insert" || first === "add" || first === "create";
}

/** The words that a name is made of: `recordTEvent` is "record", "t" and "event". */
export function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== "");
}

/** Whether a word is about analytics, and about nothing else. */
export function isTopic(word: string): boolean {
  return topics.has(word);
}

/** Whether a text says who is told, or that something is, and not what. */
export function saysKind(text: string): boolean {
  return wordsOf(text).every((word) => topics.has(word) || kinds.has(word) || verbs.has(word));
}

function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.split(" "));
}
