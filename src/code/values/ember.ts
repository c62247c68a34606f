// Services of Ember: a field under `@service` is an instance of the class in the file that it is called like.
import type { Decorator, Expression } from "oxc-parser";
import { bare, tailName } from "../syntax/syntax.js";
import { exportOf } from "./exports.js";
import type { Linker } from "./linker.js";
import type { Module } from "./module.js";
import type { Value } from "./values.js";

/** How deep below the folder of services a file may lie. */
const deepest = 8;

/** What a field is given by its decorators; undefined where none of them names a service that is there. */
export function serviceField(
  linker: Linker,
  module: Module,
  decorators: readonly Decorator[],
  key: string,
  span: Value["span"],
): Value | undefined {
  if (decorators.length === 0 || !module.text.includes("@ember/service")) return undefined;
  for (const { expression } of decorators) {
    const name = nameIn(bare(expression), key);
    if (name === undefined) continue;
    for (let above = 0; above <= deepest; above++) {
      const folder = above === 0 ? "./" : "../".repeat(above);
      for (const path of [`${folder}services/${name}`, `${folder}app/services/${name}`]) {
        const target = linker.resolve(module.path, path);
        if (target.kind !== "file") continue;
        const service = exportOf(linker, target.path, "default", span);
        if (service.kind === "class") return { ...service, instance: true };
      }
    }
  }
  return undefined;
}

function nameIn(decorator: Expression, key: string): string | undefined {
  if (!/^(?:service|inject)$/.test(tailName(decorator) ?? "")) return undefined;
  const [given] = decorator.type === "CallExpression" ? decorator.arguments : [];
  if (given?.type === "Literal" && typeof given.value === "string") return given.value;
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
