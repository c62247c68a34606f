// Requests to Customer.io itself, by a team that does without its libraries: the Track API, v1 and v2, and pipelines.
// Source: https://docs.customer.io/integrations/api/track/ and .../api/cdp/
import type { CallExpression } from "oxc-parser";
import type { CallShape } from "../presets/preset.js";
import { segmentMethods } from "../presets/segment.js";
import { evaluate } from "../values/evaluate.js";
import type { Linker } from "../values/linker.js";
import { memberOf } from "../values/members.js";
import { ownersOf } from "../values/owners.js";
import { eitherOf, plainText, type Site, unknown, type Value } from "../values/values.js";
import type { Effect } from "./effects.js";

/** Hosts in the bytes of a file. */
export const trackApiPattern = /\b(?:track|cdp)(?:-eu)?\.customer\.io\b/;
/** Files that take the host from elsewhere say whose it is. */
const namesCustomerIo = /customer\.?_?-?io/i;

/** Stands for what is not known in an address. */
const hole = "\0";

/** By the end of the address; the arguments are the body, the person in the address, and the address. */
const routes: readonly { readonly path: RegExp; readonly shapes: readonly CallShape[] }[] = [
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
    path: /\/customers\/[^/]+$/,
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
  ...(["track", "identify", "page", "screen", "group"] as const).map((method) => ({
    path: new RegExp(`/v1/${method}$`),
    shapes: (segmentMethods.get(method) ?? []).filter(({ first }) => first === "object"),
  })),
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

/** A request as it is written: where it goes, and what may be its body, the likeliest first. */
export type Request = { readonly address: Value; readonly bodies: () => readonly Value[] };

/** What a request to Customer.io does; undefined where it is none, or another one. */
export function trackApiEffect(
  linker: Linker,
  node: CallExpression,
  request: Request,
  site: Site,
  origin: string,
): Effect | undefined {
  const address = addressOf(request.address);
  if (!namesCustomerIo.test(address?.text ?? "") && !namesCustomerIo.test(site.module.text)) return undefined;
  const method = methodOf(linker, node, site);
  const route = routeFor(request.address, method);
  const isOpen = route === undefined && ownersOf(request.address).size > 0;
  if (route === undefined && !isOpen) return undefined;
  const body = request.bodies().find(({ kind }) => kind === "object" || kind === "parameter");
  if (body === undefined) return undefined;
  return {
    preset: "customerio-http",
    shapes: route?.shapes ?? [],
    args: [body, route?.person ?? { kind: "undefined", span: request.address.span }],
    ...(isOpen && { request: { address: request.address, method } }),
    typed: false,
    doubt: undefined,
    via: undefined,
    origin,
    requires: [],
    isRearranged: true,
  };
}

/** A request whose address came from a caller, where that says what it asks for; undefined where it asks for nothing known. */
export function settledRequest({ request, ...effect }: Effect): Effect | undefined {
  const route = request === undefined ? undefined : routeFor(request.address, request.method);
  const [body] = effect.args;
  if (route === undefined || body === undefined) return undefined;
  return {
    ...effect,
    shapes: route.shapes,
    args: [body, route.person ?? { kind: "undefined", span: body.span }],
  };
}

/** What a request to an address does, and whom it is about. */
function routeFor(
  target: Value,
  method: Value,
): { readonly shapes: readonly CallShape[]; readonly person: Value | undefined } | undefined {
  const address = addressOf(target);
  const route = address === undefined ? undefined : routes.find(({ path }) => path.test(address.text));
  if (address === undefined || route === undefined) return undefined;
  const verb = method.kind === "string" ? method.value.toUpperCase() : "";
  return verb === "DELETE" || verb === "GET" ? undefined : { shapes: route.shapes, person: address.person };
}

/** The text of an address, and what stands in it for the person. */
function addressOf(target: Value): { readonly text: string; readonly person: Value | undefined } | undefined {
  switch (target.kind) {
    // Another region has another host, and the same paths.
    case "choice":
      return addressOf(eitherOf(target));
    case "union":
      return target.members.map(addressOf).find((one) => one !== undefined);
    case "string":
      return { text: withoutQuery(target.value), person: undefined };
    case "template": {
      let text = "";
      let person: Value | undefined;
      for (const part of target.parts) {
        const known = typeof part === "string" ? part : plainText(part);
        if (typeof part !== "string" && text.endsWith("/customers/")) person = part;
        text += known ?? hole;
      }
      return { text: withoutQuery(text), person };
    }
    default:
      return undefined;
  }
}

function withoutQuery(address: string): string {
  return address.replace(/[?#].*$/s, "").replace(/\/$/, "");
}

/** The method of a request, as far as an option says it: `{ method: "DELETE" }`. */
function methodOf(linker: Linker, { arguments: args }: CallExpression, site: Site): Value {
  const methods = args.flatMap((argument) => {
    const options = argument.type === "SpreadElement" ? undefined : evaluate(linker, argument, site);
    return options?.kind === "object" ? [memberOf(linker, options, "method")] : [];
  });
  const known = methods.find(({ kind }) => kind !== "undefined");
  return known ?? unknown({ file: site.module.path, start: 0, end: 0 }, "the method of a request");
}
