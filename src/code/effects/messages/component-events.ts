// What components of Vue and Svelte are handed in markup: what `emit("done", name)` or `dispatch("done", name)` says inside
// of one, whoever uses it hears by `@done="onDone"` or `on:done={onDone}`, and functions are handed in as props.
import type { CallExpression, Expression, Node } from "oxc-parser";
import type { CodeLanguage } from "../../emission.js";
import { camel, directiveWord } from "../../syntax/directives.js";
import type { Scope } from "../../syntax/scopes.js";
import { bare, isFunction, keyName, tailName } from "../../syntax/syntax.js";
import { argumentValues } from "../../values/call-values.js";
import type { Linker } from "../../values/linker.js";
import type { Module } from "../../values/module.js";
import { functionIn, plainText, type Site, type Value } from "../../values/values.js";
import type { Word } from "../../words/words.js";
import { fileName } from "../callee-names.js";
import type { Heard, Listener } from "./channels.js";

/** `@done="`, `:done="`, `on:done={`, `done={` and `(done)="`, with what stands there. */
const handlers: Partial<Record<CodeLanguage, RegExp>> = {
  vue: /(?<=\s)(?:@|v-on:|:|v-bind:)(?<event>[\w:-]+)(?:\.\w+)*\s*=\s*["'](?<code>\s*[\w$.]*)/g,
  svelte: /(?<=\s)(?:on:)?(?<event>[A-Za-z][\w-]*)(?:\|\w+)*\s*=\s*\{(?<code>\s*[\w$.]*)/g,
  angular: /(?<=\s)\((?<event>[\w-]+)\)\s*=\s*["'](?<code>\s*[\w$.]*)/g,
};

/** What closes a handler that names a function, or gives it what happened and nothing else. */
const closing = /^\s*(?:["'}]|\(\s*\$event\s*\)\s*;?\s*["'])/;

/** Whether a call of markup gives what happened: who says it names the event. */
export function handsOnEvent({ file }: Module, [first]: readonly Node[]): boolean {
  return handlers[file.language] !== undefined && first?.type === "Identifier" && first.name === "$event";
}

/** The markup of a component, by the module of its script. */
function markupOf(linker: Linker, module: Module): Pick<Module, "text" | "file"> | undefined {
  if (handlers[module.file.language] !== undefined) return module;
  return module.text.includes("templateUrl") && module.path.endsWith(".ts")
    ? linker.module(module.path.replace(/\.ts$/, ".html"))
    : undefined;
}

/** The event of a component that a function hears in the markup of its own component; undefined where it hears none. */
export function heardEvent(linker: Linker, module: Module, start: number): Listener | undefined {
  const markup = markupOf(linker, module);
  const handler = markup === undefined ? undefined : handlers[markup.file.language];
  const [fn, scope] =
    [...module.scopes.scopeOf].find(([node, own]) => node.start === start && own.fn === node) ?? [];
  const parent = scope?.parent;
  if (
    markup === undefined ||
    handler === undefined ||
    fn === undefined ||
    !isFunction(fn) ||
    parent === undefined
  )
    return undefined;
  const { text } = markup;
  const names = [...(module.scopes.names.get(fn) ?? []), ...(fn.id === null ? [] : [fn.id.name])];
  const heard: { readonly tag: string; readonly event: string }[] = [];
  for (const match of text.matchAll(handler)) {
    const { event = "", code = "" } = match.groups ?? {};
    const at = match.index + match[0].length;
    const isWritten = markup === module && at === fn.start;
    if (!isWritten && !(names.includes(code.trim()) && closing.test(text.slice(at, at + 40)))) continue;
    const tag = /^<([A-Za-z][\w-]*)/.exec(text.slice(text.lastIndexOf("<", match.index)))?.[1];
    if (tag !== undefined && /[A-Z-]/.test(tag)) heard.push({ tag: kebab(tag), event: kebab(event) });
  }
  const [first] = heard;
  if (first === undefined) return undefined;
  return {
    kind: "emit",
    channel: first.event,
    listener: () => functionIn(module, fn, parent),
    at: undefined,
    makers: heard.map(({ tag, event }) => `${tag} ${event}`),
    words: [...new Set(heard.flatMap(({ event }) => [event, camel(event)]))],
  };
}

/** The words that lead to components that say an event. */
export function emittersOf({ words, makers = [] }: Listener): readonly Word[] {
  const tags = makers.map((one) => camel(one.slice(0, one.indexOf(" "))));
  return [
    ...["$emit", "emit", "dispatch"].map((word) => ({ word, beside: words })),
    // Functions that are handed in are called by their own name.
    ...words
      .filter((word) => !word.includes("-"))
      .map((word) => ({ word, beside: ["props", "$props", "defineProps", ...tags] })),
  ];
}

/** Who hears an event that a component says. */
export function emitted(
  linker: Linker,
  listeners: readonly Listener[],
  node: CallExpression,
  site: Site,
): Heard | undefined {
  const { module } = site;
  if (!listeners.some(({ kind }) => kind === "emit")) return undefined;
  const { arguments: all } = node;
  const output = outputOf(node.callee, site);
  if (output === undefined && handlers[module.file.language] === undefined) return undefined;
  const isSaid = output === undefined && isEmit(node.callee);
  const [event] = all;
  const text = !isSaid
    ? (output?.event ?? tailName(node.callee))
    : event === undefined || event.type === "SpreadElement"
      ? undefined
      : plainText(linker.evaluate(event, site));
  if (text === undefined) return undefined;
  const tag = output?.tag ?? kebab(fileName(module.path.replace(/\.\w+$/, "")));
  const own = `${tag} ${kebab(text)}`;
  const args = (): readonly Value[] => {
    const given = argumentValues(linker, isSaid ? all.slice(1) : all, site);
    const [detail] = given;
    if (!isSaid || module.file.language === "vue" || detail === undefined) return given;
    const { span } = detail;
    return [
      {
        kind: "object",
        span,
        members: [{ kind: "property", name: "detail", span, optional: false, value: () => detail }],
      },
    ];
  };
  const [one, ...others] = listeners
    .filter(({ kind, makers }) => kind === "emit" && makers?.includes(own) === true)
    .map(({ listener }): Heard => ({ channel: text, listener: listener(), args, isHanded: true }));
  return one === undefined ? undefined : { ...one, others };
}

/** What a class of Angular's says: `this.done.emit(name)`, and the tag that its decorator gives it. */
function outputOf(
  callee: Expression,
  { scope }: Site,
): { readonly event: string; readonly tag: string } | undefined {
  const node = bare(callee);
  if (node.type !== "MemberExpression" || keyName(node.property, node.computed) !== "emit") return undefined;
  const { object } = node;
  if (object.type !== "MemberExpression" || object.object.type !== "ThisExpression") return undefined;
  const event = keyName(object.property, object.computed);
  let at: Scope | undefined = scope;
  while (at !== undefined && at.cls === undefined) at = at.parent;
  for (const { expression } of at?.cls?.decorators ?? []) {
    if (expression.type !== "CallExpression" || tailName(expression.callee) !== "Component") continue;
    const [options] = expression.arguments;
    if (options?.type !== "ObjectExpression") continue;
    for (const one of options.properties)
      if (
        one.type === "Property" &&
        keyName(one.key, one.computed) === "selector" &&
        one.value.type === "Literal"
      )
        return event === undefined ? undefined : { event, tag: String(one.value.value) };
  }
  return undefined;
}

/** `emit`, `$emit`, `this.$emit`, `context.emit`, `dispatch`. */
function isEmit(callee: Expression): boolean {
  const node = bare(callee);
  if (node.type === "Identifier") return /^(?:\$?emits?|dispatch)$/.test(node.name);
  return node.type === "MemberExpression" && /^\$?emit$/.test(keyName(node.property, node.computed) ?? "");
}

function kebab(name: string): string {
  return directiveWord(name).slice("v-".length);
}
