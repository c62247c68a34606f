// Directives of Vue's in markup: `v-track-event:saved="{ by: 'button' }"` is read as `vTrackEvent.saved({ by: 'button' })`.

/** Those that Vue has itself. */
const own: ReadonlySet<string> = new Set([
  ...["text", "html", "show", "if", "else", "else-if", "for", "on", "bind", "model", "slot", "pre", "once"],
  ...["memo", "cloak", "is", "slot-scope"],
]);

/** `v-track="'Saved'"`, with its argument and what changes it. */
export const vueDirective =
  /(?<=\s)v-(?<name>[a-z][a-z\d]*(?:-[a-z\d]+)*)(?::(?<argument>[\w-]+))?(?:\.[\w.-]+)?\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)')/g;

/** What stands for a directive in code, shorter than in markup; undefined for one of Vue's. */
export function directiveCall(name: string, argument: string | undefined): string | undefined {
  if (own.has(name)) return undefined;
  const key = argument !== undefined && /^[A-Za-z_]\w*$/.test(argument) ? `.${argument}` : "";
  return `;${directiveVariable(name)}${key}(`;
}

/** The name by which a directive is declared in a script: `vTrackEvent`. */
export function directiveVariable(name: string): string {
  return camel(`v-${name}`);
}

/** What markup writes with dashes, as code writes it: `eventName` of `event-name`. */
export function camel(name: string): string {
  return name.replace(/-([a-z\d])/g, (_, letter: string) => letter.toUpperCase());
}

/** How markup names a directive that is declared or registered by a name; undefined where none is declared so. */
export function directiveIn(variable: string): string | undefined {
  return /^v[A-Z]/.test(variable) ? directiveWord(variable.slice(1)) : undefined;
}

/** The word by which markup names a directive: `v-track-event` of `trackEvent` and of `track-event`. */
export function directiveWord(name: string): string {
  const parts = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(/^-/, "");
  return `v-${parts}`;
}
