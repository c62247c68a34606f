// Smaller libraries whose calls have a form of their own: Matomo, Statsig, Application Insights, Snowplow, pixels.
import { type CallShape, methodsOf, type Preset } from "./preset.js";
import { segmentMethods } from "./segment.js";

const id = "other";
export const named: CallShape = { method: "track", first: "text", name: [0], properties: [1] };

/** An object that holds the name under a key, and what it carries under another or beside it. */
export const keyed = (index: number, key: string, payload?: string): CallShape => ({
  method: "track",
  ...(index === 0 && { first: "object" as const }),
  needs: [index, key],
  name: [index, key],
  ...(payload === undefined
    ? { properties: [index] as const, without: [key] }
    : { properties: [index, payload] as const }),
});

/** A function that is told first what to do: `fbq("track", "Lead", {})`. */
export const told = (words: readonly string[]): readonly CallShape[] =>
  words.map((is) => ({ method: "track", when: [{ at: [0], is }], name: [1], properties: [2] }));

/** Events of a category and an action, of which the action says what happened. */
const acted: readonly CallShape[] = [
  keyed(0, "action"),
  { method: "track", first: "text", needs: [1], name: [1], unseen: true },
];

/** `logEvent(name, value, metadata)` in browsers, `logEvent(user, name, value, metadata)` on servers. */
const statsigEvents: readonly CallShape[] = [
  {
    method: "track",
    first: "object",
    needs: [0, "eventName"],
    name: [0, "eventName"],
    properties: [0, "metadata"],
  },
  {
    method: "track",
    first: "object",
    needs: [1, "eventName"],
    name: [1, "eventName"],
    properties: [1, "metadata"],
  },
  { method: "track", first: "object", needs: [1], name: [1], properties: [3] },
  // Who the user is can't be seen: of three texts the first may be the name, so the name is taken where it is written.
  { method: "track", first: "text", text: [0], name: [0], properties: [2] },
  { method: "track", needs: [3], name: [1], properties: [3] },
  { method: "track", needs: [1], text: [1], name: [1] },
  { method: "track", first: "text", name: [0], properties: [2] },
];

export const statsig: Preset = {
  id,
  packages: [
    "@statsig/*",
    "statsig-js",
    "statsig-node",
    "statsig-node-lite",
    "statsig-react",
    "statsig-react-native",
    "statsig-react-native-expo",
  ],
  globals: ["statsig"],
  methods: methodsOf({ logEvent: statsigEvents, logEventObject: statsigEvents.slice(0, 2) }),
};

/** What a shop tells Matomo and Piwik PRO. */
const shopMethods = [
  ...["ecommerceAddToCart", "ecommerceRemoveFromCart", "ecommerceCartUpdate", "ecommerceOrder"],
  ...["ecommerceProductDetailView", "trackEcommerceOrder", "trackEcommerceCartUpdate"],
];

/** A server's client is told the user first. */
export const matomo: Preset = {
  id,
  packages: [
    "@datapunt/matomo-tracker-js",
    "@datapunt/matomo-tracker-react",
    "@jonkoops/matomo-tracker-react",
    "vue-matomo",
    "piwik-react-router",
    "react-piwik",
    "@piwikpro/*",
    "@socialgouv/matomo-next",
    "ngx-matomo-client",
    "ngx-matomo",
  ],
  globals: ["_paq", "Piwik", "Matomo", "$matomo", "$piwik"],
  methods: methodsOf({
    push: [
      {
        method: "track",
        when: [{ at: [0, "0"], is: "trackEvent" }],
        needs: [0, "2"],
        name: [0, "2"],
        unseen: true,
      },
      // Who gives a category alone says by it what happened.
      { method: "track", when: [{ at: [0, "0"], is: "trackEvent" }], name: [0, "1"], unseen: true },
      // What a shop says is named by the method.
      ...shopMethods.map(
        (is): CallShape => ({ method: "track", when: [{ at: [0, "0"], is }], name: [0, "0"], unseen: true }),
      ),
    ],
    trackEvent: [...acted, { method: "track", first: "text", name: [0] }],
    // `sendEvent({ category, action })` of matomo-next.
    sendEvent: acted.slice(0, 1),
  }),
};

export const insights: Preset = {
  id,
  packages: [
    "applicationinsights",
    "applicationinsights-js",
    "@microsoft/applicationinsights-web",
    "@microsoft/applicationinsights-web-basic",
    "@microsoft/applicationinsights-react-js",
  ],
  globals: ["appInsights"],
  methods: methodsOf({
    trackEvent: [
      { ...keyed(0, "name", "properties"), also: [0, "properties"] },
      { method: "track", first: "object", needs: [0, "name"], name: [0, "name"], properties: [1] },
      named,
    ],
  }),
};

export const snowplow: Preset = {
  id,
  packages: ["@snowplow/*", "snowplow-tracker", "@snowplow-mobile/*"],
  globals: ["snowplow"],
  methods: methodsOf({
    trackStructEvent: acted,
    trackStructuredEvent: acted,
    trackSelfDescribingEvent: [
      {
        method: "track",
        first: "object",
        needs: [0, "event", "schema"],
        name: [0, "event", "schema"],
        properties: [0, "event", "data"],
      },
      keyed(0, "schema", "data"),
    ],
    snowplow: [
      {
        method: "track",
        when: [{ at: [0], is: "trackStructEvent" }],
        text: [1],
        needs: [2],
        name: [2],
        unseen: true,
      },
      { ...keyed(1, "action"), object: 1, when: [{ at: [0], is: "trackStructEvent" }] },
      { method: "track", when: [{ at: [0], is: "trackStructEvent" }], name: [2], unseen: true },
    ],
  }),
};

/** Recorders of sessions, which take events beside what they see. Actions that monitors of errors are told are none. */
export const recorders: Preset = {
  id,
  packages: [
    "@fullstory/*",
    "@hotjar/browser",
    "react-hotjar",
    "@openreplay/*",
    "logrocket",
    "@microsoft/clarity",
  ],
  globals: ["FS", "hj", "clarity", "sa_event", "Hotjar", "LogRocket"],
  methods: methodsOf({
    event: [named],
    track: [named],
    trackEvent: [keyed(0, "name", "properties"), named],
    FS: [{ ...keyed(1, "name", "properties"), when: [{ at: [0], is: "trackEvent" }] }],
    FullStory: [{ ...keyed(1, "name", "properties"), when: [{ at: [0], is: "trackEvent" }] }],
    hj: told(["event"]),
    clarity: told(["event"]),
    sa_event: [named],
    identify: segmentMethods.get("identify") ?? [],
  }),
};

/** Pixels of networks that advertise. */
export const pixels: Preset = {
  id,
  packages: ["react-facebook-pixel", "react-tiktok-pixel"],
  globals: ["fbq", "ttq", "twq", "snaptr", "pintrk", "rdt", "ym", "_satellite", "utag"],
  methods: methodsOf({
    fbq: [
      ...told(["track", "trackCustom"]),
      ...["trackSingle", "trackSingleCustom"].map(
        (is): CallShape => ({
          method: "track",
          when: [{ at: [0], is }],
          name: [2],
          properties: [3],
        }),
      ),
    ],
    twq: told(["event", "track"]),
    snaptr: told(["track"]),
    pintrk: told(["track"]),
    rdt: told(["track"]),
    ym: [{ method: "track", when: [{ at: [1], is: "reachGoal" }], name: [2], properties: [3] }],
    link: ["tealium_event", "event_name", "event"].map((key) => keyed(0, key)),
    track: [named],
    trackCustom: [named],
    trackCustomEvent: [named],
  }),
};

/** Counters of devices: their names and keys are their own. */
export const devices: Preset = {
  id,
  packages: [
    "@mparticle/*",
    "react-native-mparticle",
    "react-native-appsflyer",
    "react-native-fbsdk",
    "react-native-fbsdk-next",
  ],
  globals: ["mParticle", "AppEventsLogger"],
  methods: methodsOf({
    logEvent: [
      // The second is what kind it is, or a sum.
      { method: "track", first: "text", needs: [2], name: [0], properties: [2] },
      named,
    ],
    track: [named],
    trackWithProperties: [named],
  }),
};

/** Ember's service for metrics, which hands events on to what an application says: most are told an action. */
export const emberMetrics: Preset = {
  id,
  packages: ["ember-metrics", "ember-metrics/*"],
  globals: [],
  methods: methodsOf({
    // What it goes to may be named first.
    trackEvent: [keyed(0, "event"), keyed(0, "action"), keyed(1, "event"), keyed(1, "action")],
    identify: [{ method: "identify", first: "object", identities: [{ as: "id", at: [0, "distinctId"] }] }],
  }),
};
