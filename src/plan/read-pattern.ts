// Reads a pattern of the plan, of a type or a naming convention: scalar -> findings that point into it.
import type { Context } from "./context.js";
import { patternProblem } from "./patterns.js";
import type { ScalarNode } from "./tree.js";

/** Whether a pattern can be used; reports why not. */
export function patternIsSound(context: Context, node: ScalarNode): boolean {
  const slashed = /^\/(\^.*|.*\$)\/[a-z]*$/.exec(node.text)?.[1];
  if (slashed !== undefined) {
    context.error("invalid-pattern", node.span, "A pattern stands without the slashes of JavaScript.", {
      help: `Write '${slashed.replaceAll("'", "''")}'.`,
    });
    return false;
  }
  const problem = patternProblem(node.text);
  if (problem === undefined) return true;
  const { start, end, message, help } = problem;
  context.error(
    "invalid-pattern",
    start === end ? node.span : context.within(node, start, end),
    message,
    help === undefined ? {} : { help },
  );
  return false;
}
