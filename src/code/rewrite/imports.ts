// Adds an import to a file in the file's own style, as edits of its text.
import { posix } from "node:path";
import type { ImportDeclaration, Program } from "oxc-parser";
import type { TextEdit } from "../../diagnostics/diagnostic.js";

export type ImportRequest = {
  readonly program: Program;
  readonly file: string;
  readonly text: string;
  /** Where the first line of code may stand: behind a byte order mark, or in a component's script. */
  readonly codeStart: number;
  /** The exported name. */
  readonly name: string;
  /** The modules that export it, relative to the project root and without an ending; the first is preferred. */
  readonly modules: readonly string[];
  /** How imports end where the file has none that tells. */
  readonly ending: string;
  /** Whether an import leads to a file of the project, by whatever name. */
  readonly isOwn: (specifier: string) => boolean;
};

/** The name that the file calls it by, and what has to be added for that. */
export type Imported = { readonly local: string; readonly edits: readonly TextEdit[] };

/** Undefined where the file takes no imports. */
export function withImport(request: ImportRequest): Imported | undefined {
  const { program, file, name, text } = request;
  const imports = program.body.filter((statement) => statement.type === "ImportDeclaration");
  const known = imports.filter((one) => isOneOf(one, request));
  for (const { specifiers } of known) {
    for (const one of specifiers) {
      if (one.type !== "ImportSpecifier" || one.importKind === "type") continue;
      const imported = one.imported.type === "Literal" ? one.imported.value : one.imported.name;
      if (imported === name) return { local: one.local.name, edits: [] };
    }
  }
  if (!takesImports(request, imports.length > 0)) return undefined;
  const local = freeName(name, text);
  const named = local === name ? name : `${name} as ${local}`;
  for (const declaration of known) {
    const last = declaration.specifiers.at(-1);
    if (declaration.importKind === "type" || last?.type !== "ImportSpecifier") continue;
    const span = { file, start: last.end, end: last.end };
    return { local, edits: [{ span, text: `, ${named}`, beside: true }] };
  }
  return { local, edits: [newImport(request, named, imports)] };
}

function isOneOf({ source }: ImportDeclaration, { file, modules }: ImportRequest): boolean {
  if (!source.value.startsWith(".")) return false;
  const path = posix.join(posix.dirname(file), source.value).replace(/\.[cm]?[jt]s$/, "");
  return modules.some((module) => module === path || module === `${path}/index`);
}

/** A script without imports may be one that a page loads, or a module of CommonJS. */
function takesImports({ file, program }: ImportRequest, has: boolean): boolean {
  if (has || /\.(?:[m]?ts|tsx|mjs|vue|svelte|astro)$/.test(file)) return true;
  return program.body.some(({ type }) => type.startsWith("Export"));
}

function freeName(name: string, text: string): string {
  const isTaken = (one: string): boolean =>
    new RegExp(`(?<![\\w$])${one.replace(/\$/g, "\\$")}(?![\\w$])`).test(text);
  if (!isTaken(name)) return name;
  let free = `${name}Event`;
  for (let number = 2; isTaken(free); number++) free = `${name}Event${number}`;
  return free;
}

function newImport(request: ImportRequest, named: string, imports: readonly ImportDeclaration[]): TextEdit {
  const { file, text, codeStart, program } = request;
  const last = imports.at(-1);
  const written = last === undefined ? undefined : text.slice(last.start, last.end);
  const quote = written?.includes("'") === true && !written.includes('"') ? "'" : '"';
  const semicolon = written === undefined || written.endsWith(";") ? ";" : "";
  const line = `import { ${named} } from ${quote}${specifierOf(request, imports)}${quote}${semicolon}`;
  if (last !== undefined)
    return { span: { file, start: last.end, end: last.end }, text: `\n${line}`, beside: true };
  const directive = program.body.findLast((one) => one.type === "ExpressionStatement" && "directive" in one);
  const isDirective = directive?.type === "ExpressionStatement" && typeof directive.directive === "string";
  if (isDirective)
    return { span: { file, start: directive.end, end: directive.end }, text: `\n${line}`, beside: true };
  return { span: { file, start: codeStart, end: codeStart }, text: `${line}\n`, beside: true };
}

/** The module as the file's other imports of the project's own modules are written. */
function specifierOf(
  { file, modules, ending, isOwn }: ImportRequest,
  imports: readonly ImportDeclaration[],
): string {
  const sources = imports.map(({ source }) => source.value);
  const relative = sources.filter((one) => one.startsWith("."));
  const own = relative.length > 0 ? relative : sources.filter(isOwn);
  const code = own.filter((one) => !/\.(?:css|scss|less|json|svg|png|vue|svelte|astro)$/.test(one));
  const used = code.length === 0 ? ending : (/\.[cm]?[jt]sx?$/.exec(code.at(-1) ?? "")?.[0] ?? "");
  const suffix = used === "" ? "" : /ts/.test(used) ? ".ts" : ".js";
  const path = posix.relative(posix.dirname(file), modules[0] ?? "");
  return `${path.startsWith(".") ? path : `./${path}`}${suffix}`;
}
