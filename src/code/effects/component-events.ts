// What components of Vue and Svelte are handed in markup: what `emit("done", name)` or `dispatch("done", name)` says inside
// of one, whoever uses it hears by `@done="onDone"` or `on:done={onDone}`, and functions are handed in as props.
import type { CallExpression, Expression } from "oxc-parser";
import { directiveWord } from "../syntax/directives.js";
import { bare, keyName, tailName } from "../syntax/syntax.js";
import { argumentValues } from "../values/call-values.js";
import type { Linker } from "../values/linker.js";
import type { Module } from "../values/module.js";
import { functionIn, plainText, type Site, type Value } from "../values/values.js";
import type { Word } from "../words/words.js";
import { fileName } from "./callee-names.js";
import type { Heard, Listener } from "./channels.js";

/** The names that a function of a component has there. */
function namesOf(module: Module, start: number) {
  for (const [node, inner] of module.scopes.scopeOf) {
    const { fn, parent } = inner;
    if (node.start !== start || fn === undefined || fn !== node || parent === undefined) continue;
    const names = [...(module.scopes.names.get(fn) ?? []), ...(fn.id === null ? [] : [fn.id.name])];
    return { fn, parent, names };
  }
  return undefined;
}

/** `@done="`, `:done="`, `on:done={` and `done={`, with what stands there. */
const handlers: Readonly<Record<string, RegExp>> = {
  vue: /(?<=\s)(?:@|v-on:|:|v-bind:)(?<event>[\w:-]+)(?:\.\w+)*\s*=\s*["'](?<code>\s*[\w$.]*)/g,
  svelte: /(?<=\s)(?:on:)?(?<event>[A-Za-z][\w-]*)(?:\|\w+)*\s*=\s*\{(?<code>\s*[\w$.]*)/g,
};

/** The event of a component that a function hears in the markup of its own file; undefined where it hears none. */
export function heardEvent(module: Module, start: number): Listener | undefined {
  const handler = handlers[module.file.language];
  const found = handler === undefined ? undefined : namesOf(module, start);
  if (handler === undefined || found === undefined) return undefined;
  const { fn, parent, names } = found;
  const heard: { readonly tag: string; readonly event: string }[] = [];
  for (const match of module.text.matchAll(handler)) {
    const { event = "", code = "" } = match.groups ?? {};
    const at = match.index + match[0].length;
    // Written there, or named without a call.
    const isIt = at === fn.start || (names.includes(code.trim()) && /["'}]/.test(module.text.charAt(at)));
    const tag = /^<([A-Za-z][\w-]*)/.exec(module.text.slice(module.text.lastIndexOf("<", match.index)))?.[1];
    if (isIt && tag !== undefined && /[A-Z-]/.test(tag)) heard.push({ tag: kebab(tag), event: kebab(event) });
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
  if (handlers[module.file.language] === undefined || !listeners.some(({ kind }) => kind === "emit"))
    return undefined;
  const { arguments: all } = node;
  const isSaid = isEmit(node.callee);
  const [event] = all;
  const text = !isSaid
    ? tailName(node.callee)
    : event === undefined || event.type === "SpreadElement"
      ? undefined
      : plainText(linker.evaluate(event, site));
  if (text === undefined) return undefined;
  const own = `${kebab(fileName(module.path.replace(/\.\w+$/, "")))} ${kebab(text)}`;
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

/** `emit`, `$emit`, `this.$emit`, `context.emit`, `dispatch`. */
function isEmit(callee: Expression): boolean {
  const node = bare(callee);
  if (node.type === "Identifier") return /^(?:\$?emits?|dispatch)$/.test(node.name);
  return node.type === "MemberExpression" && /^\$?emit$/.test(keyName(node.property, node.computed) ?? "");
}

function kebab(name: string): string {
  return directiveWord(name).slice("v-".length);
}

function camel(name: string): string {
  return name.replace(/-([a-z\d])/g, (_, letter: string) => letter.toUpperCase());
}
