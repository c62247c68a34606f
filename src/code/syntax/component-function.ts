// A component of Svelte or of Vue as the function of its props that it is, as JSX has it. Its handlers and the elements of
// its markup stand in it; where it is written as options, it gives those.
import type { Expression, Function as FunctionNode, JSXElement, Node, Program, Statement } from "oxc-parser";
import { optionsIn, propsOf, propsOfOptions } from "./component-props.js";

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
  const given = isDefault ? givenByOptions(program, own) : propsOf(own, language);
  const { props, left } = given ?? { props: undefined, left: own };
  if (props === undefined)
    return elements.length === 0 ? program : { ...program, body: whole.toSorted(byPlace) };
  const outside = program.body.filter(
    (one) =>
      (!inside(one) || one.type === "ImportDeclaration") &&
      (!isDefault || one.type !== "ExportDefaultDeclaration"),
  );
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

/** The props of a component that is written as options, and what stands in its function: handlers, and the options. */
function givenByOptions(program: Program, handlers: Program["body"]): ReturnType<typeof propsOf> | undefined {
  const exported = program.body.find((one) => one.type === "ExportDefaultDeclaration");
  const declared = exported?.type === "ExportDefaultDeclaration" ? exported.declaration : undefined;
  const options = declared === undefined ? undefined : optionsIn(declared);
  const props = options === undefined ? undefined : propsOfOptions(options);
  // Beside a script that runs for each use, the options say little.
  if (props === undefined || handlers.some((one) => one === exported)) return undefined;
  const { start, end } = declared as Expression;
  const returned: Statement = { type: "ReturnStatement", start, end, argument: declared as Expression };
  return { props, left: [...handlers, returned] };
}

/** Whether options of a component are what its function gives: the function's parameter has their place. */
export function givesOptions({ params: [first] }: FunctionNode, options: Node): boolean {
  return first?.type === "ObjectPattern" && first.start === options.start && first.end === options.end;
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
  return language === "vue"
    ? /\ssetup\b/.test(tag)
    : !/\s(?:context\s*=\s*["']module|module(?=[\s>]|$))/.test(tag);
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
