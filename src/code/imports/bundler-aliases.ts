// The aliases that a bundler's configuration gives to folders: `resolve.alias` of webpack, Vite, Svelte and their like,
// and those of Babel's module resolver, read as text, since nothing is executed.
import { type Expression, type ObjectExpression, Visitor } from "oxc-parser";
import type { CodeFile } from "../languages.js";
import { type Parser, parseText } from "../syntax/parse.js";
import { bare, keyName, tailName } from "../syntax/syntax.js";
import type { Alias } from "./resolve-import.js";
import { folderOf, join } from "./resolve-import.js";

type Read = (path: string) => string | undefined;

/** Files that configure a bundler, by their names; larger projects keep parts of it in a folder that is called so. */
const configuration =
  /(?:^|\/)(?:(?:webpack|vite|vitest|vue|svelte|nuxt|astro|rollup|rspack|rsbuild|craco|\.?babel|metro|esbuild|electron\.vite|config-overrides)[\w.-]*|(?:webpack|vite|build|config)\/[\w./-]+)\.[cm]?[jt]s$/;
/** Babel's, in JSON with comments: of a package, each by its name. */
const babelNames = [".babelrc", ".babelrc.json", "babel.config.json"];
const holdsAlias = /\balias(?:es)?\b\s*['"]?\s*:|\bmodules\s*:\s*\[|\bmodule-resolver\b/;
/** So many files are asked, and so many characters of each. */
const mostFiles = 60;
const mostText = 200_000;

/** Aliases, and the folder below which they hold. */
export type BundlerAliases = { readonly folder: string; readonly aliases: readonly Alias[] };

/** What the configurations among the files say; those of the innermost folders first. */
export function readBundlerAliases(
  files: readonly CodeFile[],
  packages: readonly string[],
  read: Read,
  parser: Parser,
): readonly BundlerAliases[] {
  const found: BundlerAliases[] = [];
  const configs = [
    ...files.filter(({ path, test }) => !test && configuration.test(path)).map(({ path }) => path),
    ...packages.flatMap((folder) => babelNames.map((name) => folder + name)),
  ];
  // The outermost ones speak for most.
  const outermost = configs.toSorted((a, b) => a.split("/").length - b.split("/").length);
  let asked = 0;
  for (const path of outermost) {
    const text = read(path);
    if (text === undefined) continue;
    if (++asked > mostFiles) break;
    if (text.length > mostText || !holdsAlias.test(text)) continue;
    const own = folderOf(path);
    const folder = packageOf(own, packages);
    const places = (way: string): readonly string[] => [...new Set([join(own, way), join(folder, way)])];
    const { named, roots } = aliasesIn(parser, path, text);
    const aliases = named.flatMap(({ name, way }) => aliasOf(name, places(way)));
    // The longest name is the one that is meant.
    aliases.sort((a, b) => b.before.length - a.before.length);
    for (const way of roots)
      aliases.push({ before: "", after: "", targets: places(way).map((place) => `${place}/*`) });
    if (aliases.length > 0) found.push({ folder, aliases });
  }
  return found.toSorted((a, b) => b.folder.length - a.folder.length);
}

/** The nearest folder around one that holds a package. */
function packageOf(folder: string, packages: readonly string[]): string {
  let nearest = "";
  for (const one of packages) if (folder.startsWith(one) && one.length > nearest.length) nearest = one;
  return nearest;
}

/** A name for a folder, or for a file, and for what lies in it; one that ends in `$` is for itself alone. */
function aliasOf(name: string, targets: readonly string[]): readonly Alias[] {
  if (name.endsWith("$")) return [{ before: name.slice(0, -1), after: undefined, targets }];
  const folder = name.replace(/\/?\*?$/, "");
  const places = targets.map((target) => target.replace(/\/?\*?$/, ""));
  if (folder === "") return [];
  return [
    { before: `${folder}/`, after: "", targets: places.map((place) => `${place}/*`) },
    { before: folder, after: undefined, targets: places },
  ];
}

type Named = { readonly name: string; readonly way: string };

/** What names stand for, and folders in which every name is looked for. */
type Said = { readonly named: readonly Named[]; readonly roots: readonly string[] };

function aliasesIn(parser: Parser, path: string, text: string): Said {
  // JSON is an expression, which no statement may begin with.
  const { program } = parseText(parser, path, "typescript", /\.[cm]?[jt]s$/.test(path) ? text : `(${text})`);
  const constants = new Map<string, Expression>();
  const lists: Expression[] = [];
  const rooted: Expression[] = [];
  const visitor = new Visitor({
    VariableDeclarator({ id, init }) {
      if (id.type === "Identifier" && init !== null) constants.set(id.name, init);
    },
    ObjectExpression(node) {
      for (const [name, value] of propertiesOf(node))
        if (name === "alias" || name === "aliases") lists.push(value);
        else if (name === "modules" && value.type === "ArrayExpression") rooted.push(value);
    },
    // `["module-resolver", { root: ["./src"], alias: { … } }]`
    ArrayExpression({ elements: [plugin, options] }) {
      if (plugin?.type !== "Literal" || options?.type !== "ObjectExpression") return;
      if (typeof plugin.value !== "string" || !plugin.value.endsWith("module-resolver")) return;
      const root = propertiesOf(options).get("root");
      if (root !== undefined) rooted.push(root);
    },
  });
  if (program !== undefined) visitor.visit(program);
  const known = (list: Expression): Expression =>
    (list.type === "Identifier" ? constants.get(list.name) : undefined) ?? list;
  return {
    named: lists.flatMap((list) => namedIn(known(list), constants)),
    roots: rooted.flatMap((list) => foldersIn(list, constants)),
  };
}

/** `modules: [path.resolve("client"), "node_modules"]`, or one alone. */
function foldersIn(list: Expression, constants: ReadonlyMap<string, Expression>): readonly string[] {
  return (list.type === "ArrayExpression" ? list.elements : [list]).flatMap((element) => {
    if (element === null || element.type === "SpreadElement") return [];
    const way = wayOf(element, constants, 0);
    return way === undefined || way === "" || way.includes("node_modules") ? [] : [way];
  });
}

/** `{ "@": path }`, and `[{ find: "@", replacement: path }]`. */
function namedIn(list: Expression, constants: ReadonlyMap<string, Expression>): readonly Named[] {
  const node = bare(list);
  const named = (name: string | undefined, value: Expression | undefined): readonly Named[] => {
    const way = value === undefined ? undefined : wayOf(value, constants, 0);
    return name === undefined || way === undefined || way === "" ? [] : [{ name, way }];
  };
  if (node.type === "ObjectExpression")
    return [...propertiesOf(node)].flatMap(([name, value]) => named(name, value));
  if (node.type !== "ArrayExpression") return [];
  return node.elements.flatMap((element) => {
    if (element?.type !== "ObjectExpression") return [];
    const properties = propertiesOf(element);
    return named(soughtBy(properties.get("find")), properties.get("replacement"));
  });
}

function propertiesOf({ properties }: ObjectExpression): ReadonlyMap<string, Expression> {
  return new Map(
    properties.flatMap((one) => {
      const name = one.type === "Property" ? keyName(one.key, one.computed) : undefined;
      return one.type === "Property" && name !== undefined ? [[name, one.value] as const] : [];
    }),
  );
}

/** The text that is replaced: written out, or as the plain beginning of a pattern. */
function soughtBy(node: Expression | undefined): string | undefined {
  if (node?.type !== "Literal") return undefined;
  if (typeof node.value === "string") return node.value;
  const pattern = "regex" in node ? node.regex.pattern : undefined;
  const text = pattern
    ?.replace(/^\^/, "")
    .replace(/\\?\/?\$?$/, "")
    .replaceAll("\\/", "/");
  return text !== undefined && /^[\w@~#$/-]+$/.test(text) ? text : undefined;
}

/**
 * The way that an expression names, from the folder of the configuration: the texts in it, in their order. What stands
 * for that folder (`__dirname`, `process.cwd()`, `import.meta.url`) adds nothing.
 */
function wayOf(
  outer: Expression,
  constants: ReadonlyMap<string, Expression>,
  depth: number,
): string | undefined {
  if (depth > 6) return undefined;
  const node = bare(outer);
  const of = (inner: Expression): string | undefined => wayOf(inner, constants, depth + 1);
  switch (node.type) {
    case "Literal":
      return typeof node.value === "string" ? node.value : undefined;
    case "Identifier": {
      if (node.name === "__dirname") return "";
      const value = constants.get(node.name);
      return value === undefined ? undefined : of(value);
    }
    case "TemplateLiteral": {
      const holes = node.expressions.map(of);
      if (!holes.every((hole) => hole !== undefined)) return undefined;
      return plain(
        node.quasis.map(({ value }, index) => `${value.cooked ?? ""}${holes[index] ?? ""}`).join(""),
      );
    }
    case "BinaryExpression": {
      if (node.left.type === "PrivateIdentifier") return undefined;
      const left = of(node.left);
      const right = of(node.right);
      return left === undefined || right === undefined ? undefined : plain(left + right);
    }
    case "MemberExpression":
      return node.object.type === "MetaProperty" ? "" : undefined;
    case "NewExpression":
    case "CallExpression": {
      const name = tailName(node.callee) ?? "";
      if (name === "cwd" || name === "dirname") return "";
      const { callee } = node;
      // `require.resolve` names a file of a package.
      const isRequired = callee.type === "MemberExpression" && tailNameOf(callee.object) === "require";
      if (isRequired || !joining.has(name)) return undefined;
      const parts = node.arguments.map((one) => (one.type === "SpreadElement" ? undefined : of(one)));
      return parts.every((part) => part !== undefined) ? join("", parts.join("/")) : undefined;
    }
    default:
      return undefined;
  }
}

/** Functions that put a path together. */
const joining: ReadonlySet<string> = new Set(["resolve", "join", "normalize", "fileURLToPath", "URL"]);

function tailNameOf(node: Expression | { readonly type: "Super" }): string | undefined {
  return node.type === "Super" ? undefined : tailName(node);
}

/** A way that begins with no slash: what stands before it is the folder. */
function plain(way: string): string {
  return way.replace(/^\/+/, "");
}
