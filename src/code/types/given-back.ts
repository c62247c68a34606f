// What a function gives back, where its text says more than the type that is written at it: `(): Script => ({ type: "text" })`.
import type { ts } from "@ts-morph/common";
import type { Asked } from "./program.js";

/** So many returns are read. */
const mostReturns = 20;

/**
 * The types of all that a call gives back, of a function of the same file that declares what it returns; also by a name
 * that stands for that. Undefined where the declared type says as much.
 */
export function typesGivenBack(node: ts.Node, asked: Asked): readonly ts.Type[] | undefined {
  const { ts, checker } = asked;
  const call = callOf(node, asked);
  const declared = call === undefined ? undefined : checker.getResolvedSignature(call)?.declaration;
  if (declared === undefined || !ts.isFunctionLike(declared) || declared.type === undefined) return undefined;
  if (declared.getSourceFile() !== node.getSourceFile() || (declared.typeParameters?.length ?? 0) > 0)
    return undefined;
  const body = "body" in declared ? declared.body : undefined;
  if (body === undefined || ts.isTypePredicateNode(declared.type)) return undefined;
  if ((ts.getCombinedModifierFlags(declared as ts.Declaration) & ts.ModifierFlags.Async) !== 0)
    return undefined;
  if ("asteriskToken" in declared && declared.asteriskToken !== undefined) return undefined;
  const returned = returnedIn(body, asked);
  if (returned === undefined || returned.length === 0 || returned.length > mostReturns) return undefined;
  const types = returned.map((one) => checker.getTypeAtLocation(one));
  const vague = ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.Never;
  return types.some(({ flags }) => (flags & vague) !== 0) ? undefined : types;
}

/** The call that an expression is, or that a name is made of which nobody assigns again. */
function callOf(node: ts.Node, { ts, checker }: Asked): ts.CallExpression | undefined {
  let at: ts.Node = node;
  if (ts.isIdentifier(at)) {
    const made = checker.getSymbolAtLocation(at)?.valueDeclaration;
    if (made === undefined || !ts.isVariableDeclaration(made) || made.type !== undefined) return undefined;
    if ((ts.getCombinedNodeFlags(made) & ts.NodeFlags.Const) === 0 || !ts.isIdentifier(made.name))
      return undefined;
    if (made.initializer === undefined) return undefined;
    at = made.initializer;
  }
  while (ts.isParenthesizedExpression(at)) at = at.expression;
  return ts.isCallExpression(at) ? at : undefined;
}

/** The expressions that a function's own text returns; undefined where it may return nothing. */
function returnedIn(body: ts.Node, { ts }: Asked): readonly ts.Expression[] | undefined {
  if (!ts.isBlock(body)) return [body as ts.Expression];
  const found: ts.Expression[] = [];
  let isWhole = true;
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) return;
    if (ts.isReturnStatement(node)) {
      if (node.expression === undefined) isWhole = false;
      else found.push(node.expression);
    }
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(body, visit);
  return isWhole ? found : undefined;
}
