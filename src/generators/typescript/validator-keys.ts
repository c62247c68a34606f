// Writes the checks of the keys that an object has beside those of its properties.
import type { ObjectType, Property, Type } from "../../plan/plan.js";
import { type Doc, hardline, indent, join } from "./layout.js";
import { stringLiteral } from "./source-text.js";
import { assign, block, checks, ifBlock, mismatch } from "./validator-code.js";
import { all, failure, isSimple } from "./validator-conditions.js";
import {
  blockScope,
  hoist,
  local,
  type Path,
  pathText,
  type Scope,
  surroundings,
  use,
} from "./validator-scope.js";

/** More keys than this are looked up in a set. */
const fewKeys = 32;

/** What an object's other keys may be: nothing where it is closed, values of a type where it is open. */
export function otherKeys(
  type: ObjectType,
  properties: readonly Property[],
  value: string,
  path: Path,
  outer: Scope,
): Doc[] {
  const scope = blockScope(outer);
  const key = local("key", scope);
  const keys = properties.map(({ name }) => stringLiteral(name.value));
  let action: Doc[];
  let loop: string;
  if (type.open === false) {
    loop = `for (const ${key} in ${value}) {`;
    const args = ["found", pathText(path), value, key];
    action = [assign(use(scope, "unexpected"), args)];
  } else {
    loop = `for (const ${key} of Object.keys(${value})) {`;
    const free: Type = type.open === true ? { kind: "any", span: type.span } : type.open;
    const item = local("item", scope);
    const at = [...path, { expression: `${use(scope, "pointer")}(${key})` }];
    action = [
      `const ${item} = ${value}[${key}];`,
      ...(isSimple(free, scope.module.context.resolve)
        ? [
            ifBlock(all([`${item} !== undefined`, failure(free, item, surroundings(scope))]), [
              mismatch(free, item, at, scope),
            ]),
          ]
        : [ifBlock(`${item} !== undefined`, checks(free, item, at, scope))]),
    ];
  }
  if (keys.length === 0) return [block(loop, action)];
  if (keys.length > fewKeys) {
    const set = hoist(scope, `${value}Keys`, "ReadonlySet<string>", [
      "/* @__PURE__ */ new Set([",
      indent(keys.map((one) => [hardline, one, ","])),
      hardline,
      "])",
    ]);
    return [block(loop, [`if (${set}.has(${key})) continue;`, ...action])];
  }
  return [
    block(loop, [
      [
        `switch (${key}) {`,
        indent(
          hardline,
          join(
            keys.map((one) => `case ${one}:`),
            hardline,
          ),
          indent(hardline, "break;"),
          hardline,
          type.open === false ? "default:" : "default: {",
          indent(hardline, join(action, hardline)),
          ...(type.open === false ? [] : [hardline, "}"]),
        ),
        hardline,
        "}",
      ],
    ]),
  ];
}
