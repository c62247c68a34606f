// Rewrites calls by hand as calls of what is generated from the plan: edits of text that keep everything else.
import { posix } from "node:path";
import type { Program } from "oxc-parser";
import type { Fix } from "../../diagnostics/diagnostic.js";
import type { CodeScan, Emission } from "../emission.js";
import { isComponent, languageOf } from "../languages.js";
import { type Parser, parseText } from "../syntax/parse.js";
import { scriptsOf } from "../syntax/script-blocks.js";
import { type CallParts, callParts, type Range } from "./call-parts.js";
import { type Imported, withImport } from "./imports.js";

/** What is generated for an event. */
export type Emitter = {
  readonly creator: string;
  /** Its module, relative to the folder, without an ending. */
  readonly module: string;
  readonly takes: "nothing" | "perhaps" | "properties";
};

export type RewriteOptions = {
  readonly parser: Parser;
  /** The folder of the generated code, relative to the project root. */
  readonly folder: string;
  /** How its imports end: `.js`, `.ts` or nothing. */
  readonly ending: string;
  readonly emitters: ReadonlyMap<string, Emitter>;
  /** Modules that export a tracker, relative to the project root: `web/tracking.ts`, or `web/tracking.ts#shopTracker`. */
  readonly trackers: readonly string[];
  /** What the plan calls the identifier of a visitor. */
  readonly anonymous: string;
};

type Asked = RewriteOptions & Pick<CodeScan, "resolve">;

type File = { readonly text: string; readonly program: Program; readonly codeStart: number };

/** The scan with calls marked as typed whose payload an emitter makes, and with the way to rewrite the others. */
export function withRewrites(scan: CodeScan, given: RewriteOptions): CodeScan {
  const options: Asked = { ...given, ...(scan.resolve !== undefined && { resolve: scan.resolve }) };
  const files = new Map<string, File | undefined>();
  const fileOf = (path: string): File | undefined => {
    if (!files.has(path)) files.set(path, readFile(path, scan, options.parser));
    return files.get(path);
  };
  const creators = new Set([...options.emitters.values()].map(({ creator }) => creator));
  const emissions = scan.emissions.map((emission) =>
    !emission.typed && isMade(emission, scan, creators) ? { ...emission, typed: true } : emission,
  );
  return {
    ...scan,
    emissions,
    rewrite(emission, event) {
      const emitter = options.emitters.get(event);
      const names = emission.name?.names ?? [];
      const isSure = emission.name?.complete === true && names.length === 1 && names[0]?.name === event;
      if (emitter === undefined || !isSure || emission.name?.patterns.length !== 0) return undefined;
      const file = fileOf(emission.span.file);
      const parts = file === undefined ? undefined : callParts(file.program, emission);
      if (file === undefined || parts === undefined) return undefined;
      return (
        throughTracker(emission, emitter, file, parts, scan, options) ??
        throughCreator(emission, emitter, file, parts, options)
      );
    },
  };
}

/** True where the payload is `creator({...}).properties`, which the compiler holds to the plan. */
function isMade(emission: Emission, { texts }: CodeScan, creators: ReadonlySet<string>): boolean {
  const payloadAt = emission.payloadAt?.();
  if (payloadAt === undefined) return false;
  const { file, start, end } = payloadAt;
  const text = texts.get(file)?.slice(start, end);
  if (text?.endsWith(".properties") !== true) return false;
  const callee = /^([\w$]+)\s*\(/.exec(text)?.[1] ?? "";
  return creators.has(callee) || creators.has(callee.replace(/Event\d*$/, ""));
}

function readFile(path: string, { texts }: CodeScan, parser: Parser): File | undefined {
  const whole = texts.get(path);
  const language = languageOf(path);
  if (whole === undefined || language === undefined) return undefined;
  const component = isComponent(language);
  const text = component ? scriptsOf(whole) : whole;
  const { program, problem } = parseText(parser, path, language, text);
  // In a file that is not read whole, nothing tells what a call stands in.
  if (program === undefined || problem !== undefined) return undefined;
  const shebang = /^#!.*\r?\n/.exec(text.replace(/^\ufeff/, ""))?.[0].length ?? 0;
  const start = component ? Math.max(0, text.search(/\S/)) : (text.startsWith("\ufeff") ? 1 : 0) + shebang;
  return { text: whole, program, codeStart: start };
}

/** `track("Order Completed", {...})` becomes `track("Order Completed", orderCompleted({...}).properties)`. */
function throughCreator(
  emission: Emission,
  emitter: Emitter,
  file: File,
  { payload }: CallParts,
  options: Asked,
): Fix | undefined {
  if (payload === undefined || emitter.takes === "nothing") return undefined;
  // What holds the name, too, is no payload of the event alone.
  const name = emission.name?.span;
  if (name !== undefined && payload.start <= name.start && name.end <= payload.end) return undefined;
  const imported = importOf(emitter, emission, file, options);
  if (imported === undefined) return undefined;
  const path = emission.span.file;
  const { local, edits } = imported;
  return {
    title: `make the payload with "${local}"`,
    safe: false,
    edits: [
      ...edits,
      { span: { file: path, start: payload.start, end: payload.start }, text: `${local}(` },
      { span: { file: path, start: payload.end, end: payload.end }, text: ").properties" },
    ],
  };
}

/** `cio.track(id, { name: "Order Completed", data: {...} })` becomes `tracker.track({ id }, orderCompleted({...}))`. */
function throughTracker(
  emission: Emission,
  emitter: Emitter,
  file: File,
  { call, payload, isPlain }: CallParts,
  scan: CodeScan,
  options: Asked,
): Fix | undefined {
  const { span, via, identities, method } = emission;
  const optional = call.optional || (call.callee.type === "MemberExpression" && call.callee.optional);
  if (!isPlain || via !== undefined || identities.length === 0 || method !== "track" || optional)
    return undefined;
  if ((payload === undefined) !== (emitter.takes === "nothing") && emitter.takes !== "perhaps")
    return undefined;
  const tracker = trackerOf(emission, file, scan, options);
  const imported = importOf(emitter, emission, file, options);
  if (tracker === undefined || imported === undefined) return undefined;
  const who = identities.map(({ as, text }) => {
    const key = as === "anonymous" ? options.anonymous : as;
    const name = /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
    return text === key ? name : `${name}: ${text}`;
  });
  const opening = `${tracker.local}.track({ ${who.join(", ")} }, ${imported.local}(`;
  const before: Range = { start: span.start, end: payload?.start ?? span.end };
  const after: Range = { start: payload?.end ?? span.end, end: span.end };
  // A comment in what goes would go with it.
  if ([before, after].some(({ start, end }) => /\/\/|\/\*/.test(withoutTexts(file.text.slice(start, end)))))
    return undefined;
  return {
    title: `send it through "${tracker.local}" and "${imported.local}"`,
    safe: false,
    edits: [
      ...tracker.edits,
      ...imported.edits,
      ...(payload === undefined || payload.end === payload.start
        ? [{ span, text: `${opening}))` }]
        : [
            { span: { ...span, ...before }, text: opening },
            { span: { ...span, ...after }, text: "))" },
          ]),
    ],
  };
}

/** The tracker that the file calls already, or the one that the plan's settings name nearest to it. */
function trackerOf(
  emission: Emission,
  file: File,
  scan: CodeScan,
  { trackers, ending }: RewriteOptions,
): Imported | undefined {
  const path = emission.span.file;
  const used = scan.emissions.find(
    (one) => one.typed && one.span.file === path && /^[\w$]+\.track$/.test(one.call),
  );
  if (used !== undefined) return { local: used.call.replace(/\.track$/, ""), edits: [] };
  const nearest = trackers.toSorted((a, b) => common(b, path) - common(a, path))[0];
  if (nearest === undefined) return undefined;
  const [module = "", name = "tracker"] = nearest.split("#");
  if (module === path) return { local: name, edits: [] };
  const bare = posix.normalize(module).replace(/\.[cm]?[jt]sx?$/, "");
  const { text, program, codeStart } = file;
  const isOwn = (specifier: string): boolean => scan.resolve?.(specifier, path) !== undefined;
  return withImport({ program, file: path, text, codeStart, name, modules: [bare], ending, isOwn });
}

/** How many folders two paths share. */
function common(a: string, b: string): number {
  const other = b.split("/");
  const parts = a.split("/");
  const differs = parts.findIndex((part, index) => part !== other[index]);
  return differs < 0 ? parts.length : differs;
}

function importOf(
  { creator, module }: Emitter,
  { span }: Emission,
  { text, program, codeStart }: File,
  { folder, ending, resolve }: Asked,
): Imported | undefined {
  const modules = [module, "index"].map((one) => posix.join(folder, one));
  const isOwn = (specifier: string): boolean => resolve?.(specifier, span.file) !== undefined;
  return withImport({ program, file: span.file, text, codeStart, name: creator, modules, ending, isOwn });
}

/** The code with its strings emptied, in which a URL is no comment. */
function withoutTexts(code: string): string {
  return code.replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g, '""');
}
