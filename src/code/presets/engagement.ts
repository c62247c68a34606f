// Products that write to people, or talk to them, on what they did: Klaviyo, Iterable, CleverTap, Intercom, Loops and
// their like.
import { type CallShape, methodsOf, type Preset } from "./preset.js";
import { segmentMethods } from "./segment.js";
import { keyed, named, told } from "./smaller.js";

/** What a queue is told first, and then of which event: `_learnq.push(["track", "Cart Opened", { total }])`. */
const queued = (words: readonly string[]): readonly CallShape[] =>
  words.flatMap((is): readonly CallShape[] => [
    ...["name", "id"].map(
      (key): CallShape => ({
        method: "track",
        when: [{ at: [0, "0"], is }],
        needs: [0, "1", key],
        name: [0, "1", key],
        properties: [0, "1", "properties"],
      }),
    ),
    { method: "track", when: [{ at: [0, "0"], is }], name: [0, "1"], properties: [0, "2"] },
  ]);

/** Whom an event is about, in the object that says all of it. */
const inObject = [
  { as: "id", at: [0, "userId"] },
  { as: "email", at: [0, "email"] },
] as const;
const contact: readonly CallShape[] = [
  {
    method: "identify",
    first: "object",
    needs: [0, "email"],
    properties: [0, "properties"],
    identities: inObject,
  },
  // Before its version 5, Loops was told the address and the attributes one after the other.
  { method: "identify", first: "text", properties: [1], identities: [{ as: "email", at: [0] }] },
];

export const engagement: Preset = {
  id: "other",
  packages: [
    "@appcues/*",
    "@bentonow/bento-node-sdk",
    "@iterable/*",
    "@logsnag/*",
    "@moengage/*",
    "@plunk/node",
    "clevertap-react-native",
    "clevertap-web-sdk",
    "logsnag",
    "loops",
    "react-native-moengage",
    "react-native-webengage",
    "swetrix",
  ],
  globals: [
    "Appcues",
    "Intercom",
    "Moengage",
    "_dcq",
    "_hsq",
    "_kmq",
    "_learnq",
    "ahoy",
    "clevertap",
    "drift",
    "klaviyo",
    "splitbee",
    "userGuiding",
    "veroq",
    "webengage",
  ],
  methods: methodsOf({
    Intercom: told(["trackEvent"]),
    // CleverTap's queue takes a name, and others what to do with one.
    push: [...queued(["track", "record", "trackEvent", "trackCustomBehavioralEvent"]), named],
    track: [
      keyed(0, "eventName", "dataFields"),
      keyed(0, "ev", "meta"),
      // Plunk's and Bento's events name a person by the address.
      { ...keyed(0, "event", "data"), also: [0, "email"], identities: inObject },
      { ...keyed(0, "type", "details"), also: [0, "email"], identities: inObject },
      // LogSnag's events stand in channels.
      { ...keyed(0, "event"), also: [0, "channel"], without: ["event", "channel", "project"] },
      ...(segmentMethods.get("track") ?? []),
      named,
    ],
    trackEvent: [named],
    track_event: [named],
    recordEvent: [named],
    // Loops: https://loops.so/docs/sdks/javascript
    sendEvent: [{ ...keyed(0, "eventName", "eventProperties"), identities: inObject }],
    createContact: contact,
    updateContact: contact,
  }),
};
