// What a component of Svelte or Vue is given, as the parameter of the function that it is.
import type {
  BindingProperty,
  CallExpression,
  Expression,
  Node,
  ObjectExpression,
  ObjectPattern,
  ParamPattern,
  Program,
  Statement,
  TSPropertySignature,
  TSSignature,
  TSType,
  VariableDeclarator,
} from "oxc-parser";
import { isFunction, keyName, tailName } from "./syntax.js";

export type Props = {
  readonly param: ParamPattern;
  /** Takes the names of props into the component, where these are not its parameter's own. */
  readonly names?: Statement;
};

/** The props that the script of an instance declares, and the statements that are left of it. */
export function propsOf(
  own: Program["body"],
  language: "vue" | "svelte",
): { readonly props: Props | undefined; readonly left: Program["body"] } {
  const exported: VariableDeclarator[] = [];
  const left: Program["body"] = [];
  let props: Props | undefined;
  for (const statement of own) {
    const declared = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    if (language === "svelte" && statement.type === "ExportNamedDeclaration") {
      if (declared?.type === "VariableDeclaration" && declared.kind === "let") {
        exported.push(...declared.declarations);
        continue;
      }
    }
    const taken = props === undefined && declared !== null ? takenProps(declared, own, language) : undefined;
    if (taken === undefined) left.push(statement);
    else props = taken;
  }
  return { props: props ?? (exported.length === 0 ? undefined : exportedProps(exported)), left };
}

/** `let { name } = $props()`, `const props = defineProps<{ name: string }>()`. */
function takenProps(statement: Node, own: Program["body"], language: "vue" | "svelte"): Props | undefined {
  const declaration = statement.type === "VariableDeclaration" ? statement : undefined;
  const [declarator] = declaration?.declarations ?? [];
  const init =
    declarator?.init ?? (statement.type === "ExpressionStatement" ? statement.expression : undefined);
  if (init?.type !== "CallExpression" || (declaration?.declarations.length ?? 1) !== 1) return undefined;
  const id = declarator?.id;
  if (language === "svelte")
    return isCallOf(init, "$props") && id !== undefined && id.type !== "AssignmentPattern"
      ? { param: id as ParamPattern }
      : undefined;
  const [inner] = init.arguments;
  const call =
    isCallOf(init, "withDefaults") && inner?.type === "CallExpression" && isCallOf(inner, "defineProps")
      ? inner
      : isCallOf(init, "defineProps")
        ? init
        : undefined;
  if (call === undefined) return undefined;
  const type = call.typeArguments?.params[0];
  const span = { start: init.start, end: init.end };
  if (id?.type === "ObjectPattern") return { param: id };
  const name = id?.type === "Identifier" ? id.name : "$props";
  const typeAnnotation =
    type === undefined
      ? null
      : ({ type: "TSTypeAnnotation", start: type.start, end: type.end, typeAnnotation: type } as const);
  const keys = keysOf(call, type, own, call === init ? undefined : init.arguments[1]);
  if (keys.length === 0) return { param: { type: "Identifier", name, ...span, typeAnnotation } };
  // Markup names them without the object that they come in.
  const param: ParamPattern = { ...patternOf(keys), ...span, typeAnnotation };
  const whole: Expression = {
    ...{ type: "ObjectExpression", ...span },
    properties: keys.map((key) => ({
      ...{ type: "Property", kind: "init", key: plainName(key), value: plainName(key) },
      ...{ start: key.start, end: key.end, method: false, shorthand: true, computed: false },
    })),
  };
  const names: Statement = {
    ...{ type: "VariableDeclaration", kind: "const", declare: false, ...span },
    declarations: [
      {
        ...{ type: "VariableDeclarator", definite: false, ...span, init: whole },
        id: { type: "Identifier", name, ...span },
      },
    ],
  };
  return { param, names };
}

/** The options of a component, as they are exported: `export default { props: ["name"] }`, `defineComponent({ … })`. */
export function optionsIn(exported: Node): ObjectExpression | undefined {
  if (exported.type === "ObjectExpression") return exported;
  const [first] =
    exported.type === "CallExpression" && /^(?:defineComponent|extend)$/.test(tailName(exported.callee) ?? "")
      ? exported.arguments
      : [];
  return first?.type === "ObjectExpression" ? first : undefined;
}

/** The props that options of a component declare; undefined where they declare none that are written out. */
export function propsOfOptions({ properties, start, end }: ObjectExpression): Props | undefined {
  const declared = properties.find(
    (one) => one.type === "Property" && keyName(one.key, one.computed) === "props",
  );
  const keys = declared?.type === "Property" ? runtimeKeys(declared.value, undefined) : [];
  // It begins where the options do: what stands at their place is their component.
  return keys.length === 0 ? undefined : { param: { ...patternOf(keys), start, end } };
}

function isCallOf({ callee }: CallExpression, name: string): boolean {
  return callee.type === "Identifier" && callee.name === name;
}

/** The name of a prop, and what it is where nobody gives it. */
type Key = {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly fallback: Expression | undefined;
};

/** Vue's props, where they are written in this file; `defaults` is what `withDefaults` is given. */
function keysOf(
  call: CallExpression,
  type: TSType | undefined,
  own: Program["body"],
  defaults: Node | undefined,
): readonly Key[] {
  const members = membersOf(type, own).flatMap((one) =>
    one.type === "TSPropertySignature" && one.key.type === "Identifier"
      ? keyAt(one.key, one.key.name, valueUnder(defaults, one.key.name))
      : [],
  );
  return [...runtimeKeys(call.arguments[0], defaults), ...members];
}

/** What is declared as a list of names, or as an object of what each is. */
function runtimeKeys(runtime: Node | undefined, defaults: Node | undefined): readonly Key[] {
  if (runtime?.type === "ArrayExpression")
    return runtime.elements.flatMap((one) =>
      one?.type === "Literal" ? keyAt(one, one.value, valueUnder(defaults, one.value)) : [],
    );
  if (runtime?.type !== "ObjectExpression") return [];
  return runtime.properties.flatMap((one) =>
    one.type === "Property" && !one.computed && one.key.type === "Identifier"
      ? keyAt(one.key, one.key.name, valueUnder(one.value, "default") ?? valueUnder(defaults, one.key.name))
      : [],
  );
}

function keyAt({ start, end }: Node, name: unknown, fallback: Expression | undefined): readonly Key[] {
  return typeof name === "string" && /^[A-Za-z_$][\w$]*$/.test(name) ? [{ name, start, end, fallback }] : [];
}

/** A parameter that takes the props by their names. */
function patternOf(keys: readonly Key[]): ObjectPattern {
  return {
    ...{ type: "ObjectPattern", start: 0, end: 0 },
    properties: keys.map((key) =>
      propertyOf(
        key,
        key.fallback === undefined ? plainName(key) : withDefault(plainName(key), key.fallback),
      ),
    ),
  };
}

/** The members of a type that is written out, or declared in the same script. */
function membersOf(type: TSType | undefined, own: Program["body"]): readonly TSSignature[] {
  if (type?.type === "TSTypeLiteral") return type.members;
  if (type?.type !== "TSTypeReference" || type.typeName.type !== "Identifier") return [];
  const { name } = type.typeName;
  for (const one of own) {
    // What it has of another is not written here.
    if (one.type === "TSInterfaceDeclaration" && one.id.name === name)
      return one.extends.length === 0 ? one.body.body : [];
    if (one.type === "TSTypeAliasDeclaration" && one.id.name === name) {
      const { typeAnnotation } = one;
      return typeAnnotation.type === "TSTypeLiteral" ? typeAnnotation.members : [];
    }
  }
  return [];
}

/** What stands under a key of an object that is written out, where that is no function that makes it. */
function valueUnder(object: Node | undefined, name: unknown): Expression | undefined {
  if (object?.type !== "ObjectExpression") return undefined;
  for (const one of object.properties)
    if (one.type === "Property" && one.key.type === "Identifier" && one.key.name === name)
      return isFunction(one.value) ? undefined : one.value;
  return undefined;
}

type Name = {
  readonly type: "Identifier";
  readonly name: string;
  readonly start: number;
  readonly end: number;
};

function plainName({ name, start, end }: Omit<Key, "fallback">): Name {
  return { type: "Identifier", name, start, end };
}

function propertyOf(key: Omit<Key, "fallback">, value: BindingProperty["value"]): BindingProperty {
  const { start, end } = key;
  return {
    ...{ type: "Property", kind: "init", key: plainName(key), value, start, end },
    ...{ method: false, shorthand: true, computed: false },
  };
}

function withDefault(left: Name, right: Expression): BindingProperty["value"] {
  return { type: "AssignmentPattern", left, right, start: left.start, end: right.end };
}

/** `export let name = "Saved"`, each a key of what the component is given. */
function exportedProps(declarators: readonly VariableDeclarator[]): Props {
  const properties: BindingProperty[] = [];
  const members: TSPropertySignature[] = [];
  for (const { id, init, start, end } of declarators) {
    if (id.type !== "Identifier") continue;
    const key = plainName(id);
    const { typeAnnotation } = id;
    if (typeAnnotation !== undefined && typeAnnotation !== null)
      members.push({
        ...{ type: "TSPropertySignature", start, end, key, typeAnnotation, optional: init !== null },
        ...{ computed: false, readonly: false, accessibility: null, static: false },
      });
    properties.push(propertyOf(id, init === null ? key : withDefault(key, init)));
  }
  const [first] = declarators;
  const span = { start: first?.start ?? 0, end: declarators.at(-1)?.end ?? 0 };
  const annotation = { type: "TSTypeLiteral", ...span, members } as const;
  return {
    param: {
      ...{ type: "ObjectPattern", ...span, properties },
      ...(members.length > 0 && {
        typeAnnotation: { type: "TSTypeAnnotation", ...span, typeAnnotation: annotation },
      }),
    },
  };
}
