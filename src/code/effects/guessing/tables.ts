// Names of events that come out of a table of them, `AnalyticsEvents.CartOpened`, and are given to what is not followed:
// nobody writes such a name but where the event is sent, or where what sends it is asked to.
import type { CallExpression, Node, ObjectExpression } from "oxc-parser";
import { lookUp, type Placed, type Scope } from "../../syntax/scopes.js";
import { attributeName, bare, elementName, keyName, tailName } from "../../syntax/syntax.js";
import type { Module } from "../../values/module.js";
import { analyticsPath, nameKeys, saysTracking, trackingPath } from "../emitter-names.js";
import { mayRelay } from "./relays.js";

/** The name of calls that are given such a name, for searches. */
export const tableName = "tables.*";

/** The doubt about them. */
export const tableDoubt = "what is done with the name of this event is not followed";

/** A table of events that are analytics', by its name. */
const tableOfEvents =
  /^(?:\w*(?:Analytics|ANALYTICS|Telemetry|TELEMETRY|Tracking|TRACKING|Mixpanel|MIXPANEL|Amplitude|AMPLITUDE|Posthog|PostHog|POSTHOG|Segment|SEGMENT|Matomo|MATOMO|GTM|GA4?|MetaMetrics|Track|TRACK|Pixel|PIXEL)\w*(?:Events?|EVENTS?|Actions?|ACTIONS?|Names?|NAMES?|Types?|TYPES?))$/;
/** One that may be another's, unless it comes out of a file that is about analytics. */
const looseTable = /^(?:\w*(?:Events?|EVENTS?)_?(?:Names?|NAMES?|Types?|TYPES?|Actions?|ACTIONS?)?)$/;

const analytics =
  "(?:Analytics|ANALYTICS|Telemetry|TELEMETRY|Tracking|TRACKING|Mixpanel|MIXPANEL|Amplitude|AMPLITUDE|Posthog|PostHog|" +
  "POSTHOG|Segment|SEGMENT|Matomo|MATOMO|MetaMetrics|Track|TRACK|Pixel|PIXEL)";
/** The last of a table's name in the bytes of a file, and the same of a word in it. */
const tablePattern = new RegExp(`${analytics}\\w*(?:Events?|EVENTS?)\\.\\w`);
export const tableWord = new RegExp(`${analytics}\\w*(?:Events?|EVENTS?)$`);
const loosePattern = /(?:Events?|EVENTS?)(?:_?(?:Names?|NAMES?|Types?|TYPES?|Actions?|ACTIONS?))?\.\w/;
const importPattern =
  /from\s*["'](?:[^"'\n]*[^\w"'])?(?:analytics|telemetry|tracking|amplitude|mixpanel|segment|posthog)["'/.-]/;

/** Whether a file may hold such a call, by its bytes. */
export function maySayTable(bytes: string): boolean {
  return (
    tablePattern.test(bytes) ||
    eventForm.test(bytes) ||
    (loosePattern.test(bytes) && (importPattern.test(bytes) || /<Track\b/.test(bytes)))
  );
}

/** What does something else with a name: it compares, listens, reads, checks, makes a type of it. */
const others =
  /^_?(?:get|is|has|should|can|did|build|parse|format|validate|[oO]n|off|once|un|subscribe|unsubscribe|remove|load|find|read|render|filter|map|reduce|some|every|sort|check|convert|normalize|includes|indexOf|startsWith|endsWith|equal|equals|to|from|with|use|set|fetch|delete|query|list|count|test|mock|describe|it|expect|wait|assert|define|register|add|literal|enum|values|keys|entries|freeze|log|error|warn|debug|info|take\w*|ofType|case|add\w*Listener|createAction|createReducer|Symbol|String|Object|RegExp|Set|Map|Array)(?=[A-Z_]|$)/;

/** A place in a call, and the keys in it; `isByKey` where it is no table that says that an event is named there. */
type Place = {
  readonly at: number;
  readonly keys?: readonly string[];
  readonly says?: boolean;
  readonly isByKey?: true;
};

/** Where a call is given the name of an event out of a table: at which place, and under which key if any. */
export function tableAt(module: Module, { node, scope }: Placed): Place | undefined {
  if (node.type === "JSXOpeningElement") {
    const says = /track|analytics/i.test(elementName(node) ?? "");
    for (const one of node.attributes) {
      if (one.type === "JSXSpreadAttribute") {
        if (isOfTable(bare(one.argument), scope, says)) return { at: 0, says };
        continue;
      }
      const { value } = one;
      const isNamed = eventKey.test(attributeName(one)) && value?.type === "Literal" && isText(value);
      if (isNamed && /^[A-Z]/.test(elementName(node) ?? "") && mayRelay(module.text, module.path))
        return { at: 0, keys: [attributeName(one)], isByKey: true };
      if (value?.type !== "JSXExpressionContainer" || value.expression.type === "JSXEmptyExpression")
        continue;
      if (isOfTable(bare(value.expression), scope, says)) return { at: 0, keys: [attributeName(one)] };
    }
    return undefined;
  }
  if (node.type !== "CallExpression") return undefined;
  const method = tailName(node.callee);
  if (method === undefined || others.test(method) || isKept(node, scope)) return undefined;
  const says = saysTracking.test(method);
  for (const [at, one] of node.arguments.slice(0, 3).entries()) {
    if (one.type === "SpreadElement") return undefined;
    const given = bare(one);
    if (isOfTable(given, scope, says)) return { at };
    if (given.type !== "ObjectExpression") continue;
    for (const member of given.properties) {
      const key = member.type === "Property" ? keyName(member.key, member.computed) : undefined;
      if (member.type !== "Property" || key === undefined) continue;
      if (nameKeys.includes(key) && isOfTable(bare(member.value), scope, says)) return { at, keys: [key] };
    }
    const keys = saidIn(given);
    if (keys !== undefined && (mayRelay(module.text, module.path) || saysEvents.test(method)))
      return { at, keys };
  }
  return undefined;
}

/** Whether a name is put into a list that the file makes itself: what is done with that says who takes it out. */
function isKept({ callee }: CallExpression, scope: Scope): boolean {
  if (callee.type !== "MemberExpression" || !listing.test(tailName(callee) ?? "")) return false;
  const list = callee.object.type === "Identifier" ? lookUp(scope, callee.object.name)?.what : undefined;
  return list?.kind === "variable" && list.init?.type === "ArrayExpression";
}

const listing = /^(?:push|unshift|concat|splice|fill)$/;

/** What is called for the events that it is told. */
const saysEvents = /[Ee]vent|[tT]rack|[tT]elemetry|[aA]nalytics/;
const eventForm = /\bevent\s*:\s*["'`][^"'`\n]*["'`]\s*,\s*(?:props|properties)\b/;

/** Keys that nobody but analytics gives the name of an event. */
const eventKey = /^(?:event|analytics|tracking|telemetry)_?name$/i;

/** Under which keys an object says the name of an event, by what nobody but analytics calls that. */
function saidIn(given: ObjectExpression, depth = 0): readonly string[] | undefined {
  // Nothing but Google's classic events has these.
  const written = given.properties.map((one) =>
    one.type === "Property" ? keyName(one.key, one.computed) : undefined,
  );
  if (written.includes("eventAction") && (written.includes("hitType") || written.includes("eventCategory")))
    return ["eventAction"];
  // As the servers of analytics take an event, and nobody else.
  if (written.includes("event") && (written.includes("props") || written.includes("properties")))
    for (const member of given.properties)
      if (
        member.type === "Property" &&
        keyName(member.key, member.computed) === "event" &&
        isText(bare(member.value))
      )
        return ["event"];
  for (const member of given.properties) {
    const key = member.type === "Property" ? keyName(member.key, member.computed) : undefined;
    if (member.type !== "Property" || key === undefined) continue;
    const value = bare(member.value);
    if (eventKey.test(key) && isText(value)) return [key];
    const inner = value.type === "ObjectExpression" && depth < 1 ? saidIn(value, depth + 1) : undefined;
    if (inner !== undefined) return [key, ...inner];
  }
  return undefined;
}

/** Whether an expression is a text that is written out, at least in part. */
function isText(node: Node): boolean {
  if (node.type === "ConditionalExpression")
    return isText(bare(node.consequent)) && isText(bare(node.alternate));
  if (node.type === "TemplateLiteral") return node.quasis.some(({ value }) => /\p{L}/u.test(value.raw));
  return node.type === "Literal" && typeof node.value === "string" && /\p{L}/u.test(node.value);
}

/** Whether an expression is a member of a table of events, which may be others' unless what is called says otherwise. */
function isOfTable(node: Node, scope: Scope, says: boolean): boolean {
  if (node.type === "ConditionalExpression")
    return [node.consequent, node.alternate].every((one) => isOfTable(bare(one), scope, says));
  if (node.type !== "MemberExpression" || node.computed) return false;
  const names: string[] = [];
  let at: Node = node.object;
  while (at.type === "MemberExpression" && !at.computed) {
    names.push(keyName(at.property, false) ?? "");
    at = at.object;
  }
  if (at.type !== "Identifier") return false;
  const what = lookUp(scope, at.name)?.what;
  if (what === undefined || what.kind === "parameter" || what.kind === "caught") return false;
  const all = [...names, at.name];
  if (all.some((one) => tableOfEvents.test(one))) return true;
  const source = what.kind === "import" ? what.source : "";
  return (
    (says || analyticsPath.test(source) || trackingPath.test(source)) &&
    all.some((one) => looseTable.test(one))
  );
}
