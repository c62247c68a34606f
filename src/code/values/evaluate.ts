// Expressions -> values, by syntax alone.
import type { ConditionalExpression, Expression, Node } from "oxc-parser";
import { lacking } from "../emission.js";
import { lookUp } from "../syntax/scopes.js";
import { bare, isFunction, keyName } from "../syntax/syntax.js";
import { asksOfGiven } from "./answers.js";
import { valueAt } from "./bindings.js";
import { callValue, resultOf } from "./call-values.js";
import { orElse } from "./conditions.js";
import { constructValue } from "./constructions.js";
import { decided } from "./decided.js";
import { memberOfEach } from "./each.js";
import { impliedIn } from "./frameworks/components.js";
import { serviceProperty } from "./frameworks/ember.js";
import { taggedOf } from "./frameworks/styled.js";
import { yielded } from "./frameworks/taken.js";
import { argumentsOf, subscribed } from "./implied-names.js";
import { castValue } from "./language/casts.js";
import { sumOf } from "./language/sums.js";
import { textOf } from "./language/texts.js";
import { asNumber } from "./language/times.js";
import { lazily } from "./lazily.js";
import { aside, type Linker, nested } from "./linker.js";
import { lookedUp, memberOf } from "./members.js";
import { atPlace } from "./narrowing.js";
import { fallbackOf } from "./present.js";
import { spreadList } from "./spread-lists.js";
import { superOf, thisOf } from "./this-value.js";
import {
  type Lazy,
  type Member,
  plainText,
  type Site,
  spanOf,
  unionOf,
  unknown,
  type Value,
  writtenOf,
} from "./values.js";

/** The value of an expression; `unknown` with the reason where syntax does not tell. */
export function evaluate(linker: Linker, expression: Node, site: Site): Value {
  const span = spanOf(site.module, expression);
  return nested(linker, span, () => {
    const value = evaluated(linker, expression, site);
    return castValue(expression, value, site) ?? value;
  });
}

function evaluated(linker: Linker, outer: Node, site: Site): Value {
  const node: Node = bare(outer as Expression);
  const span = spanOf(site.module, node);
  const of = (inner: Node): Value => evaluate(linker, inner, site);
  switch (node.type) {
    case "Literal":
      if (typeof node.value === "string")
        return { kind: "string", span, value: node.value, how: "literal", replaceable: true };
      if (typeof node.value === "number") return { kind: "number", span, value: node.value };
      if (typeof node.value === "boolean") return { kind: "boolean", span, value: node.value };
      if ("bigint" in node) return { kind: "other", span, what: "bigint" };
      if (!("regex" in node)) return { kind: "null", span };
      return {
        ...{ kind: "unknown", span, reason: "a regular expression" },
        pattern: { source: node.regex.pattern, flags: node.regex.flags },
      };
    case "TemplateLiteral": {
      const parts: (string | Value)[] = [];
      node.quasis.forEach((quasi, index) => {
        if (quasi.value.cooked !== "") parts.push(quasi.value.cooked ?? quasi.value.raw);
        const hole = node.expressions[index];
        if (hole !== undefined) parts.push(of(hole));
      });
      return textOf(span, parts);
    }
    case "Identifier": {
      if (node.name === "undefined") return { kind: "undefined", span };
      const binding = lookUp(site.scope, node.name);
      if (binding !== undefined)
        return atPlace(linker, node, site, seenAt(valueAt(linker, binding, site, node), span));
      const own =
        node.name === "arguments"
          ? argumentsOf(site, span)
          : (subscribed(linker, node.name, site) ?? impliedIn(linker, site.module, node.name, span));
      if (own !== undefined) return seenAt(own, span);
      if (node.name === "exports" && exportsByName(site))
        return { kind: "module", span, path: site.module.path };
      return { kind: "external", span, source: "", path: [node.name] };
    }
    case "YieldExpression":
      return yielded(linker, node.argument, site, span) ?? unknown(span, described(node));
    case "MemberExpression": {
      const name = keyName(node.property, node.computed);
      if (name === "exports" && namesGlobal(node.object, "module", site) && exportsByName(site))
        return { kind: "module", span, path: site.module.path };
      const object = node.object.type === "Super" ? superOf(linker, site, span) : of(node.object);
      if (name === undefined)
        return (
          memberOfEach(linker, node, site) ?? seenAt(lookedUp(linker, span, object, of(node.property)), span)
        );
      const found = memberOf(linker, object, name);
      // Nobody reads what is not there: it was put in, or cast, where nobody looked.
      return found.kind === "undefined"
        ? unknown(span, lacking(site.module.text.slice(node.object.start, node.object.end), name))
        : atPlace(linker, node, site, seenAt(found, span));
    }
    case "ThisExpression":
      return thisOf(linker, site, span);
    case "ConditionalExpression":
      return conditional(linker, span, node, site);
    case "LogicalExpression":
      if (node.operator === "&&") {
        const instead = aside(linker, span, () => of(node.left)).kind === "boolean" ? "false" : "unknown";
        const without: Value = { kind: "undefined", span, instead };
        const right = of(node.right);
        return decided(linker, span, node.left, site, right, without) ?? unionOf(span, [without, right]);
      }
      return node.operator === "||"
        ? orElse(span, of(node.left), of(node.right))
        : fallbackOf(span, of(node.left), of(node.right));
    case "BinaryExpression":
      return binary(span, node.operator, of, node.left, node.right);
    case "UnaryExpression":
      if (node.operator === "!" || node.operator === "delete") return { kind: "boolean", span };
      if (node.operator === "typeof") return { kind: "text", span };
      if (node.operator === "void") return { kind: "undefined", span };
      if (
        node.operator === "-" &&
        node.argument.type === "Literal" &&
        typeof node.argument.value === "number"
      )
        return { kind: "number", span, value: -node.argument.value };
      return node.operator === "+" ? asNumber(linker, of(node.argument), span) : { kind: "number", span };
    case "UpdateExpression":
      return { kind: "number", span };
    case "AssignmentExpression":
      return of(node.right);
    case "JSXElement":
    case "JSXFragment":
      // What it is nobody asks; it is there.
      return { kind: "object", span, members: [{ kind: "computed" }] };
    case "ObjectExpression":
      return { kind: "object", span, members: node.properties.map((one) => memberFor(linker, one, site)) };
    case "ArrayExpression": {
      let complete = true;
      let every = true;
      const items: Lazy[] = [];
      for (const element of node.elements) {
        if (element === null) items.push(() => ({ kind: "undefined", span }));
        else if (element.type === "SpreadElement") {
          const isTail = items.length > 0 && element === node.elements.at(-1);
          const inner = spreadList(linker, of(element.argument), isTail);
          items.push(...inner.items);
          complete &&= inner.complete;
          every &&= inner.complete || inner.every;
        } else items.push(lazily(() => of(element)));
      }
      return { kind: "array", span, items, complete, every };
    }
    case "ArrowFunctionExpression":
    case "FunctionExpression":
    case "FunctionDeclaration":
      return { kind: "function", span, fn: node, site, given: new Map() };
    case "ClassExpression":
    case "ClassDeclaration":
      return { kind: "class", span, cls: node, site, instance: false, given: new Map() };
    case "CallExpression":
      return callValue(linker, node, site);
    case "NewExpression":
      return constructValue(linker, node, site);
    case "TaggedTemplateExpression":
      return taggedOf(span, node.tag, of);
    case "ImportExpression": {
      const source = node.source.type === "Literal" ? node.source.value : undefined;
      if (typeof source !== "string") return unknown(span, "a module that is chosen at run time");
      const target = linker.resolve(site.module.path, source);
      return target.kind === "file"
        ? { kind: "module", span, path: target.path }
        : { kind: "external", span, source: target.name, path: ["*"] };
    }
    default:
      return unknown(span, described(node));
  }
}

/** Whether a module says what it exports as CommonJS does. */
function exportsByName({ module: { exports } }: Site): boolean {
  return exports.named.size > 0 || exports.whole !== undefined;
}

function namesGlobal(node: Node, name: string, site: Site): boolean {
  return node.type === "Identifier" && node.name === name && lookUp(site.scope, name) === undefined;
}

function conditional(
  linker: Linker,
  span: Value["span"],
  { test, consequent, alternate }: ConditionalExpression,
  site: Site,
): Value {
  const yes = evaluate(linker, consequent, site);
  const no = evaluate(linker, alternate, site);
  const chosen = decided(linker, span, test, site, yes, no);
  if (chosen === undefined && asksOfGiven(test, site.scope)) {
    const either = writtenOf(span, yes, no);
    return either.kind === "union" ? { ...either, asks: "parameters" } : either;
  }
  return chosen === undefined || (chosen.kind === "union" && chosen !== yes && chosen !== no)
    ? writtenOf(span, yes, no)
    : chosen;
}

/** A value that is used here: a text that stands elsewhere is a constant, and what is not known is not known here. */
function seenAt(value: Value, span: Value["span"]): Value {
  switch (value.kind) {
    case "string":
      return value.how === "literal" ? { ...value, how: "constant" } : value;
    case "parameter":
    case "unknown":
    case "external":
    case "typed":
    case "text":
    case "number":
    case "boolean":
      return { ...value, span };
    default:
      return value;
  }
}

function described({ type }: Node): string {
  return type === "YieldExpression" ? "what a generator is given" : "it is worked out at run time";
}

const comparisons = new Set(["==", "!=", "===", "!==", "<", "<=", ">", ">=", "in", "instanceof"]);

function binary(
  span: Value["span"],
  operator: string,
  of: (node: Node) => Value,
  left: Node,
  right: Node,
): Value {
  if (comparisons.has(operator)) return { kind: "boolean", span };
  if (operator !== "+") return { kind: "number", span };
  // A long sum leans to the left: its parts are gathered without nesting.
  const parts: Node[] = [right];
  let at = left;
  while (at.type === "BinaryExpression" && at.operator === "+") {
    parts.push(at.right);
    at = at.left;
  }
  parts.push(at);
  const values = parts.reverse().map(of);
  return sumOf(span, values);
}

function memberFor(linker: Linker, property: Node, site: Site): Member {
  if (property.type === "SpreadElement") {
    return { kind: "spread", value: lazily(() => evaluate(linker, property.argument, site)) };
  }
  if (property.type !== "Property") return { kind: "computed" };
  let name = keyName(property.key, property.computed);
  if (name === undefined) {
    name = plainText(evaluate(linker, property.key, site));
    if (name === undefined)
      return { kind: "computed", value: lazily(() => evaluate(linker, property.value, site)) };
  }
  const inner = property.value;
  // What stands in a method sees the object as `this`.
  const within = { module: site.module, scope: site.scope };
  const key = name;
  const value =
    property.kind === "get" && isFunction(inner)
      ? lazily(() => resultOf(linker, evaluate(linker, inner, within), []))
      : lazily(
          () =>
            serviceProperty(linker, site.module, inner, key, spanOf(site.module, inner)) ??
            evaluate(linker, inner, within),
        );
  return {
    kind: "property",
    name,
    span: spanOf(site.module, property.key),
    value,
    optional: false,
  };
}
