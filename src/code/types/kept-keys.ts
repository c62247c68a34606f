// Which keys of a type are there when a value is sent, and whether there may be more than it names.
import type { ts } from "@ts-morph/common";
import type { Asked } from "./program.js";

/** Whether JSON has a property: methods and private names it has not, of accessors one can't tell. */
export function sentAs(symbol: ts.Symbol, asked: Asked): "always" | "never" | "perhaps" {
  const { ts } = asked;
  // Private names and symbols.
  if (/^__[#@]/.test(symbol.escapedName.toString())) return "never";
  if ((symbol.flags & ts.SymbolFlags.Accessor) !== 0) return "perhaps";
  const declared = symbol.declarations ?? [];
  const hosts = declared.flatMap((one) => hostOf(one, asked) ?? []);
  // A spread list brings its elements: what it does is its prototype's.
  if (hosts.some((name) => name === "Array" || name === "ReadonlyArray")) return "never";
  // What every object has: a spread of the type Object, or of a Response, says nothing of what is in it.
  if (hosts.length > 0) return "perhaps";
  const method = declared.some((one) => ts.isMethodDeclaration(one) && ts.isClassLike(one.parent));
  return method || (symbol.flags & ts.SymbolFlags.Prototype) !== 0 ? "never" : "always";
}

/** The name of what the language or a browser makes itself, where that declares a property: Array, Object, Response. */
function hostOf({ parent }: ts.Declaration, { ts, program, checker }: Asked): string | undefined {
  if (!ts.isInterfaceDeclaration(parent)) return undefined;
  if (!program.isSourceFileDefaultLibrary(parent.getSourceFile())) return undefined;
  const { name, members } = parent;
  const flags = checker.getSymbolAtLocation(name)?.flags ?? 0;
  // Others are what somebody hands to the language, such as the options of a request.
  const isReadonly = (one: ts.TypeElement): boolean =>
    (ts.getCombinedModifierFlags(one) & ts.ModifierFlags.Readonly) !== 0;
  const isMade =
    (flags & ts.SymbolFlags.Value) !== 0 ||
    members.some((one) => ts.isMethodSignature(one) || isReadonly(one));
  return isMade ? name.text : undefined;
}

/** Whether a key stands in an object that is written out, or may, where a spread brings it at times alone. */
export function isWrittenIn(symbol: ts.Symbol, literal: ts.Node | undefined, { ts }: Asked): boolean {
  if (literal === undefined) return false;
  return (symbol.declarations ?? []).some(
    (one) =>
      one.parent === literal && (ts.isPropertyAssignment(one) || ts.isShorthandPropertyAssignment(one)),
  );
}

/** True where more keys than a type names may be there. */
export function mayHaveMore(type: ts.Type, asked: Asked): boolean {
  return isDefault(type, asked) || extendsUnknown(type, asked) || spreadsFreeKeys(type, asked);
}

/** True for what stands as a parameter's default: a parameter without a type takes its type, and callers give more. */
export function isDefault(type: ts.Type, { ts }: Asked): boolean {
  return (type.getSymbol()?.declarations ?? []).some((declaration) => {
    if (!ts.isObjectLiteralExpression(declaration)) return false;
    let node: ts.Node = declaration;
    while (ts.isParenthesizedExpression(node.parent)) node = node.parent;
    const { parent } = node;
    return (ts.isParameter(parent) || ts.isBindingElement(parent)) && parent.initializer === node;
  });
}

/** True where the type is built upon one that was not found: then it may have more. */
function extendsUnknown(type: ts.Type, asked: Asked): boolean {
  const { ts, checker } = asked;
  const parts = type.isIntersection() ? type.types : [type];
  return parts.some((part) =>
    (part.getSymbol()?.declarations ?? []).some((declaration) => {
      if (!ts.isInterfaceDeclaration(declaration) && !ts.isClassLike(declaration)) return false;
      return (declaration.heritageClauses ?? []).some(({ token, types }) => {
        if (ts.isClassLike(declaration) && token === ts.SyntaxKind.ImplementsKeyword) return false;
        return types.some((base) => {
          const found = checker.getTypeAtLocation(base);
          return (found.flags & ts.TypeFlags.Any) !== 0 || (found !== type && extendsUnknown(found, asked));
        });
      });
    }),
  );
}

/** Whether a key comes of a list that is spread, and is not certainly there: its length, an element that may be left out. */
export function isOfSpreadList(symbol: ts.Symbol, type: ts.Type, asked: Asked): boolean {
  if (symbol.declarations !== undefined || !/^(?:length|\d+)$/.test(symbol.name)) return false;
  if (symbol.name !== "length" && (symbol.flags & asked.ts.SymbolFlags.Optional) === 0) return false;
  return spreadsOf(type, asked).some(({ parts }) => parts.some((part) => isList(part, asked)));
}

function isList(type: ts.Type, { checker }: Asked): boolean {
  return checker.isArrayType(type) || checker.isTupleType(type);
}

/** True for `{ plan, ...others }` where `others` may have any key: the type of the whole says nothing of those. */
function spreadsFreeKeys(type: ts.Type, asked: Asked): boolean {
  return spreadsOf(type, asked).some(({ spread, parts }) =>
    parts.some((part) => hasFreeKeys(part, spread, asked)),
  );
}

/** What is spread into an object that is written out, with its type, or those that it may have. */
function spreadsOf(
  type: ts.Type,
  { ts, checker }: Asked,
): readonly { readonly spread: ts.Expression; readonly parts: readonly ts.Type[] }[] {
  return (type.getSymbol()?.declarations ?? []).flatMap((declaration) => {
    if (!ts.isObjectLiteralExpression(declaration)) return [];
    return declaration.properties.filter(ts.isSpreadAssignment).map(({ expression: spread }) => {
      const whole = checker.getTypeAtLocation(spread);
      return { spread, parts: whole.isUnion() ? whole.types : [whole] };
    });
  });
}

function hasFreeKeys(type: ts.Type, spread: ts.Expression, asked: Asked): boolean {
  const { ts, checker } = asked;
  // The keys of a list are numbers.
  if (isList(type, asked)) return false;
  // Of an `object` nobody says which keys it has.
  if ((type.flags & ts.TypeFlags.NonPrimitive) !== 0 || checker.getIndexInfosOfType(type).length > 0)
    return true;
  if (isDefault(type, asked)) return true;
  // `{}` is anything at all, unless it stands there: `...(isOpen ? { since } : {})`.
  if ((type.flags & ts.TypeFlags.Object) === 0 || checker.getPropertiesOfType(type).length > 0) return false;
  const isCallable = type.getCallSignatures().length + type.getConstructSignatures().length > 0;
  const declared = type.getSymbol()?.declarations ?? [];
  const isThere = declared.some(
    (one) => one.pos >= spread.pos && one.end <= spread.end && one.getSourceFile() === spread.getSourceFile(),
  );
  return !isCallable && !isThere;
}
