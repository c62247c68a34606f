// Libraries that none of the other tables has: Countly, counters of countries and phones, switchers of features.
import { type CallShape, methodsOf, type Preset } from "./preset.js";
import { named } from "./smaller.js";

const id = "other";
/** An object with the name under a key, and what it carries under another. */
const keyed = (key: string, payload: string): CallShape => ({
  method: "track",
  first: "object",
  needs: [0, key],
  name: [0, key],
  properties: [0, payload],
});

/** A function that is told first what to do: `aptrinsic("track", "Saved", {})`. */
const told = (is: string): readonly CallShape[] => [
  { method: "track", when: [{ at: [0], is }], needs: [1], name: [1], properties: [2] },
];

/** A queue of lists: `_hmt.push(["_trackEvent", category, action])`, of which the action says what happened. */
const queuedAction: CallShape = {
  method: "track",
  when: [{ at: [0, "0"], is: "_trackEvent" }],
  name: [0, "2"],
  unseen: true,
};

export const byForm: Preset = {
  id,
  packages: [
    ...[
      "appcenter-analytics",
      "react-native-flurry-sdk",
      "sa-sdk-javascript",
      "sensorsdata-analytics-react-native",
    ],
    ...["@telemetrydeck/sdk", "leek", "insight"],
    ...["launchdarkly-node-server-sdk", "@launchdarkly/*", "keen-js"],
  ],
  globals: ["_hmt", "_czc", "_gs", "aptrinsic", "zaraz", "Sprig", "UserLeap", "chmln", "sensors", "rybbit"],
  methods: methodsOf({
    track: [
      {
        method: "track",
        first: "object",
        needs: [0, "name"],
        name: [0, "name"],
        properties: [0],
        without: ["name"],
      },
      named,
    ],
    trackEvent: [
      { method: "track", first: "object", needs: [0, "action"], name: [0, "action"], unseen: true },
      named,
    ],
    event: [named],
    signal: [named],
    logEvent: [named],
    recordEvent: [named],
    capture: [named],
    push: [queuedAction],
    _gs: told("event"),
    aptrinsic: told("track"),
    Sprig: told("track"),
    UserLeap: told("track"),
  }),
};

/** Countly's: a list in a queue, an object with a key, a name. */
export const countly: Preset = {
  id,
  packages: [
    "countly-sdk-web",
    "countly-sdk-nodejs",
    "countly-sdk-react-native-bridge",
    "@countly/countly-sdk-react-native-bridge",
  ],
  globals: ["Countly"],
  methods: methodsOf({
    add_event: [keyed("key", "segmentation")],
    // What was begun by `start_event` is sent when it ends.
    end_event: [keyed("key", "segmentation"), { method: "track", first: "text", name: [0] }],
    push: [
      { method: "track", when: [{ at: [0, "0"], is: "end_event" }], text: [0, "1"], name: [0, "1"] },
      ...["add_event", "end_event"].map(
        (is): CallShape => ({
          ...{ method: "track", when: [{ at: [0, "0"], is }] },
          ...{ name: [0, "1", "key"], properties: [0, "1", "segmentation"] },
        }),
      ),
    ],
    recordEvent: [keyed("eventName", "segments"), named],
    sendEvent: [keyed("eventName", "segments")],
  }),
};
