// A component of Svelte, or of Vue's `<script setup>`, as the function of its props that it is, as JSX has it. Its
// handlers and the elements of its markup stand in it.
import type {
  BindingProperty,
  CallExpression,
  Expression,
  Function as FunctionNode,
  JSXElement,
  Node,
  ObjectPattern,
  ParamPattern,
  Program,
  Statement,
  TSPropertySignature,
  TSType,
  VariableDeclarator,
} from "oxc-parser";

type Props = {
  readonly param: ParamPattern;
  /** Takes the names of props into the component, where these are not its parameter's own. */
  readonly names?: Statement;
};

/**
 * The component as a module that exports a function by default, where it has props; as it is, with its elements, where
 * it has none. Offsets stay what they are.
 */
export function asComponent(
  program: Program,
  path: string,
  text: string,
  language: "vue" | "svelte",
  elements: readonly JSXElement[],
): Program {
  const added = elements.map(
    (expression): Statement => ({
      type: "ExpressionStatement",
      start: expression.start,
      end: expression.end,
      expression,
    }),
  );
  const whole = [...program.body, ...added];
  const isDefault = program.body.some(({ type }) => type === "ExportDefaultDeclaration");
  const inside = (one: Node): boolean => isInstance(text, one.start, language);
  const own = program.body.filter(inside);
  const { props, left } = isDefault ? { props: undefined, left: own } : propsOf(own, language);
  if (props === undefined)
    return elements.length === 0 ? program : { ...program, body: whole.toSorted(byPlace) };
  const outside = program.body.filter((one) => !inside(one) || one.type === "ImportDeclaration");
  const within = [...left.flatMap(unexported), ...added].toSorted(byPlace);
  const first = Math.min(props.param.start, within[0]?.start ?? text.length);
  const body = props.names === undefined ? within : [props.names, ...within];
  // It begins before the first of what stands in it, so that nothing else has its place.
  const span = { start: Math.max(0, first - 1), end: text.length };
  const name = nameOf(path);
  const isTaken = outside.some((one) => declares(one, name));
  const id = isTaken ? null : ({ type: "Identifier", name, start: span.start, end: span.start } as const);
  const fn: FunctionNode = {
    ...{ type: "FunctionDeclaration", ...span, id, generator: false, async: true, expression: false },
    params: [props.param],
    body: { type: "BlockStatement", ...span, body: [...body] },
  };
  const exported: Statement = { type: "ExportDefaultDeclaration", ...span, declaration: fn };
  return { ...program, body: [...outside, exported].toSorted(byPlace) };
}

/** What a component is called, by its file. */
function nameOf(path: string): string {
  const file = path.slice(path.lastIndexOf("/") + 1).replace(/\.\w+$/, "");
  const name = file.replace(/(?:^|[^\w$]+)(\w)/g, (_, letter: string) => letter.toUpperCase());
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : "Component";
}

function declares(statement: Node, name: string): boolean {
  if (statement.type === "ImportDeclaration")
    return statement.specifiers.some(({ local }) => local.name === name);
  const declared = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
  if (declared?.type === "VariableDeclaration")
    return declared.declarations.some(({ id }) => id.type !== "Identifier" || id.name === name);
  return (
    declared !== null && "id" in declared && declared.id?.type === "Identifier" && declared.id.name === name
  );
}

function byPlace(a: Node, b: Node): number {
  return a.start - b.start;
}

/** Whether a place is in the script that runs for each use of the component, or in the markup. */
function isInstance(text: string, at: number, language: "vue" | "svelte"): boolean {
  const open = text.lastIndexOf("<script", at);
  const end = open < 0 ? -1 : text.indexOf(">", open);
  // What stands before the first script, and behind one, is markup.
  if (end < 0 || text.slice(end, at).includes("</script")) return true;
  const tag = text.slice(open, end);
  return language === "vue" ? /\ssetup\b/.test(tag) : !/\b(?:context\s*=\s*["']module|module\b)/.test(tag);
}

/** A statement as it may stand in a function. */
function unexported(statement: Statement | Program["body"][number]): readonly Statement[] {
  switch (statement.type) {
    case "ImportDeclaration":
    case "ExportAllDeclaration":
    case "ExportDefaultDeclaration":
      return [];
    case "ExportNamedDeclaration":
      return statement.declaration === null ? [] : [statement.declaration];
    default:
      return [statement as Statement];
  }
}

function propsOf(
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
  const param: ParamPattern =
    id?.type === "ObjectPattern"
      ? id
      : {
          ...{ type: "Identifier", name: id?.type === "Identifier" ? id.name : "$props", ...span },
          ...(type !== undefined && {
            typeAnnotation: {
              type: "TSTypeAnnotation",
              start: type.start,
              end: type.end,
              typeAnnotation: type,
            },
          }),
        };
  const keys = keysOf(call, type, own);
  if (param.type !== "Identifier" || keys.length === 0) return { param };
  // Markup names them without the object that they come in.
  const pattern: ObjectPattern = { type: "ObjectPattern", ...span, properties: keys.map(plainProperty) };
  const names: Statement = {
    ...{ type: "VariableDeclaration", kind: "const", declare: false, ...span },
    declarations: [
      {
        ...{ type: "VariableDeclarator", definite: false, ...span, id: pattern },
        init: { type: "Identifier", name: param.name, ...span },
      },
    ],
  };
  return { param, names };
}

function isCallOf({ callee }: CallExpression, name: string): boolean {
  return callee.type === "Identifier" && callee.name === name;
}

type Key = { readonly name: string; readonly start: number; readonly end: number };

/** The names of Vue's props, where they are written in this file. */
function keysOf(call: CallExpression, type: TSType | undefined, own: Program["body"]): readonly Key[] {
  const [runtime] = call.arguments;
  const found: Key[] = [];
  const add = (node: Node, name: unknown): void => {
    if (typeof name === "string" && /^[A-Za-z_$][\w$]*$/.test(name))
      found.push({ name, start: node.start, end: node.end });
  };
  if (runtime?.type === "ArrayExpression")
    for (const one of runtime.elements) if (one?.type === "Literal") add(one, one.value);
  if (runtime?.type === "ObjectExpression")
    for (const one of runtime.properties)
      if (one.type === "Property" && !one.computed)
        add(one.key, one.key.type === "Identifier" ? one.key.name : "");
  let members = type?.type === "TSTypeLiteral" ? type.members : undefined;
  if (type?.type === "TSTypeReference" && type.typeName.type === "Identifier") {
    const { name } = type.typeName;
    for (const one of own) {
      if (one.type === "TSInterfaceDeclaration" && one.id.name === name) members = one.body.body;
      if (one.type === "TSTypeAliasDeclaration" && one.id.name === name)
        if (one.typeAnnotation.type === "TSTypeLiteral") members = one.typeAnnotation.members;
    }
  }
  for (const one of members ?? [])
    if (one.type === "TSPropertySignature" && one.key.type === "Identifier") add(one.key, one.key.name);
  return found;
}

function plainProperty({ name, start, end }: Key): BindingProperty {
  const id = { type: "Identifier", name, start, end } as const;
  return {
    ...{ type: "Property", kind: "init", key: id, value: id, start, end },
    ...{ method: false, shorthand: true, computed: false },
  };
}

/** `export let name = "Saved"`, each a key of what the component is given. */
function exportedProps(declarators: readonly VariableDeclarator[]): Props {
  const properties: BindingProperty[] = [];
  const members: TSPropertySignature[] = [];
  for (const { id, init, start, end } of declarators) {
    if (id.type !== "Identifier") continue;
    const key = { type: "Identifier", name: id.name, start: id.start, end: id.end } as const;
    const { typeAnnotation } = id;
    if (typeAnnotation !== undefined && typeAnnotation !== null)
      members.push({
        ...{ type: "TSPropertySignature", start, end, key, typeAnnotation, optional: init !== null },
        ...{ computed: false, readonly: false, accessibility: null, static: false },
      });
    const value = init === null ? key : withDefault(key, init, start, end);
    properties.push({
      ...{ type: "Property", kind: "init", key, value, start, end },
      ...{ method: false, shorthand: true, computed: false },
    });
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

function withDefault(
  left: { readonly type: "Identifier"; readonly name: string; readonly start: number; readonly end: number },
  right: Expression,
  start: number,
  end: number,
): BindingProperty["value"] {
  return { type: "AssignmentPattern", left, right, start, end };
}
