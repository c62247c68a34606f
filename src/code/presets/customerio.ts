// Customer.io's own libraries: customerio-node, the snippet of the browser, and the one for phones.
import { type CallShape, methodsOf, type Preset } from "./preset.js";
import { segmentMethods } from "./segment.js";

const known = {
  first: "text",
  identities: [{ as: "id", at: [0] }],
  needsIdentity: true,
  isTrackApi: true,
} as const;
const event = {
  isTrackApi: true,
  name: [1, "name"],
  properties: [1, "data"],
  eventId: [1, "id"],
  timestamp: [1, "timestamp"],
} as const;

const track: CallShape = { ...known, ...event, method: "track" };
const identify: CallShape = { ...known, method: "identify", properties: [1] };

export const customerioNode: Preset = {
  id: "customerio-node",
  packages: ["customerio-node", "customerio-node/*"],
  globals: [],
  methods: methodsOf({
    // `TrackClient` takes an id first, of which often nobody sees what it is, and `PipelinesClient` one object.
    track: [
      { ...track, needs: [1, "name"] },
      ...(segmentMethods.get("track") ?? []).filter(({ first }) => first === "object"),
      track,
    ],
    trackAnonymous: [
      { ...event, method: "track", identities: [{ as: "anonymous", at: [0] }], needsIdentity: true },
    ],
    trackPageView: [{ ...known, method: "page", name: [1], properties: [2] }],
    identify: [
      { ...identify, needs: [1] },
      ...(segmentMethods.get("identify") ?? []).filter(({ needs }) => needs !== undefined),
      identify,
    ],
    page: segmentMethods.get("page") ?? [],
    screen: segmentMethods.get("screen") ?? [],
    group: segmentMethods.get("group") ?? [],
    alias: segmentMethods.get("alias") ?? [],
    batch: [
      {
        method: "track",
        each: [0, "batch"],
        needs: [0, "event"],
        name: [0, "event"],
        properties: [0, "properties"],
        identities: [
          { as: "id", at: [0, "userId"] },
          { as: "anonymous", at: [0, "anonymousId"] },
        ],
        needsIdentity: true,
        eventId: [0, "messageId"],
        timestamp: [0, "timestamp"],
      },
      {
        method: "track",
        each: [0],
        when: [{ at: [0, "action"], is: "event" }],
        name: [0, "name"],
        properties: [0, "attributes"],
        identities: [
          { as: "id", at: [0, "identifiers", "id"] },
          { as: "email", at: [0, "identifiers", "email"] },
          { as: "phone", at: [0, "identifiers", "phone"] },
        ],
        needsIdentity: true,
        eventId: [0, "id"],
        timestamp: [0, "timestamp"],
        isTrackApi: true,
      },
    ],
  }),
};

/** `_cio.track("Name", {})` and `_cio.push(["track", "Name", {}])`. */
export const customerioBrowser: Preset = {
  id: "customerio-browser",
  packages: [],
  globals: ["_cio"],
  methods: methodsOf({
    track: [{ method: "track", first: "text", name: [0], properties: [1] }],
    identify: [
      {
        method: "identify",
        first: "object",
        properties: [0],
        identities: [{ as: "id", at: [0, "id"] }],
        isTrackApi: true,
      },
    ],
    page: [{ method: "page", name: [0], properties: [1] }],
    push: [
      { method: "track", when: [{ at: [0, "0"], is: "track" }], name: [0, "1"], properties: [0, "2"] },
      { method: "page", when: [{ at: [0, "0"], is: "page" }], name: [0, "1"], properties: [0, "2"] },
      {
        method: "identify",
        when: [{ at: [0, "0"], is: "identify" }],
        properties: [0, "1"],
        identities: [{ as: "id", at: [0, "1", "id"] }],
        isTrackApi: true,
      },
    ],
  }),
};

/**
 * `CustomerIO.track(name, properties)`. Since its fourth version it speaks to the pipelines, and `identify` takes one object.
 * Source: https://docs.customer.io/integrations/sdk/react-native/
 */
export const customerioPhones: Preset = {
  id: "customerio-cdp",
  packages: ["customerio-reactnative"],
  globals: [],
  methods: methodsOf({
    track: [{ method: "track", first: "text", name: [0], properties: [1] }],
    screen: [{ method: "screen", first: "text", name: [0], properties: [1] }],
    identify: [
      {
        method: "identify",
        first: "object",
        properties: [0, "traits"],
        identities: [{ as: "id", at: [0, "userId"] }],
      },
      { method: "identify", properties: [1], identities: [{ as: "id", at: [0] }] },
    ],
    setProfileAttributes: [{ method: "identify", first: "object", properties: [0] }],
  }),
};
