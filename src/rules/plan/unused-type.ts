// The rule unused-type: each type is the type of something.
import type { Plan } from "../../plan/plan.js";
import { planRule } from "../rule.js";
import { typesIn, typesInUse } from "../type-use.js";

export const unusedType = planRule({
  id: "unused-type",
  summary: "Nothing has a declared type",
  why:
    "Somebody declared what an amount or an address looks like, and no property is held to it: most likely one was " +
    "meant to be, is still a plain text or number, and takes any value.",
  fix: "Use the type where it was meant, or remove it.",
  severity: "warning",
  needs: "plan",
  examples: {
    bad: `
types:
  Money: { type: number, minimum: 0 }
events:
  Order Completed:
    description: An order is paid.
    properties:
      paid: number
`,
    good: `
types:
  Money: { type: number, minimum: 0 }
events:
  Order Completed:
    description: An order is paid.
    properties:
      paid: Money
`,
  },
  check({ plan }, report) {
    for (const name of unusedRoots(plan)) {
      const type = plan.types.find((one) => one.name.value === name);
      // A planned one waits for its use, and the others are on their way out.
      if (type === undefined || type.status !== "active") continue;
      report(type.name.span, `Nothing uses the type "${name}".`, {
        help: "Use it where it was meant, or remove it.",
      });
    }
  },
});

/** The unused types that no other unused type is made with: those follow from these. */
function unusedRoots(plan: Plan): readonly string[] {
  if (plan.types.length === 0) return [];
  const inUse = typesInUse(plan);
  const unused = new Map(
    plan.types
      .filter(({ name }) => !inUse.has(name.value))
      .map(({ name, type }) => [name.value, typesIn([type])]),
  );
  const followUps = new Set<string>();
  for (const [name, parts] of unused) for (const part of parts) if (part !== name) followUps.add(part);
  const names = [...unused.keys()];
  const roots = names.filter((name) => !followUps.has(name));
  const reached = new Set<string>();
  const reach = (root: string): void => {
    const work = [root];
    for (let name = work.pop(); name !== undefined; name = work.pop()) {
      if (reached.has(name)) continue;
      reached.add(name);
      work.push(...(unused.get(name) ?? []));
    }
  };
  for (const root of roots) reach(root);
  // What is left are circles that nothing leads to: one of each stands for all.
  for (const name of names) {
    if (reached.has(name)) continue;
    roots.push(name);
    reach(name);
  }
  return roots;
}
