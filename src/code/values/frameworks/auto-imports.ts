// What files of a Nuxt application need not import: what its folders `utils`, `composables` and `stores` export.
import type { Span } from "../../../diagnostics/diagnostic.js";
import { withGlobal } from "../globals.js";
import type { Linker } from "../linker.js";
import type { Module } from "../module.js";
import type { Value } from "../values.js";
import type { Shared } from "./plugins.js";

/** What begins the name of an export that need not be imported; the folder follows in which that is so. */
export const autoPrefix = "auto:";

/** Files directly in these folders, of the application, of its sources, of its layers and of its server. */
const places =
  /^((?:.*?\/)?)((?:(?:app|src|server|layers\/[\w-]+)\/)?)(?:utils|composables|stores)\/([\w.-]+|[\w-]+\/index)\.[cm]?[jt]s$/;

/** Whether an export of a file, of which only the path is known, may be what a name stands for. */
export function mayBeAuto(path: string, name: string): boolean {
  return foldersFor(path).some((folder) => name.startsWith(`${autoPrefix}${folder}:`));
}

/** The last part of the name: what others say. */
export function autoWord(name: string): string {
  return name.slice(name.lastIndexOf(":") + 1);
}

function foldersFor(path: string): readonly string[] {
  const match = places.exec(path);
  if (match === null) return [];
  const [, before = "", inner = ""] = match;
  // What a server has of its own is its own.
  if (inner === "server/") return [before + inner];
  return inner === "" ? [before] : [before, before + inner];
}

/** What a module gives to all files of the application that it may be in. */
export function autoExportsOf({ path, exports, scopes }: Module): readonly Shared[] {
  const folders = foldersFor(path);
  if (folders.length === 0) return [];
  return [...exports.named].flatMap(([exported, one]): readonly Shared[] => {
    if (one.kind !== "local" || exported === "default") return [];
    const binding = scopes.top.values.get(one.name);
    if (binding === undefined || binding.steps.length > 0) return [];
    const { what } = binding;
    const node =
      what.kind === "function"
        ? what.fn
        : what.kind === "class"
          ? what.cls
          : what.kind === "variable"
            ? what.init
            : undefined;
    if (node === undefined) return [];
    return folders.map((folder) => ({ name: `${autoPrefix}${folder}:${exported}`, node, scope: scopes.top }));
  });
}

/** What a name that nobody declares stands for in a file of a Nuxt application. */
export function autoImported(linker: Linker, { path }: Module, name: string, span: Span): Value | undefined {
  const root = applicationOf(linker, path);
  if (root === undefined) return undefined;
  const server = `${root}server/`;
  const folder = path.startsWith(server) ? server : root;
  const found = withGlobal(linker, [`${autoPrefix}${folder}:${name}`], span, (value) => value);
  return found?.kind === "unknown" || found?.kind === "undefined" ? undefined : found;
}

/** The folder of the Nuxt application that a file is in. */
function applicationOf(linker: Linker, path: string): string | undefined {
  for (let slash = path.lastIndexOf("/"); ; slash = path.lastIndexOf("/", slash - 1)) {
    const folder = path.slice(0, slash + 1);
    if (["ts", "js", "mjs"].some((end) => linker.mentions(`${folder}nuxt.config.${end}`, "export")))
      return folder;
    if (slash <= 0) return undefined;
  }
}
