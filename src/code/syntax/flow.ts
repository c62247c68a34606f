// Flow's types: oxc reads those that look like TypeScript's; where it can't, they are blanked, as a parser of Flow finds
// them.
import { createRequire } from "node:module";
import { blank } from "./blank.js";

type FlowParser = { readonly parse: (text: string, options: object) => unknown };

// Loaded when the first file needs it: few projects have any.
let loaded: FlowParser | undefined;
function flowParser(): FlowParser {
  loaded ??= createRequire(import.meta.url)("hermes-parser") as FlowParser;
  return loaded;
}

/** What a file of Flow says, in its first comment or where it has types. */
const flowSign =
  /@flow\b|\b(?:import|export)\s+(?:opaque\s+)?type(?:of)?\b|^\s*(?:opaque\s+)?type\s+\w+\s*[=<]/m;

/** The text without Flow's types, each offset as it was; undefined where there is no Flow, or none that can be read. */
export function withoutFlow(text: string): string | undefined {
  if (!flowSign.test(text)) return undefined;
  let tree: unknown;
  try {
    tree = flowParser().parse(text, { flow: "all", sourceType: "module", allowReturnOutsideFunction: true });
  } catch {
    return undefined;
  }
  const gone: Part[] = [];
  gather(tree, text, gone);
  gone.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  let result = "";
  let done = 0;
  for (const [start, end] of gone) {
    if (end <= done) continue;
    const from = Math.max(start, done);
    result += text.slice(done, from) + blank(text.slice(from, end));
    done = end;
  }
  return result + text.slice(done);
}

type Part = readonly [start: number, end: number];

/** Nodes that are types and nothing else. */
const typeNode =
  /^(?:TypeAnnotation|TypeAlias|OpaqueType|InterfaceDeclaration|Declare[A-Z]\w*|TypeParameter(?:Declaration|Instantiation)|Variance|InferredPredicate|DeclaredPredicate)$/;

/** The parts of a tree that are types: its nodes are whatever the parser made, and are looked at by their keys alone. */
function gather(tree: unknown, text: string, gone: Part[]): void {
  // A stack of its own: a tree may be deep.
  const open: unknown[] = [tree];
  while (open.length > 0) {
    const at = open.pop();
    if (Array.isArray(at)) {
      open.push(...(at as readonly unknown[]));
      continue;
    }
    if (typeof at !== "object" || at === null) continue;
    const node = new Map<string, unknown>(Object.entries(at));
    const range = rangeOf(node);
    const type = node.get("type");
    if (range !== undefined && typeof type === "string") {
      const part = typesIn(type, node, range, text);
      if (part !== undefined) gone.push(part);
      // Nothing else is in it.
      if (part !== undefined && part[0] === range[0] && part[1] === range[1]) continue;
    }
    for (const [key, inner] of node)
      if (key !== "loc" && key !== "range" && key !== "parent") open.push(inner);
  }
}

/** What of a node is a type: all of it, a keyword before it, or what stands behind an expression. */
function typesIn(
  type: string,
  node: ReadonlyMap<string, unknown>,
  [start, end]: Part,
  text: string,
): Part | undefined {
  if (typeNode.test(type)) return [start, end];
  switch (type) {
    case "ImportDeclaration":
      return isOfTypes(node.get("importKind")) ? [start, end] : undefined;
    case "ExportNamedDeclaration":
      return isOfTypes(node.get("exportKind")) ? [start, end] : undefined;
    case "ImportSpecifier":
      return isOfTypes(node.get("importKind")) ? wordAt(text, start) : undefined;
    case "AsExpression":
    case "AsConstExpression":
      return [endOf(node.get("expression")) ?? end, end];
    case "Identifier": {
      if (node.get("optional") !== true) return undefined;
      const sign = text.indexOf("?", start);
      return sign < 0 || sign >= end ? undefined : [sign, sign + 1];
    }
    case "ClassDeclaration":
    case "ClassExpression": {
      const all = node.get("implements");
      const last = Array.isArray(all) ? endOf((all as readonly unknown[]).at(-1)) : undefined;
      const word = last === undefined ? -1 : text.indexOf("implements", start);
      return last === undefined || word < 0 || word > last ? undefined : [word, last];
    }
    default:
      return undefined;
  }
}

function isOfTypes(kind: unknown): boolean {
  return kind === "type" || kind === "typeof";
}

function wordAt(text: string, start: number): Part {
  return [start, start + (/^\w+/.exec(text.slice(start, start + 10))?.[0].length ?? 0)];
}

function rangeOf(node: ReadonlyMap<string, unknown>): Part | undefined {
  const range = node.get("range");
  if (!Array.isArray(range)) return undefined;
  const [start, end] = range as readonly unknown[];
  return typeof start === "number" && typeof end === "number" ? [start, end] : undefined;
}

function endOf(node: unknown): number | undefined {
  return typeof node === "object" && node !== null
    ? rangeOf(new Map<string, unknown>(Object.entries(node)))?.[1]
    : undefined;
}
