// Services of Ember: a field under `@service` is an instance of the class in the file that it is called like.
import type { CallExpression, Decorator, Expression, Node } from "oxc-parser";
import { bare, tailName } from "../../syntax/syntax.js";
import { exportOf } from "../exports.js";
import type { Linker } from "../linker.js";
import type { Module } from "../module.js";
import type { Value } from "../values.js";

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
    const service = name === undefined ? undefined : serviceNamed(linker, module, name, span);
    if (service !== undefined) return service;
  }
  return undefined;
}

/** What a property of a classic class is given: `Component.extend({ metrics: service() })`. */
export function serviceProperty(
  linker: Linker,
  module: Module,
  value: Node,
  key: string,
  span: Value["span"],
): Value | undefined {
  if (value.type !== "CallExpression" || !module.text.includes("@ember/service")) return undefined;
  const name = nameIn(value, key);
  return name === undefined ? undefined : serviceNamed(linker, module, name, span);
}

function serviceNamed(linker: Linker, module: Module, name: string, span: Value["span"]): Value | undefined {
  for (let above = 0; above <= deepest; above++) {
    const folder = above === 0 ? "./" : "../".repeat(above);
    for (const path of [`${folder}services/${name}`, `${folder}app/services/${name}`]) {
      const target = linker.resolve(module.path, path);
      if (target.kind !== "file") continue;
      const service = exportOf(linker, target.path, "default", span);
      if (service.kind === "class") return { ...service, instance: true };
      // A classic one is what its object says.
      if (service.kind === "object") return service;
    }
  }
  // One of an addon: that for metrics comes with its own.
  return name === "metrics"
    ? { kind: "external", span, source: "ember-metrics", path: ["default"] }
    : undefined;
}

function nameIn(decorator: Expression | CallExpression, key: string): string | undefined {
  if (!/^(?:service|inject)$/.test(tailName(decorator) ?? "")) return undefined;
  const [given] = decorator.type === "CallExpression" ? decorator.arguments : [];
  if (given?.type === "Literal" && typeof given.value === "string") return given.value;
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
