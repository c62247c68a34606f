// Components that libraries wrap in others, and that are given what those are given: `connect(state, actions)(Panel)`.
import type { CallExpression, Expression } from "oxc-parser";
import { bare, tailName } from "../../syntax/syntax.js";
import { evaluate } from "../evaluate.js";
import type { Linker } from "../linker.js";
import type { ClassValue, FunctionValue, Site, Value } from "../values.js";

/** Calls that make something which wraps components, or several of those into one. */
const makesWrapper = /^(?:connect|inject|graphql|reduxForm|hot|compose|pipe|flow|flowRight|with[A-Z]\w*)$/;

/** Words that stand beside a component where it is wrapped. */
export const wrapping: readonly string[] = ["connect", "inject", "compose", "withRouter", "withTranslation"];

/** The component that a library wraps in what it made before; undefined where it is given none, or does something else. */
export function wrapped(
  { source, path }: { readonly source: string; readonly path: readonly string[] },
  args: readonly Value[],
): Value | undefined {
  if (source === "" || path.at(-1) !== "()" || !path.some((step) => makesWrapper.test(step)))
    return undefined;
  return wrappedIn(args[0]);
}

/** The same where both calls stand together, whatever the first of them is given: `withStyles(styles)(Panel)`. */
export function wrappedBy(
  linker: Linker,
  callee: Expression,
  { arguments: [component] }: CallExpression,
  site: Site,
): Value | undefined {
  if (callee.type !== "CallExpression" || component === undefined) return undefined;
  if (!makesWrapper.test(tailName(callee.callee) ?? "")) return undefined;
  const maker = evaluate(linker, bare(callee.callee), site);
  return maker.kind === "external" && maker.source !== ""
    ? wrappedIn(evaluate(linker, component, site))
    : undefined;
}

/** A component as it is where something wraps it; undefined where it is none. */
export function wrappedIn(value: Value | undefined): FunctionValue | ClassValue | undefined {
  return value?.kind === "function" || value?.kind === "class" ? { ...value, isWrapped: true } : undefined;
}
