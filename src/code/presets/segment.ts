// Segment and what speaks its language: RudderStack, Customer.io's pipelines, Hightouch, Jitsu, and tables that others
// share.
import { type CallShape, methodsOf, type Preset } from "./preset.js";

/** `track({ userId, event, properties })`: servers. */
const person = [
  { as: "id", at: [0, "userId"] },
  { as: "anonymous", at: [0, "anonymousId"] },
] as const;
const server = {
  first: "object",
  identities: person,
  needsIdentity: true,
  eventId: [0, "messageId"],
  timestamp: [0, "timestamp"],
} as const;

export const serverTrack: CallShape = {
  ...server,
  method: "track",
  needs: [0, "event"],
  name: [0, "event"],
  properties: [0, "properties"],
};
const serverShapes = {
  identify: { ...server, method: "identify", properties: [0, "traits"] },
  page: { ...server, method: "page", name: [0, "name"], properties: [0, "properties"] },
  screen: { ...server, method: "screen", name: [0, "name"], properties: [0, "properties"] },
  group: { ...server, method: "group", properties: [0, "traits"] },
  alias: { ...server, method: "alias" },
} as const satisfies Record<string, CallShape>;

/** `track("Name", properties)`: browsers, which know the person. */
export const browserTrack: CallShape = {
  method: "track",
  first: "text",
  name: [0],
  properties: [1],
  timestamp: [2, "timestamp"],
};
const browserShapes = {
  identify: { method: "identify", properties: [1], identities: [{ as: "id", at: [0] }] },
  identifyTraits: { method: "identify", first: "object", properties: [0] },
  page: { method: "page", first: "text", name: [0], properties: [1] },
  pageWithout: { method: "page", first: "object", properties: [0] },
  pageInCategory: { method: "page", first: "text", text: [1], name: [1], properties: [2] },
  screen: { method: "screen", first: "text", name: [0], properties: [1] },
  screenInCategory: { method: "screen", first: "text", text: [1], name: [1], properties: [2] },
  group: { method: "group", properties: [1] },
  alias: { method: "alias" },
} as const satisfies Record<string, CallShape>;

/** What a click on a link, or a form that is sent, tells: `trackLink(element, "Name", properties)`. */
const elementTrack: CallShape = { method: "track", needs: [1], name: [1], properties: [2] };
/** What is queued until the library is there: `analytics.push(["track", "Name", properties])`. */
export const queued = (word: string): CallShape => ({
  method: "track",
  when: [{ at: [0, "0"], is: word }],
  name: [0, "1"],
  properties: [0, "2"],
});

/** What Segment's libraries have in common, in browsers and on servers. */
export const segmentMethods: Preset["methods"] = methodsOf({
  track: [serverTrack, browserTrack],
  trackLink: [elementTrack],
  trackForm: [elementTrack],
  trackClick: [elementTrack],
  trackSubmit: [elementTrack],
  push: [queued("track")],
  identify: [
    { ...serverShapes.identify, needs: [0, "userId"] },
    { ...serverShapes.identify, needs: [0, "anonymousId"] },
    browserShapes.identifyTraits,
    browserShapes.identify,
  ],
  page: [
    { ...serverShapes.page, needs: [0, "userId"] },
    { ...serverShapes.page, needs: [0, "anonymousId"] },
    { ...serverShapes.page, needs: [0, "properties"] },
    browserShapes.pageInCategory,
    browserShapes.page,
    // A browser's page may have no name, and its properties alone are told.
    browserShapes.pageWithout,
    { method: "page" },
  ],
  pageView: [browserShapes.page, { method: "page" }],
  screen: [serverShapes.screen, browserShapes.screenInCategory, browserShapes.screen, { method: "screen" }],
  group: [serverShapes.group, browserShapes.group],
  alias: [serverShapes.alias, browserShapes.alias],
});

export const segment: Preset = {
  id: "segment",
  packages: [
    "@segment/*",
    "analytics-node",
    "analytics-react-native",
    "@types/segment-analytics",
    "@ht-sdks/*",
    "@june-so/*",
    "@dittofeed/*",
    "react-segment",
  ],
  globals: ["analytics", "SegmentAnalytics", "htevents", "$segment"],
  methods: segmentMethods,
};

export const rudderstack: Preset = {
  id: "rudderstack",
  packages: ["@rudderstack/*"],
  globals: ["rudderanalytics"],
  methods: segmentMethods,
};

export const customerioPipelines: Preset = {
  id: "customerio-cdp",
  packages: ["@customerio/*"],
  globals: ["cioanalytics"],
  methods: segmentMethods,
};

const methodsKeeping: Preset["methods"] = new Map(
  [...segmentMethods].map(([name, shapes]) => [
    name,
    shapes.map(({ needsIdentity: _needsIdentity, ...shape }) => shape),
  ]),
);

/** Clients that keep the person that they were told of, however they are called. */
export const keepingClients: readonly Preset[] = [
  {
    id: segment.id,
    packages: ["@jitsu/*", "@segment/analytics-next", "@segment/analytics-react-native"],
    globals: [],
    methods: methodsKeeping,
  },
  {
    id: segment.id,
    packages: ["expo-analytics-segment"],
    globals: [],
    methods: new Map([
      ...methodsKeeping,
      ["trackWithProperties", [browserTrack]],
      ["identifyWithTraits", [browserShapes.identify]],
      ["screenWithProperties", [browserShapes.screen]],
    ]),
  },
  {
    id: rudderstack.id,
    packages: ["rudder-sdk-js", "@rudderstack/analytics-js", "@rudderstack/rudder-sdk-react-native"],
    globals: [],
    methods: methodsKeeping,
  },
  {
    id: customerioPipelines.id,
    packages: ["@customerio/cdp-analytics-browser"],
    globals: [],
    methods: methodsKeeping,
  },
];
