// The presets, and how a package or a global finds its own.

import { amplitude } from "./amplitude.js";
import { customerioBrowser, customerioNode, customerioPhones } from "./customerio.js";
import { engagement } from "./engagement.js";
import {
  angulartics,
  classicGoogle,
  classicPackages,
  dataLayer,
  firebase,
  googlePackages,
  googleTag,
  reactGoogle,
} from "./google.js";
import { flags, hosts, split } from "./hosts.js";
import {
  editors,
  feStats,
  mixpanel,
  plain,
  plausible,
  posthog,
  reactTracking,
  redHat,
  sanity,
  wooCommerce,
} from "./others.js";
import { byForm, countly } from "./others-by-form.js";
import type { Preset } from "./preset.js";
import { customerioPipelines, keepingClients, rudderstack, segment } from "./segment.js";
import { devices, emberMetrics, insights, matomo, pixels, recorders, snowplow, statsig } from "./smaller.js";

export const presets: readonly Preset[] = [
  customerioNode,
  customerioPipelines,
  customerioBrowser,
  customerioPhones,
  segment,
  rudderstack,
  ...keepingClients,
  posthog,
  amplitude,
  mixpanel,
  plausible,
  googleTag,
  dataLayer,
  googlePackages,
  reactGoogle,
  classicGoogle,
  classicPackages,
  angulartics,
  firebase,
  reactTracking,
  editors,
  feStats,
  redHat,
  sanity,
  statsig,
  matomo,
  insights,
  snowplow,
  recorders,
  pixels,
  engagement,
  devices,
  emberMetrics,
  hosts,
  flags,
  split,
  countly,
  byForm,
  plain,
  wooCommerce,
];

const byPackage = new Map<string, Preset>();
const byScope: { readonly prefix: string; readonly preset: Preset }[] = [];
const byGlobal = new Map<string, Preset>();
for (const preset of presets) {
  for (const name of preset.packages) {
    if (name.endsWith("/*")) byScope.push({ prefix: name.slice(0, -1), preset });
    else byPackage.set(name, preset);
  }
  for (const name of preset.globals) byGlobal.set(name, preset);
}

/** The preset of a package, by its name in an import. */
export function presetOfPackage(name: string): Preset | undefined {
  return byPackage.get(name) ?? byScope.find(({ prefix }) => name.startsWith(prefix))?.preset;
}

/** Libraries whose users send events with them, and that are imported for nothing else. */
const forEvents: ReadonlySet<string> = new Set([
  ...[
    "customerio-node",
    "customerio-reactnative",
    "@customerio/cdp-analytics-browser",
    "@customerio/cdp-analytics-node",
  ],
  ...["analytics-node", "@segment/analytics-next", "@segment/analytics-node"],
  ...["@segment/analytics-react-native", "rudder-sdk-js", "@rudderstack/analytics-js"],
  ...["@rudderstack/rudder-sdk-node", "@rudderstack/rudder-sdk-react-native"],
  ...["amplitude-js", "@amplitude/analytics-browser", "@amplitude/analytics-node", "@amplitude/node"],
  ...["@amplitude/analytics-react-native", "@amplitude/react-native", "react-native-amplitude-analytics"],
  ...["posthog-js", "posthog-node", "posthog-react-native"],
  ...["mixpanel", "mixpanel-browser", "mixpanel-react-native", "react-ga", "react-ga4"],
]);

/** All of them. */
export const librariesForEvents: readonly string[] = [...forEvents];

/** Whether a package is a library for events and for nothing else. */
export function isForEvents(name: string): boolean {
  return forEvents.has(name);
}

/** The preset of a global variable. */
export function presetOfGlobal(name: string): Preset | undefined {
  return byGlobal.get(name);
}

/** The preset with an id; Segment's where there is none. */
export function presetById(id: string): Preset {
  return presets.find((preset) => preset.id === id) ?? segment;
}

/** The preset of something of a package, or of a global, by the way to it. */
export function presetOf(source: string, path: readonly string[]): Preset | undefined {
  if (source !== "") return presetOfPackage(source);
  const [first = ""] = path;
  const preset = presetOfGlobal(first);
  // A global function is called by its own name, a client by a method.
  return preset !== undefined && (path.length > 1 || preset.methods.has(first)) ? preset : undefined;
}

/** Whether a value is, or leads to, the client of a library that is known. */
export function isClient({
  source,
  path,
}: {
  readonly source: string;
  readonly path: readonly string[];
}): boolean {
  return source === "" ? presetOfGlobal(path[0] ?? "") !== undefined : presetOfPackage(source) !== undefined;
}
