// The HTTP interfaces of products that take events: by whose address, and where in a request's body stands what.
// Sources: https://docs.customer.io/integrations/api/track/ and .../api/cdp/, https://segment.com/docs/connections/sources/catalog/libraries/server/http-api/,
// https://www.rudderstack.com/docs/api/http-api/, https://developer.mixpanel.com/reference/track-event,
// https://amplitude.com/docs/apis/analytics/http-v2, https://posthog.com/docs/api/capture,
// https://developers.google.com/analytics/devguides/collection/protocol/ga4, https://plausible.io/docs/events-api
import { amplitude } from "../../presets/amplitude.js";
import type { CallShape } from "../../presets/preset.js";
import { segmentMethods } from "../../presets/segment.js";

/** One thing that can be asked for; the arguments are the body, and the person in the address. */
export type Route = { readonly path: RegExp; readonly shapes: readonly CallShape[] };

/** A product that takes requests. */
export type Service = {
  readonly preset: string;
  /** Its hosts, in an address. */
  readonly hosts: RegExp;
  /** What a file says that takes the host from elsewhere. */
  readonly named: RegExp;
  readonly routes: readonly Route[];
};

/** Segment's, and those that speak its language: one call, or several in one. */
const pipelines: readonly Route[] = [
  ...(["track", "identify", "page", "screen", "group"] as const).map((method) => ({
    // Libraries of pages say it with a letter.
    path: new RegExp(`/v1/(?:${method}|${method.charAt(0)})$`),
    shapes: objectShapes(method),
  })),
  {
    path: /\/v1\/batch$/,
    shapes: (["track", "identify", "page", "screen", "group"] as const).flatMap((method) =>
      objectShapes(method).map(
        (shape): CallShape => ({ ...shape, when: [{ at: [0, "type"], is: method }], each: [0, "batch"] }),
      ),
    ),
  },
];

function objectShapes(method: string): readonly CallShape[] {
  return (segmentMethods.get(method) ?? []).filter(({ first }) => first === "object");
}

const customerio: readonly Route[] = [
  {
    path: /\/customers\/[^/]+\/events$/,
    shapes: [
      {
        method: "track",
        needs: [0, "name"],
        name: [0, "name"],
        properties: [0, "data"],
        identities: [{ as: "id", at: [1] }],
        eventId: [0, "id"],
        timestamp: [0, "timestamp"],
        isTrackApi: true,
      },
    ],
  },
  {
    path: /\/v1\/events$/,
    shapes: [
      {
        method: "track",
        needs: [0, "name"],
        name: [0, "name"],
        properties: [0, "data"],
        identities: [{ as: "anonymous", at: [0, "anonymous_id"] }],
        eventId: [0, "id"],
        timestamp: [0, "timestamp"],
        isTrackApi: true,
      },
    ],
  },
  {
    // What many people's attributes are read by is a path of its own.
    path: /\/customers\/(?!attributes$)[^/]+$/,
    shapes: [
      {
        method: "identify",
        needs: [0],
        properties: [0],
        identities: [{ as: "id", at: [1] }],
        isTrackApi: true,
      },
    ],
  },
  { path: /\/v2\/entity$/, shapes: entity() },
  { path: /\/v2\/batch$/, shapes: entity().map((shape) => ({ ...shape, each: [0, "batch"] })) },
  ...pipelines,
];

/** What one request of the second version does, by its action. */
function entity(): readonly CallShape[] {
  const identities = (["id", "email", "phone"] as const).map((as) => ({
    as,
    at: [0, "identifiers", as] as const,
  }));
  return [
    {
      method: "track",
      when: [{ at: [0, "action"], is: "event" }],
      name: [0, "name"],
      properties: [0, "attributes"],
      identities,
      needsIdentity: true,
      eventId: [0, "id"],
      timestamp: [0, "timestamp"],
      isTrackApi: true,
    },
    {
      method: "identify",
      isTrackApi: true,
      when: [
        { at: [0, "action"], is: "identify" },
        { at: [0, "type"], is: "person" },
      ],
      properties: [0, "attributes"],
      identities,
    },
  ];
}

const mixpanelEvent: CallShape = {
  method: "track",
  needs: [0, "event"],
  name: [0, "event"],
  properties: [0, "properties"],
  without: ["token", "distinct_id", "$insert_id", "time", "ip"],
  identities: [{ as: "id", at: [0, "properties", "distinct_id"] }],
};

const posthogEvent: CallShape = {
  method: "track",
  needs: [0, "event"],
  name: [0, "event"],
  properties: [0, "properties"],
  without: ["distinct_id", "$set", "$set_once", "$groups", "$process_person_profile", "$lib"],
  // Both are taken.
  identities: [
    { as: "id", at: [0, "distinct_id"] },
    { as: "id", at: [0, "properties", "distinct_id"] },
  ],
  timestamp: [0, "timestamp"],
};

const amplitudeEvents = (amplitude.methods.get("track") ?? []).filter(({ first }) => first === "object");

/** Both forms of a call that may also come in a list. */
function aloneOrIn(list: "events" | "batch" | undefined, shapes: readonly CallShape[]): readonly CallShape[] {
  const each = list === undefined ? ([0] as const) : ([0, list] as const);
  return [...shapes, ...shapes.map((shape): CallShape => ({ ...shape, each }))];
}

export const services: readonly Service[] = [
  {
    preset: "customerio-http",
    hosts: /customer\.?_?-?io/i,
    named: /customer\.?_?-?io/i,
    routes: customerio,
  },
  {
    preset: "segment",
    hosts: /\bapi\.segment\.(?:io|com)|segmentapis\.com/i,
    named: /\bsegment\.(?:io|com)\b|segmentapis|\bSEGMENT_|[sS]egmentI[oO]/,
    routes: pipelines,
  },
  {
    preset: "rudderstack",
    hosts: /rudder(?:stack|labs)\.com/i,
    named: /rudder/i,
    routes: pipelines,
  },
  {
    preset: "mixpanel",
    hosts: /\bapi(?:-eu|-in|-js)?\.mixpanel\.com/i,
    named: /mixpanel/i,
    routes: [{ path: /\/(?:track|import)$/, shapes: aloneOrIn(undefined, [mixpanelEvent]) }],
  },
  {
    preset: "amplitude",
    hosts: /\bamplitude\.com/i,
    named: /amplitude/i,
    routes: [{ path: /\/(?:httpapi|2\/httpapi|batch)$/, shapes: aloneOrIn("events", amplitudeEvents) }],
  },
  {
    preset: "posthog",
    hosts: /posthog\.com/i,
    named: /posthog/i,
    routes: [{ path: /\/(?:capture|i\/v0\/e|e|batch)$/, shapes: aloneOrIn("batch", [posthogEvent]) }],
  },
  {
    preset: "google",
    hosts: /google-analytics\.com/i,
    named: /google-?analytics/i,
    routes: [
      {
        path: /\/mp\/collect$/,
        shapes: [
          {
            method: "track",
            needs: [0, "name"],
            name: [0, "name"],
            properties: [0, "params"],
            without: ["session_id", "engagement_time_msec"],
            each: [0, "events"],
          },
        ],
      },
    ],
  },
  {
    preset: "other",
    hosts: /\bplausible\.io/i,
    named: /plausible/i,
    routes: [
      {
        path: /\/api\/event$/,
        shapes: [{ method: "track", needs: [0, "name"], name: [0, "name"], properties: [0, "props"] }],
      },
    ],
  },
];

/** Their hosts in the bytes of a file. */
export const apiPattern =
  /\b(?:track|cdp)(?:-eu)?\.customer\.io\b|\bapi\.segment\.(?:io|com)\b|segmentapis\.com|rudder(?:stack|labs)\.com|\bapi(?:-eu|-in|-js)?\.mixpanel\.com|\bamplitude\.com\/|posthog\.com\b|google-analytics\.com[^"'`]{0,20}\/mp\/|\bplausible\.io\/api\/event\b/;
/** Words of which one stands in each file that the pattern finds. */
export const apiWords: readonly string[] = [
  ...["customer", "segment", "segmentapis", "rudderstack", "rudderlabs", "mixpanel"],
  ...["amplitude", "posthog", "google", "plausible"],
];
