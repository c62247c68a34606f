// The elements of other components in the markup of Vue and Svelte files, as JSX has them: what a component is given.
import type {
  Expression,
  IdentifierName,
  JSXAttributeItem,
  JSXAttributeValue,
  JSXElement,
  JSXIdentifier,
  Program,
} from "oxc-parser";
import { camel } from "./directives.js";

/** `<Button event="Saved">`, `<track-button event="Saved">`: the tags of components. */
const tagOpening = /<(?<tag>[A-Z][\w$]*|[a-z]\w*(?:-\w+)+)(?=[\s/>])/g;

/** The code of an attribute that is more than a name or a text, by its place; `put` takes what it is. */
type Pending = {
  readonly start: number;
  readonly end: number;
  readonly put: (expression: Expression) => void;
};

/**
 * Elements of components whose names the scripts hold, with what shows of what these are given. `read` parses a text of
 * statements; undefined where that is none.
 */
export function elementsIn(
  markup: string,
  scripts: string,
  language: "vue" | "svelte",
  read: (code: string) => Program | undefined,
): JSXElement[] {
  const found: JSXElement[] = [];
  const pending: Pending[] = [];
  for (const match of markup.matchAll(tagOpening)) {
    const tag = match.groups?.tag ?? "";
    const name = pascal(tag);
    if (language === "svelte" && tag !== name) continue;
    if (!new RegExp(`\\b${name}\\b`).test(scripts)) continue;
    const start = match.index;
    const from = start + match[0].length;
    const { attributes, end, isTold } = attributesAt(markup, from, language, pending);
    // What is given nothing that shows is asked for by nobody.
    if (!isTold) continue;
    const span = { start, end };
    found.push({
      type: "JSXElement",
      ...span,
      openingElement: {
        ...{ type: "JSXOpeningElement", ...span, selfClosing: true, attributes },
        name: { type: "JSXIdentifier", name, start: start + 1, end: from },
      },
      children: [],
      closingElement: null,
    });
  }
  if (pending.length > 0) fill(markup, pending, read);
  return found;
}

/** Reads the code of attributes in one go, each in brackets at its own place. */
function fill(
  markup: string,
  pending: readonly Pending[],
  read: (code: string) => Program | undefined,
): void {
  let code = "";
  for (const { start, end } of pending) code = `${code.padEnd(start - 2)};(${markup.slice(start, end)})`;
  const byStart = new Map(pending.map((one) => [one.start, one]));
  for (const one of read(code)?.body ?? []) {
    if (one.type !== "ExpressionStatement") continue;
    // Without the bracket, and what is blank behind it.
    const before = code.slice(one.start, one.expression.start);
    byStart.get(one.start + before.indexOf("(") + 1)?.put(one.expression);
  }
}

/** An attribute: its name, and its value in quotes, in braces or bare. */
const attribute =
  /\s*(?<name>[^\s=>/"'{}][^\s=>/"'{}]*)(?:\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<brace>\{)|(?<bare>[^\s"'>{}]+)))?|\s*(?<spread>\{)/y;

/** An element that goes on for longer is none that somebody wrote. */
const longest = 5_000;

/** What belongs to the page, the framework or the way that it looks. */
const ownNames =
  /^(?:class|style|id|slot|ref|key|is|href|src|alt|v-[\w-]+|[@#].*|on:.*|bind:.*|use:.*|let:.*)$/;

function attributesAt(
  text: string,
  from: number,
  language: "vue" | "svelte",
  pending: Pending[],
): { readonly attributes: JSXAttributeItem[]; readonly end: number; readonly isTold: boolean } {
  const attributes: JSXAttributeItem[] = [];
  let at = from;
  let isTold = false;
  // What is given in ways that are not read may be anything.
  let isOpen = false;
  while (at < text.length && at < from + longest) {
    attribute.lastIndex = at;
    const match = attribute.exec(text);
    if (match === null) break;
    const { name, double, single, brace, bare, spread } = match.groups ?? {};
    at = match.index + match[0].length;
    if (spread !== undefined || brace !== undefined) {
      const close = closingBrace(text, at);
      if (close === undefined) break;
      const code = text.slice(at, close);
      if (name !== undefined && !ownNames.test(name)) {
        attributes.push(attributeOf(name, match.index, givenAs(code, at, pending)));
        isTold ||= tells(code);
      } else if (name === undefined) {
        const short = /^\s*[\w$]+\s*$/.test(code) ? code.trim() : undefined;
        if (short === undefined) isOpen = true;
        else attributes.push(attributeOf(short, at, givenAs(code, at, pending)));
      }
      at = close + 1;
      continue;
    }
    if (name === undefined) break;
    const written = double ?? single ?? bare;
    const start = at - (written?.length ?? 0) - (bare === undefined ? 1 : 0);
    const bound = language === "vue" ? /^(?::|v-bind:)(?<key>[\w-]+)$/.exec(name)?.groups?.key : undefined;
    if (name.startsWith("v-bind") && bound === undefined) isOpen = true;
    if (bound === undefined && ownNames.test(name)) continue;
    if (written === undefined) continue;
    const isCode = bound !== undefined || (language === "svelte" && written.includes("{"));
    const value =
      bound !== undefined
        ? givenAs(written, start, pending)
        : isCode
          ? unseen(start, start + written.length)
          : literal(written, start);
    attributes.push(attributeOf(bound ?? name, match.index, value));
    isTold ||= !isCode || (bound !== undefined && tells(written));
  }
  const end = text.indexOf(">", at);
  if (isOpen) attributes.push({ type: "JSXSpreadAttribute", start: from, end: from, argument: rest(from) });
  return { attributes, end: end < 0 ? at : end + 1, isTold };
}

function attributeOf(name: string, start: number, value: JSXAttributeValue): JSXAttributeItem {
  const key = camel(name);
  const own: JSXIdentifier = { type: "JSXIdentifier", name: key, start, end: start + name.length };
  return { type: "JSXAttribute", start, end: value.end, name: own, value };
}

const textOnly = /^\s*(?<quote>["'`])(?<text>[^"'`\\$]*)\k<quote>\s*$/;
const numberOnly = /^\s*(?<number>\d+(?:\.\d+)?)\s*$/;
const wayOnly = /^\s*(?<way>[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*)\s*$/;

/** What the code of an attribute is, or will be once it is read. */
function givenAs(code: string, start: number, pending: Pending[]): JSXAttributeValue {
  const known = constantIn(code, start);
  if (known !== undefined) return known;
  const value = unseen(start, start + code.length);
  if (tells(code))
    pending.push({
      start,
      end: start + code.length,
      put: (expression) => Object.assign(value, { expression }),
    });
  return value;
}

/** Whether code may come to a text that somebody wrote, there or under a name. */
function tells(code: string): boolean {
  return /["'`]|[A-Z]/.test(code);
}

/** Something that is given, of which nothing is known. */
function unseen(start: number, end: number): Extract<JSXAttributeValue, { type: "JSXExpressionContainer" }> {
  const part = (name: string): IdentifierName => ({ type: "Identifier", name, start, end: start });
  const expression: Expression = {
    ...{ type: "MetaProperty", start, end },
    ...{ meta: part("import"), property: part("meta") },
  };
  return { type: "JSXExpressionContainer", start, end, expression };
}

/** A text, or a name and what it leads to: `'Saved'`, `Events.SAVED`. */
function constantIn(code: string, start: number): JSXAttributeValue | undefined {
  const text = textOnly.exec(code)?.groups?.text;
  if (text !== undefined) return literal(text, start + code.search(/["'`]/) + 1);
  const number = numberOnly.exec(code)?.groups?.number;
  if (number !== undefined) {
    const from = start + code.indexOf(number);
    const expression: Expression = {
      ...{ type: "Literal", value: Number(number), raw: number, start: from, end: from + number.length },
    };
    return { type: "JSXExpressionContainer", start, end: start + code.length, expression };
  }
  const way = wayOnly.exec(code)?.groups?.way;
  if (way === undefined) return undefined;
  const from = start + code.indexOf(way);
  if (way === "true" || way === "false") {
    const end = from + way.length;
    const expression: Expression = {
      ...{ type: "Literal", value: way === "true", raw: way, start: from, end },
    };
    return { type: "JSXExpressionContainer", start, end: start + code.length, expression };
  }
  let at = from;
  let expression: Expression | undefined;
  for (const part of way.split(".")) {
    const name: IdentifierName = { type: "Identifier", name: part, start: at, end: at + part.length };
    expression =
      expression === undefined
        ? name
        : {
            ...{ type: "MemberExpression", object: expression, property: name },
            ...{ optional: false, computed: false, start: from, end: name.end },
          };
    at = name.end + 1;
  }
  return expression === undefined
    ? undefined
    : { type: "JSXExpressionContainer", start, end: start + code.length, expression };
}

function literal(value: string, start: number): JSXAttributeValue {
  return { type: "Literal", value, raw: JSON.stringify(value), start, end: start + value.length };
}

/** What nobody declares: anything may be in it. */
function rest(at: number): Expression {
  return { type: "Identifier", name: "$$restProps", start: at, end: at };
}

function closingBrace(text: string, from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < Math.min(text.length, from + longest); at++) {
    const sign = text.charAt(at);
    if (sign === "{") depth++;
    else if (sign === "}" && depth-- === 0) return at;
  }
  return undefined;
}

function pascal(tag: string): string {
  return tag.includes("-") ? `${tag.charAt(0).toUpperCase()}${camel(tag).slice(1)}` : tag;
}
