// Amplitude's libraries, for pages, servers and devices.
import { type CallShape, methodsOf, type Preset } from "./preset.js";

/** What is said beside an event, or a person: `track("Name", properties, { user_id })`. */
const beside = (at: number): Pick<CallShape, "identities"> => ({
  identities: [
    { as: "id", at: [at, "user_id"] },
    { as: "anonymous", at: [at, "device_id"] },
  ],
});

const named: CallShape = {
  ...{ method: "track", first: "text", name: [0], properties: [1] },
  ...beside(2),
  timestamp: [2, "time"],
};

/** `track({ event_type, event_properties, user_id })`. */
const amplitudeEvent: CallShape = {
  method: "track",
  first: "object",
  needs: [0, "event_type"],
  name: [0, "event_type"],
  properties: [0, "event_properties"],
  identities: [
    { as: "id", at: [0, "user_id"] },
    { as: "anonymous", at: [0, "device_id"] },
  ],
  eventId: [0, "insert_id"],
  timestamp: [0, "time"],
};

export const amplitude: Preset = {
  id: "amplitude",
  packages: [
    "amplitude-js",
    "@amplitude/*",
    "react-native-amplitude-analytics",
    "expo-analytics-amplitude",
    "@types/amplitude-js",
  ],
  globals: ["amplitude", "$amplitude"],
  methods: methodsOf({
    track: [amplitudeEvent, named],
    logEvent: [amplitudeEvent, named],
    // On a server it is told whom: `identify(userId, deviceId, identify)`.
    identify: [
      { method: "identify", needs: [2], identities: [{ as: "id", at: [0] }] },
      { method: "identify", ...beside(1) },
    ],
    setUserProperties: [{ method: "identify", first: "object", properties: [0] }],
    setUserId: [{ method: "identify", first: "text", identities: [{ as: "id", at: [0] }] }],
    logEventAsync: [named],
    logEventWithPropertiesAsync: [named],
    logEventWithTimestamp: [named],
    logEventWithGroups: [named],
    sendEvent: [named],
  }),
};
