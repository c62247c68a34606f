// What the markup of Vue, Svelte and Astro files does when something happens: the code of its event handlers.

import type { Program } from "oxc-parser";
import type { CodeLanguage } from "../emission.js";
import { blank } from "./blank.js";
import { asComponent } from "./component-function.js";
import { directiveCall, vueDirective } from "./directives.js";
import { elementsIn } from "./markup-elements.js";
import { type Parsed, type Parser, parseText } from "./parse.js";
import { frontmatterOf, scriptsOf } from "./script-blocks.js";

/** Parses a component: its scripts, its handlers, and what its markup gives to other components. */
export function parseComponent(parser: Parser, path: string, language: CodeLanguage, text: string): Parsed {
  const markup = markupOf(text);
  const scripts = scriptsOf(text);
  const parsed = parseCode(parser, path, language, text, scripts, handlersIn(markup, language));
  if (parsed.program === undefined || (language !== "vue" && language !== "svelte")) return parsed;
  const read = (code: string): Program | undefined => parseText(parser, path, language, code).program;
  const elements = elementsIn(markup, scripts, language, read);
  return { ...parsed, program: asComponent(parsed.program, path, text, language, elements) };
}

/** The scripts, and the handlers of the markup at their places where these can be parsed. */
function parseCode(
  parser: Parser,
  path: string,
  language: CodeLanguage,
  text: string,
  own: string,
  handlers: readonly Handler[],
): Parsed {
  const scripts = language === "astro" ? withoutReturns(parser, path, own) : own;
  if (handlers.length > 0) {
    const whole = parseText(parser, path, language, withHandlers(text, scripts, handlers));
    // Markup has a syntax of its own: what is no script there is no mistake.
    if (whole.problem === undefined) return whole;
    if (handlers.length > mostTried) return parseText(parser, path, language, scripts);
    const readable = handlers.filter(({ start, end, call }) => {
      const code = text.slice(start, end);
      return (
        parseText(parser, path, language, call === undefined ? `;${code};` : `(${code})`).problem ===
        undefined
      );
    });
    if (readable.length > 0 && readable.length < handlers.length) {
      const rest = parseText(parser, path, language, withHandlers(text, scripts, readable));
      if (rest.problem === undefined) return rest;
    }
  }
  return parseText(parser, path, language, scripts);
}

/** A page of Astro's may end early, where a module may not: `return Astro.redirect("/")` ends it as `throw` does. */
function withoutReturns(parser: Parser, path: string, scripts: string): string {
  let code = scripts;
  for (let count = 0; count < mostReturns && code.includes("return"); count++) {
    const { problem } = parseText(parser, path, "astro", code);
    const at = problem?.start ?? -1;
    if (!code.startsWith("return", at)) break;
    const isBare = /^return\s*(?:;|\}|\n)/.test(code.slice(at, at + 20));
    code = `${code.slice(0, at)}${isBare ? ";     " : "throw "}${code.slice(at + "return".length)}`;
  }
  return code;
}

const mostReturns = 20;

/** The scripts of a component with its handlers, each as statements; offsets stay what they are. */
export function componentCode(text: string, language: CodeLanguage): string {
  return withHandlers(text, scriptsOf(text), handlersIn(markupOf(text), language));
}

/** How many handlers are tried one by one, where all together can't be parsed. */
const mostTried = 300;

/** The code of a handler; `call` is what calls something with it, in place of what stands before. */
type Handler = { readonly start: number; readonly end: number; readonly call?: string };

function withHandlers(text: string, scripts: string, handlers: readonly Handler[]): string {
  let result = "";
  let done = 0;
  for (const { start, end, call } of handlers) {
    // In place of the quote or the bracket before it and the one behind it, and of the name of an action.
    const opener = call ?? ";";
    result += `${scripts.slice(done, start - opener.length)}${opener}${text.slice(start, end)}${call === undefined ? ";" : ")"}`;
    done = end + 1;
  }
  return result + scripts.slice(done);
}

/** `@click="save(1)"`, `v-on:click.once='save(1)'`, and functions that are handed in: `:save="() => save(1)"`. */
const vueHandler =
  /(?<=\s)(?<on>@|v-on:|:|v-bind:)[\w:.[\]-]+\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)')/g;
/** `on:click={save}`, `onclick={() => save(1)}`, functions that are handed in, `save={() => save(1)}`, and `use:track={x}`. */
const svelteHandler = /(?<=\s)(?<name>[A-Za-z][\w:|-]*)\s*=\s*"?\{/g;
/** `onclick="save(1)"`, as pages have it. */
const htmlHandler = /(?<=\s)on[a-z]+\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)')/g;
/** `(click)="save(1)"`, as templates of Angular have it. */
const angularHandler = /(?<=\s)(?:\([\w.:@-]+\)|on-[\w-]+)\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)')/g;
/** What begins as a function does. */
const functionStart = /^\s*(?:async\s*)?(?:\([^()]*\)|[\w$]+)\s*=>|^\s*(?:async\s+)?function\b/;

/** The places of the handlers that call something. */
function handlersIn(markup: string, language: CodeLanguage): readonly Handler[] {
  const found: Handler[] = [];
  if (language === "vue") {
    for (const match of markup.matchAll(vueHandler)) {
      const code = match.groups?.double ?? match.groups?.single ?? "";
      const end = match.index + match[0].length - 1;
      const isHandler = match.groups?.on === "@" || match.groups?.on === "v-on:";
      if (code.includes("(") && (isHandler || functionStart.test(code)))
        found.push({ start: end - code.length, end });
    }
    for (const match of markup.matchAll(vueDirective)) {
      const { name = "", argument, double, single } = match.groups ?? {};
      const code = double ?? single ?? "";
      const call = directiveCall(name, argument);
      const end = match.index + match[0].length - 1;
      if (call !== undefined && code.trim() !== "") found.push({ start: end - code.length, end, call });
    }
    return found.sort((a, b) => a.start - b.start);
  }
  if (language === "astro" || language === "angular") {
    for (const match of markup.matchAll(language === "astro" ? htmlHandler : angularHandler)) {
      const code = match.groups?.double ?? match.groups?.single ?? "";
      const end = match.index + match[0].length - 1;
      if (code.includes("(")) found.push({ start: end - code.length, end });
    }
    if (language === "angular") return found;
  }
  svelteHandler.lastIndex = 0;
  for (let match = svelteHandler.exec(markup); match !== null; match = svelteHandler.exec(markup)) {
    const start = match.index + match[0].length;
    const end = closing(markup, start);
    if (end === undefined) break;
    const code = markup.slice(start, end);
    const name = match.groups?.name ?? "";
    const isHandler = /^on:?[a-z]/.test(name);
    const action = /^use:(\w+)$/.exec(name)?.[1];
    if (action !== undefined && match[0].endsWith("={"))
      found.push({ start, end, call: `;${action}(0,`.padEnd(`use:${action}={`.length + 1) });
    else if (code.includes("(") && (isHandler || functionStart.test(code))) found.push({ start, end });
    svelteHandler.lastIndex = end;
  }
  return found.sort((a, b) => a.start - b.start);
}

const opening = /<!--|<(?:script|style)\b/gi;

/** The text without scripts, styles and comments; offsets stay what they are. */
function markupOf(text: string): string {
  const code = frontmatterOf(text);
  let done = code?.end ?? 0;
  let result = blank(text.slice(0, done));
  opening.lastIndex = done;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const [sign] = match;
    const closer = sign === "<!--" ? /-->/g : /^<script/i.test(sign) ? /<\/script\s*>/gi : /<\/style\s*>/gi;
    closer.lastIndex = match.index;
    const close = closer.exec(text);
    const end = close === null ? text.length : close.index + close[0].length;
    result += text.slice(done, match.index) + blank(text.slice(match.index, end));
    done = end;
    opening.lastIndex = end;
  }
  return result + text.slice(done);
}

/** A handler that is longer is none that somebody wrote. */
const longest = 10_000;

/** The bracket that closes the one before an offset; undefined where none does. */
function closing(text: string, from: number): number | undefined {
  let depth = 0;
  let quote: string | undefined;
  for (let at = from; at < Math.min(text.length, from + longest); at++) {
    const sign = text.charAt(at);
    if (quote !== undefined) {
      if (sign === "\\") at++;
      else if (sign === quote) quote = undefined;
    } else if (sign === '"' || sign === "'" || sign === "`") quote = sign;
    else if (sign === "{") depth++;
    else if (sign === "}" && depth-- === 0) return at;
  }
  return undefined;
}
