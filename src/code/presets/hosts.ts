// Products that others are built into, and what they give these to tell what happened: Grafana, Backstage, Kibana; and
// flags and experiments, which count what people did.
import { methodsOf, type Preset } from "./preset.js";
import { keyed, named } from "./smaller.js";

export const hosts: Preset = {
  id: "other",
  packages: [
    "@backstage/core-plugin-api",
    "@backstage/frontend-plugin-api",
    "@elastic/ebt",
    "@elastic/ebt/*",
    "@grafana/runtime",
    "@kbn/*",
  ],
  globals: [],
  methods: methodsOf({
    reportInteraction: [named],
    // https://backstage.io/docs/plugins/analytics: what was done, to what, and what else is known of it.
    captureEvent: [
      { method: "track", first: "text", needs: [1], name: [0], properties: [2, "attributes"] },
      keyed(0, "action", "attributes"),
    ],
    reportEvent: [named],
  }),
};

/** Flags that are told what people did. */
export const flags: Preset = {
  id: "other",
  packages: [
    "@devcycle/*",
    "@flagsmith/*",
    "@optimizely/*",
    "flagsmith",
    "flagsmith/*",
    "react-native-flagsmith",
  ],
  globals: ["flagsmith"],
  methods: methodsOf({
    trackEvent: [named],
    track: [
      keyed(0, "type", "metaData"),
      // Optimizely's: the event, who, what is known of them, and what is known of it.
      { method: "track", first: "text", needs: [3], name: [0], properties: [3] },
      { method: "track", first: "text", name: [0] },
    ],
  }),
};

/** Split's: who and of what kind first, or the kind alone. */
export const split: Preset = {
  id: "other",
  packages: ["@splitsoftware/*"],
  globals: [],
  methods: methodsOf({
    track: [
      { method: "track", first: "text", text: [2], name: [2], properties: [4] },
      { method: "track", first: "text", needs: [1], name: [1], properties: [3] },
    ],
  }),
};
