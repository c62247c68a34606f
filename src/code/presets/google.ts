// Google's: the classic `ga` and `_gaq`, the tag, the data layer, Firebase, and the packages around them.
import { type ArgumentPath, type CallShape, methodsOf, type Preset } from "./preset.js";

const named: CallShape = { method: "track", first: "text", name: [0], properties: [1] };

const google: CallShape = { method: "track", when: [{ at: [0], is: "event" }], name: [1], properties: [2] };

/** An event of the data layer, which is an object with its name. */
const layered: CallShape = {
  method: "track",
  first: "object",
  needs: [0, "event"],
  name: [0, "event"],
  properties: [0],
  without: ["event"],
};

/**
 * Classic events are a category, an action, a label and a value: the action says what happened, and is the name. What
 * stands by its place alone is carried without a key.
 */
const byPlace = (action: ArgumentPath): CallShape => ({
  method: "track",
  needs: action,
  name: action,
  unseen: true,
});
const byKey = (index: number, key: string): CallShape => ({
  method: "track",
  needs: [index, key],
  name: [index, key],
  properties: [index],
  without: ["hitType", key],
});
const send = { at: [0], is: "send", ends: ".send" } as const;
const hit = { at: [1], is: "event" } as const;

/** `ga("send", "event", category, action, label)` and `ga("send", { hitType: "event", eventAction })`. */
export const classicEvent: readonly CallShape[] = [
  { ...byKey(2, "eventAction"), object: 2, when: [send, hit] },
  { ...byKey(3, "eventAction"), object: 3, when: [send, hit] },
  { ...byKey(1, "eventAction"), when: [send, { at: [1, "hitType"], is: "event" }] },
  { ...byPlace([3]), when: [send, hit] },
  { ...byKey(2, "eventAction"), when: [send, hit] },
];

/** `event(category, action, label)` and `event({ ec, ea, el })` of clients. */
const clientEvent: readonly CallShape[] = [
  ...["eventAction", "action", "ea"].map((key): CallShape => ({ ...byKey(0, key), first: "object" })),
  { ...byPlace([1]), first: "text", text: [1] },
  { ...byKey(1, "action"), object: 1, first: "text" },
  { ...byPlace([1]), first: "text" },
];

/** The classic tracker of pages: `ga`, and what stood before it. */
export const classicGoogle: Preset = {
  id: "google",
  packages: [],
  globals: ["ga", "_gaq", "__gaTracker", "pageTracker"],
  methods: methodsOf({
    ga: classicEvent,
    __gaTracker: classicEvent,
    push: [
      {
        method: "track",
        when: [{ at: [0, "0"], is: "_trackEvent", ends: "._trackEvent" }],
        name: [0, "2"],
        unseen: true,
      },
    ],
    _trackEvent: [byPlace([1])],
  }),
};

/** Packages that speak the language of classic events. */
export const classicPackages: Preset = {
  id: "google",
  packages: [
    "universal-analytics",
    "vue-analytics",
    "vue-ua",
    "@types/google.analytics",
    "electron-google-analytics",
    "react-native-google-analytics-bridge",
    "react-native-google-analytics",
    "@ionic-native/google-analytics",
    "@ionic-native/google-analytics/ngx",
    "@awesome-cordova-plugins/google-analytics",
    "nativescript-google-analytics",
  ],
  globals: ["$ga"],
  methods: methodsOf({
    event: clientEvent,
    trackEvent: clientEvent,
    ga: classicEvent,
  }),
};

/** Google's data layer, tag and Firebase, and wrappers of them that are known by name. */
export const googleTag: Preset = {
  id: "gtag",
  packages: [],
  globals: ["gtag", "$gtag"],
  methods: methodsOf({
    gtag: [google],
    $gtag: [google],
    event: [{ method: "track", first: "text", name: [0], properties: [1] }],
  }),
};

export const dataLayer: Preset = {
  id: "data-layer",
  packages: [],
  globals: ["dataLayer", "adobeDataLayer"],
  methods: methodsOf({
    push: [
      // A classic event on its way through the tag manager: what it calls an event is the same for many.
      {
        method: "track",
        first: "object",
        needs: [0, "eventAction"],
        also: [0, "eventCategory"],
        vague: [0, "event"],
        name: [0, "eventAction"],
        properties: [0],
        without: ["event", "eventAction"],
      },
      // What loads the tag manager tells it when.
      { ...layered, unless: [0, "gtm.start"] },
      { method: "track", when: [{ at: [0, "0"], is: "event" }], name: [0, "1"], properties: [0, "2"] },
    ],
  }),
};

/** `event({ category, action, label })`: an event by its action. */
const actionEvent: CallShape = {
  method: "track",
  first: "object",
  needs: [0, "action"],
  name: [0, "action"],
  properties: [0],
  without: ["action"],
};

/** It takes objects alone: of a text it sends nothing. */
export const reactGoogle: Preset = {
  id: "google",
  packages: ["react-ga"],
  globals: [],
  methods: methodsOf({ event: [{ ...byKey(0, "action"), without: ["action"] }], ga: classicEvent }),
};

export const googlePackages: Preset = {
  id: "google",
  packages: [
    "react-ga4",
    "@next/third-parties/*",
    "react-gtm-module",
    "vue-gtag",
    "vue-gtag-next",
    "nuxt-gtag",
    "nextjs-google-analytics",
    "ngx-google-analytics",
    "@elgorditosalsero/react-gtm-hook",
    "angular-google-tag-manager",
    "@gtm-support/vue-gtm",
    "vue-gtm",
  ],
  globals: ["$gtm"],
  methods: methodsOf({
    push: [layered],
    event: [actionEvent, { method: "track", first: "text", name: [0], properties: [1] }],
    ga: classicEvent,
    sendGAEvent: [{ method: "track", when: [{ at: [0], is: "event" }], name: [1], properties: [2] }, layered],
    sendGTMEvent: [layered],
    // react-gtm-module: `TagManager.dataLayer({ dataLayer: { event } })`.
    dataLayer: [
      {
        method: "track",
        first: "object",
        needs: [0, "dataLayer", "eventAction"],
        also: [0, "dataLayer", "eventCategory"],
        vague: [0, "dataLayer", "event"],
        name: [0, "dataLayer", "eventAction"],
        properties: [0, "dataLayer"],
        without: ["event", "eventAction"],
      },
      {
        method: "track",
        first: "object",
        needs: [0, "dataLayer", "event"],
        name: [0, "dataLayer", "event"],
        properties: [0, "dataLayer"],
        without: ["event"],
      },
    ],
    sendDataToGTM: [layered],
    pushTag: [layered],
    // vue-gtm: what it calls an event is the same for all.
    trackEvent: [{ ...byKey(0, "action"), first: "object", without: ["action"] }, layered],
    gtag: [google],
  }),
};

/**
 * The events that React Native's library has methods for.
 * Source: https://rnfirebase.io/reference/analytics
 */
const firebaseNames: ReadonlyMap<string, string> = new Map(
  [
    ...["AddPaymentInfo", "AddShippingInfo", "AddToCart", "AddToWishlist", "AppOpen", "BeginCheckout"],
    ...["CampaignDetails", "EarnVirtualCurrency", "GenerateLead", "JoinGroup", "LevelEnd", "LevelStart"],
    ...["LevelUp", "Login", "PostScore", "Purchase", "Refund", "RemoveFromCart", "Search", "SelectContent"],
    ...[
      "SelectItem",
      "SelectPromotion",
      "SetCheckoutOption",
      "Share",
      "SignUp",
      "SpendVirtualCurrency",
      "TutorialBegin",
    ],
    ...["TutorialComplete", "UnlockAchievement", "ViewCart", "ViewItem", "ViewItemList", "ViewPromotion"],
    "ViewSearchResults",
  ].map((name) => [`log${name}`, name.replace(/(?!^)[A-Z]/g, "_$&").toLowerCase()]),
);

export const firebase: Preset = {
  id: "firebase",
  packages: [
    "firebase",
    "firebase/app",
    "firebase/analytics",
    "firebase/compat/*",
    "@firebase/analytics",
    "@react-native-firebase/analytics",
    "@react-native-firebase/app",
    "react-native-firebase",
    "expo-firebase-analytics",
    "@angular/fire/*",
    "@capacitor-firebase/analytics",
    "@capacitor-community/firebase-analytics",
    "@ionic-native/firebase-analytics",
    "@ionic-native/firebase-analytics/ngx",
    "@awesome-cordova-plugins/firebase-analytics",
    "nativescript-plugin-firebase",
    "@nativescript/firebase-analytics",
  ],
  globals: ["$fire"],
  methods: methodsOf({
    logEvent: [
      // The functional form takes the client first, which may be anything that somebody gives out.
      { method: "track", text: [1], name: [1], properties: [2] },
      { method: "track", first: "object", needs: [1], name: [1], properties: [2] },
      // Capacitor's and NativeScript's forms.
      {
        method: "track",
        first: "object",
        needs: [0, "name"],
        also: [0, "params"],
        name: [0, "name"],
        properties: [0, "params"],
      },
      ...["name", "key"].map(
        (key): CallShape => ({
          method: "track",
          first: "object",
          needs: [0, key],
          name: [0, key],
          properties: [0, key === "key" ? "parameters" : "params"],
        }),
      ),
      { method: "track", first: "text", needs: [1], name: [0], properties: [1] },
      { method: "track", first: "text", name: [0] },
    ],
    logScreenView: [
      {
        method: "screen",
        first: "object",
        needs: [0, "screen_name"],
        name: [0, "screen_name"],
        properties: [0],
      },
    ],
  }),
  fixed: firebaseNames,
};

/** Functions of Angular's services and directives, which name the action first. */
export const angulartics: Preset = {
  id: "google",
  packages: ["angulartics", "angulartics2", "angulartics2/*"],
  globals: [],
  methods: methodsOf({
    eventTrack: [named],
    next: [
      {
        method: "track",
        first: "object",
        needs: [0, "action"],
        name: [0, "action"],
        properties: [0, "properties"],
      },
    ],
  }),
};
