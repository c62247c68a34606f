// Functions that are tables, written as a `switch`: `switch (step) { case Step.opened: return "Opened"; … }` gives what
// stands under the text or the number that a caller says.
import type { Expression, Statement, SwitchStatement } from "oxc-parser";
import { evaluate } from "./evaluate.js";
import type { Linker } from "./linker.js";
import { lookedUp } from "./members.js";
import { fallbackOf } from "./present.js";
import { type FunctionValue, type Member, plainText, type Site, type Value } from "./values.js";

/** What such a function gives; undefined where it is none. */
export function switchedBy(
  linker: Linker,
  { fn, site }: FunctionValue,
  span: Value["span"],
): Value | undefined {
  const { module } = site;
  const [first, ...others] = fn.body?.type === "BlockStatement" ? fn.body.body : [];
  if (first?.type !== "SwitchStatement" || first.cases.length < 2 || others.length > 1) return undefined;
  // What is declared in it has a scope that nobody keeps.
  const own: Site = { module, scope: module.scopes.scopeOf.get(fn) ?? site.scope };
  const key = evaluate(linker, first.discriminant, own);
  if (key.kind !== "parameter") return undefined;
  const cases = casesOf(first);
  if (cases === undefined) return undefined;
  const [behind] = others;
  const last = behind?.type === "ReturnStatement" ? (behind.argument ?? undefined) : undefined;
  if (behind !== undefined && behind.type !== "ReturnStatement" && behind.type !== "ThrowStatement")
    return undefined;
  const members: Member[] = [];
  let other = last;
  for (const { tests, given } of cases)
    for (const test of tests) {
      if (test === undefined) {
        other = given;
        continue;
      }
      const name = nameOf(evaluate(linker, test, own));
      if (name === undefined) return undefined;
      if (given !== undefined)
        members.push({
          ...{ kind: "property", name, span, optional: false },
          value: () => evaluate(linker, given, own),
        });
    }
  if (members.length < 2) return undefined;
  const found = lookedUp(linker, span, { kind: "object", span, members }, key);
  return other === undefined ? found : fallbackOf(span, found, evaluate(linker, other, own));
}

/** What each case gives, by its tests, of which `default` has none; undefined where one does more than to give it. */
function casesOf({
  cases,
}: SwitchStatement):
  | readonly { readonly tests: readonly (Expression | undefined)[]; readonly given: Expression | undefined }[]
  | undefined {
  const found: { tests: (Expression | undefined)[]; given: Expression | undefined }[] = [];
  let tests: (Expression | undefined)[] = [];
  for (const { test, consequent } of cases) {
    tests.push(test ?? undefined);
    if (consequent.length === 0) continue;
    const [only, ...more]: readonly Statement[] =
      consequent[0]?.type === "BlockStatement" ? consequent[0].body : consequent;
    if (only?.type !== "ReturnStatement" && only?.type !== "ThrowStatement") return undefined;
    if (more.some(({ type }) => type !== "BreakStatement")) return undefined;
    found.push({ tests, given: only.type === "ReturnStatement" ? (only.argument ?? undefined) : undefined });
    tests = [];
  }
  return found;
}

function nameOf(value: Value): string | undefined {
  return value.kind === "number" && value.value !== undefined ? String(value.value) : plainText(value);
}
