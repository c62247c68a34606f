// A call that looks like one that sends an event and leads to nothing that is known -> what it would send.

import { partOf } from "../effects/effects.js";
import { isEmpty } from "../effects/guessing/own-emitter.js";
import { suspicionOf } from "../effects/guessing/suspicious.js";
import { once } from "../once.js";
import { callsWithin, type Placed } from "../syntax/scopes.js";
import { bare } from "../syntax/syntax.js";
import { argumentValues } from "../values/call-values.js";
import { evaluate } from "../values/evaluate.js";
import type { Module } from "../values/module.js";
import { type FunctionValue, idOf, type Site, type Value } from "../values/values.js";
import { emissionOf, namedBy, type Sending } from "./build-emission.js";
import { startOf } from "./callee-text.js";
import type { Found } from "./found.js";
import type { SiteContext } from "./sites.js";

/** What a call would send; nothing where it leads to what is known, or does not look like it. */
export function suspectedIn(context: SiteContext, module: Module, placed: Placed): readonly Found[] {
  const { linker } = context;
  const { node, scope } = placed;
  if (node.type !== "CallExpression") return [];
  const site: Site = { module, scope };
  const args = once(() => argumentValues(linker, node.arguments, site));
  const suspicion = suspicionOf(linker, node, args);
  if (suspicion === undefined) return [];
  const callee = evaluate(linker, node.callee, site);
  const origin = idOf(module, node);
  // What is handed in alone was looked for where it is handed in.
  if (callee.kind === "parameter" && node.callee.type === "Identifier") return [];
  if (
    isOthers(callee) ||
    (callee.kind === "function" && (saysItself(context, callee) || onlyAsks(callee, suspicion.event[0])))
  )
    return [];
  const { event, properties } = suspicion;
  const shape = { method: "track", name: event, ...(properties !== undefined && { properties }) } as const;
  const effect = {
    ...{ preset: "own", shapes: [shape], args: args(), typed: false, via: undefined, origin, requires: [] },
    doubt: "it looks like a call that sends an event, and leads to nothing that is known",
  };
  const sending: Sending = { module, placed, effect, shape, args: args() };
  const named = namedBy(linker, sending, partOf(linker, args(), event));
  const call = startOf(module.text, node.callee).replace(/\s+/g, " ").slice(0, 120);
  const emission = { ...emissionOf(linker, sending, named, call), suspected: suspicion };
  return [{ emission, owner: undefined, requires: [], effect, through: [] }];
}

/** Packages that record what happens to programs, and not what people do. */
const forPrograms =
  /sentry|bugsnag|rollbar|prom-client|statsd|opentelemetry|dd-trace|datadog|newrelic|winston|pino|bunyan|log4js|loglevel|^debug$|^(?:node:|@aws-|aws-|@azure\/|@grpc|graphql|redux|react(?:-|$)|vue(?:-|$)|@angular|rxjs|socket\.io|ioredis|kafka|amqp|@testing-library|events$)/i;

/** Whether a callee is a package's of which it is known that it tells nobody about people. */
function isOthers(value: Value): boolean {
  if (value.kind === "union") return value.members.some(isOthers);
  return value.kind === "external" && forPrograms.test(value.source);
}

/** Whether a function asks what it is given for a name and does no more with it: `if (event === "loaded") log("Loaded")`. */
function onlyAsks({ fn, site: { module } }: FunctionValue, index: number): boolean {
  const param = fn.params[index];
  if (param?.type !== "Identifier" || fn.body === null) return false;
  const text = module.text.slice(fn.body.start, fn.body.end);
  const name = param.name.replace(/\$/g, "\\$");
  const count = (pattern: string): number => text.match(new RegExp(pattern, "g"))?.length ?? 0;
  const asked =
    count(`(?<![\\w$.])${name}\\s*[!=]==?`) +
    count(`[!=]==?\\s*${name}(?![\\w$])`) +
    count(`\\bswitch\\s*\\(\\s*${name}\\s*\\)`);
  return asked > 0 && asked === count(`(?<![\\w$.])${name}(?![\\w$])`);
}

/** Whether a function does nothing, or sends an event that it names itself, as far as two functions show. */
function saysItself(context: SiteContext, fn: FunctionValue, depth = 0): boolean {
  if (isEmpty(fn) || context.emitsInside(fn)) return true;
  const { module } = fn.site;
  const calls = callsWithin(module.scopes, fn.fn);
  // What calls nothing sends nothing.
  if (calls.length === 0) return depth === 0;
  return (
    depth < 1 &&
    calls.slice(0, mostCalls).some(({ node, scope }) => {
      if (node.type !== "CallExpression") return false;
      const inner = evaluate(context.linker, bare(node.callee), { module, scope });
      return inner.kind === "function" && inner.fn !== fn.fn && saysItself(context, inner, depth + 1);
    })
  );
}

/** So many calls of a function are looked at. */
const mostCalls = 12;
