// The rule invisible-character: no name holds a character that nobody can see, or tell from a space.
import type { Located } from "../../diagnostics/diagnostic.js";
import { firstInvisible, spellInvisible, withoutInvisible } from "../../diagnostics/invisible.js";
import { follows } from "../names.js";
import { renameEvent, renameProperty } from "../rename.js";
import { planRule } from "../rule.js";

export const invisibleCharacter = planRule({
  id: "invisible-character",
  summary: "A name holds a character that can't be seen, or that looks like a space and is none",
  why:
    "Names are matched letter for letter. One that was pasted from a document, a chat or a web page may hold a " +
    "non-breaking space or a mark without width: a campaign whose trigger is typed in looks the same and never starts, " +
    "a property that a template asks for is not there, and no search finds why.",
  fix: "Type the name anew; `--fix --unsafe invisible-character` does it wherever the plan mentions it. Code that sends it, and campaigns and templates that were set up with the pasted name, have to follow.",
  severity: "error",
  fixable: true,
  examples: {
    bad: `
events:
  "Order\\u00a0Completed":
    description: An order is paid.
`,
    good: `
events:
  Order Completed:
    description: An order is paid.
`,
  },
  check({ plan, index }, report) {
    const check = (
      what: string,
      { value, span }: Located<string>,
      details: { readonly event?: string; readonly property?: string },
      rename: (clean: string) => ReturnType<typeof renameEvent>,
    ): void => {
      const found = firstInvisible(value);
      if (found === undefined) return;
      const clean = withoutInvisible(value).trim();
      const fix = clean === "" ? undefined : rename(clean);
      report(
        span,
        found.isSpace
          ? `The name of the ${what} "${spellInvisible(value)}" has a space in it that is not the keyboard's: ${found.code}.`
          : `The name of the ${what} "${spellInvisible(value)}" has a character in it that can't be seen: ${found.code}.`,
        {
          help: clean === "" ? "Give it a name that can be read." : `Type it anew: "${clean}".`,
          ...details,
          ...(fix !== undefined && { fixes: [{ ...fix, safe: false }] }),
        },
      );
    };
    for (const { name } of index.lastingEvents) {
      // Spaces at the ends, and two names that look alike, are told by rules of their own.
      if (name.value !== name.value.trim() || index.similarEvents.has(name.value)) continue;
      check("event", name, { event: name.value }, (clean) =>
        renameEvent(index, name.value, clean, "another name"),
      );
    }
    const seen = new Set<string>();
    const suspects = [...index.lastingByName].flatMap(([name, places]) =>
      firstInvisible(name) === undefined ? [] : places,
    );
    for (const { property, owner, within } of suspects) {
      const { name } = property;
      const space = owner.kind === "person" ? "attribute" : "property";
      const isTop = within.length === 0 && ["event", "group", "person"].includes(owner.kind);
      const convention = space === "attribute" ? plan.naming.attributes : plan.naming.properties;
      if (!follows(withoutInvisible(name.value), convention)) continue;
      if (isTop && name.value !== name.value.trim()) continue;
      // The same name in many events is one mistake.
      const key = `${space} ${name.value}`;
      if (seen.has(key)) continue;
      seen.add(key);
      check(space, name, { property: name.value }, (clean) =>
        isTop ? renameProperty(index, space, name.value, clean, "another name") : undefined,
      );
    }
  },
});
