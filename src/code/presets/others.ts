// The libraries that have a language of their own: PostHog, Mixpanel, and smaller ones.
import { type CallShape, methodsOf, type Preset } from "./preset.js";
import { browserTrack, queued, segmentMethods } from "./segment.js";
import { keyed, named } from "./smaller.js";

/** PostHog's own keys: what it knows of a person and a group with an event. */
const own = { without: ["$set", "$set_once", "$unset", "$groups"], sets: ["$set", "$set_once"] };

export const posthog: Preset = {
  id: "posthog",
  packages: [
    "posthog-js",
    "posthog-js/*",
    "posthog-js-lite",
    "posthog-node",
    "posthog-react-native",
    "@posthog/*",
    "nuxt-posthog",
  ],
  globals: ["posthog", "$posthog"],
  methods: methodsOf({
    capture: [
      {
        method: "track",
        first: "object",
        needs: [0, "event"],
        name: [0, "event"],
        properties: [0, "properties"],
        ...own,
        identities: [{ as: "id", at: [0, "distinctId"] }],
        needsIdentity: true,
        eventId: [0, "uuid"],
        timestamp: [0, "timestamp"],
      },
      { ...named, ...own },
    ],
    captureImmediate: [
      {
        method: "track",
        first: "object",
        name: [0, "event"],
        properties: [0, "properties"],
        ...own,
        identities: [{ as: "id", at: [0, "distinctId"] }],
        needsIdentity: true,
        eventId: [0, "uuid"],
        timestamp: [0, "timestamp"],
      },
    ],
    // https://posthog.com/docs/product-analytics/person-properties
    setPersonProperties: [{ method: "identify", first: "object", properties: [0] }],
    identify: [
      // Who hands in one object hands in nothing else.
      { method: "identify", needs: [1], properties: [1], identities: [{ as: "id", at: [0] }] },
      {
        method: "identify",
        first: "object",
        needs: [0, "properties", "$set"],
        properties: [0, "properties", "$set"],
        identities: [{ as: "id", at: [0, "distinctId"] }],
        needsIdentity: true,
      },
      {
        method: "identify",
        first: "object",
        properties: [0, "properties"],
        identities: [{ as: "id", at: [0, "distinctId"] }],
        needsIdentity: true,
      },
      { method: "identify", properties: [1], identities: [{ as: "id", at: [0] }] },
    ],
    screen: [{ method: "screen", first: "text", name: [0], properties: [1] }],
    group: [{ method: "group", properties: [2] }],
    alias: [{ method: "alias" }],
    push: [queued("capture")],
  }),
};

/** `track_links(selector, name, properties)`, of which the last may be a function of the element. */
const ofElements: readonly CallShape[] = [
  { method: "track", name: [1], object: 2, properties: [2] },
  { method: "track", needs: [2], name: [1], unseen: true },
  { method: "track", needs: [1], name: [1] },
];

const personSet: readonly CallShape[] = [
  { method: "identify", first: "object", properties: [0] },
  { method: "identify", first: "text", object: 1, identities: [{ as: "id", at: [0] }], properties: [1] },
  { method: "identify", alone: true, properties: [0] },
];

export const mixpanel: Preset = {
  id: "mixpanel",
  packages: [
    "mixpanel",
    "mixpanel-browser",
    "mixpanel-browser/*",
    "mixpanel-react-native",
    "react-native-mixpanel",
    "mixpanel-figma",
  ],
  globals: ["mixpanel", "$mixpanel"],
  methods: methodsOf({
    track: [
      {
        ...named,
        identities: [{ as: "id", at: [1, "distinct_id"] }],
        without: ["distinct_id", "$insert_id", "time"],
      },
    ],
    trackWithProperties: [named],
    track_with_groups: [named],
    track_links: ofElements,
    track_forms: ofElements,
    track_batch: [
      { method: "track", each: [0], needs: [0, "event"], name: [0, "event"], properties: [0, "properties"] },
    ],
    push: [queued("track")],
    identify: [{ method: "identify", identities: [{ as: "id", at: [0] }] }],
    alias: [{ method: "alias" }],
    // `people.set({ plan })`, and on a server `people.set(id, { plan })`.
    set: personSet,
    set_once: personSet,
    setOnce: personSet,
  }),
};

/** Libraries whose `track` takes a name and properties. */
export const plain: Preset = {
  id: "other",
  packages: [
    "@vercel/analytics",
    "@vercel/analytics/*",
    "highlight.run",
    "@highlight-run/*",
    "@openpanel/*",
    "@umami/*",
    "heap-api",
    "@heap/*",
    "use-analytics",
    "analytics",
    "@analytics/*",
    "@intercom/intercom-react-native",
    "@intercom/messenger-js-sdk",
    "react-native-intercom",
    "react-use-intercom",
    "@growthbook/*",
    "userpilot",
    "@userflow/*",
    "userflow.js",
    "@hubspot/*",
    "launchdarkly-js-client-sdk",
    "launchdarkly-react-client-sdk",
    "keen-tracking",
    "aptabase",
    "@aptabase/*",
    "@koala-tech/*",
    "@getkoala/*",
    "@usermaven/*",
    "braze",
    "@braze/*",
    "@pendo/*",
    "insights-js",
    "react-native-appboy-sdk",
    "react-native-exponea-sdk",
    "react-native-flurry-sdk",
    "react-native-heap",
    "react-native-smartlook-analytics",
    "react-native-ux-cam",
    "fathom-client",
    "ahoy.js",
    "smartlook-client",
  ],
  globals: ["heap", "umami", "pendo", "woopra", "koala", "ko", "fathom", "braze", "appboy"],
  methods: methodsOf({
    track: [...(segmentMethods.get("track") ?? []), browserTrack],
    trackEvent: [named],
    trackGoal: [named],
    logEvent: [named],
    logCustomEvent: [named],
    event: [named],
    trackUserEvent: [named],
    trackWithProperties: [named],
    umami: [named],
    identify: segmentMethods.get("identify") ?? [],
  }),
};

const plausibleEvent: CallShape = { method: "track", first: "text", name: [0], properties: [1, "props"] };

/** Plausible: the properties stand under `props`; hooks of frameworks give out the function alone. */
export const plausible: Preset = {
  id: plain.id,
  packages: [
    "plausible-tracker",
    "@plausible-analytics/tracker",
    "next-plausible",
    "@nuxtjs/plausible",
    "@barbapapazes/plausible-tracker",
    "vue-plausible",
  ],
  globals: ["plausible", "$plausible"],
  methods: methodsOf({
    track: [plausibleEvent],
    trackEvent: [plausibleEvent],
    plausible: [plausibleEvent],
    "()": [plausibleEvent],
    useTrackEvent: [plausibleEvent],
  }),
};

/** WooCommerce's: what is queued is sent with the next page. */
export const wooCommerce: Preset = {
  id: plain.id,
  packages: ["@woocommerce/tracks"],
  globals: ["wcTracks", "_tkq"],
  methods: methodsOf({
    recordEvent: [named],
    queueRecordEvent: [named],
    push: [
      { method: "track", when: [{ at: [0, "0"], is: "recordEvent" }], name: [0, "1"], properties: [0, "2"] },
    ],
  }),
};

/** The telemetry of VS Code and of what is built like it: `vscode.env.createTelemetryLogger(sender).logUsage(name)`. */
export const editors: Preset = {
  id: plain.id,
  packages: [
    "vscode",
    "@podman-desktop/api",
    "@theia/plugin",
    "@vscode/extension-telemetry",
    "vscode-extension-telemetry",
    // What Microsoft's extensions for Azure do their work in, each time under the name of an event.
    "@microsoft/vscode-azext-utils",
  ],
  globals: [],
  methods: methodsOf({
    callWithTelemetryAndErrorHandling: [{ method: "track", first: "text", name: [0], unseen: true }],
    callWithTelemetryAndErrorHandlingSync: [{ method: "track", first: "text", name: [0], unseen: true }],
    logUsage: [named],
    logError: [named],
    sendTelemetryEvent: [named],
    sendTelemetryErrorEvent: [named],
  }),
};

/** Red Hat's for extensions of editors: `service.send({ name, properties })`. */
export const redHat: Preset = {
  id: plain.id,
  packages: ["@redhat-developer/vscode-redhat-telemetry", "@redhat-developer/vscode-redhat-telemetry/*"],
  globals: [],
  methods: methodsOf({
    send: [keyed(0, "name", "properties")],
  }),
};

/** Debank's counter: `new StatsReport(site).report(name, about)`. */
export const feStats: Preset = {
  id: plain.id,
  packages: ["@debank/festats"],
  globals: [],
  methods: methodsOf({ report: [named] }),
};

/** Sanity: an event is an object that is defined once, `telemetry.log(DocumentCopied, { ... })`. */
export const sanity: Preset = {
  id: plain.id,
  packages: ["@sanity/telemetry", "@sanity/telemetry/*"],
  globals: [],
  methods: methodsOf({
    log: [{ method: "track", first: "object", needs: [0, "name"], name: [0, "name"], properties: [1] }],
  }),
};

/** react-tracking: `useTracking().trackEvent({ action, ... })`; which key holds the name is the team's to choose. */
export const reactTracking: Preset = {
  id: "react-tracking",
  packages: ["react-tracking"],
  globals: [],
  methods: methodsOf({
    trackEvent: [
      ...["event", "eventName", "event_name", "action", "actionName", "action_name"],
      ...["actionType", "action_type", "name"],
    ].map(
      (key): CallShape => ({
        method: "track",
        first: "object",
        needs: [0, key],
        name: [0, key],
        properties: [0],
        without: [key],
      }),
    ),
  }),
};
