// The rule similar-enum-values: one thing has one spelling among the values of an enum.
import type { EnumType, EnumValue, Type } from "../../plan/plan.js";
import { remembering } from "../names.js";
import { describeProperty } from "../plan-index.js";
import { planRule } from "../rule.js";

export const similarEnumValues = planRule({
  id: "similar-enum-values",
  summary: "Two values of an enum differ only in capitals, spaces or dashes",
  why:
    "Segments, filters and Liquid compare letter for letter. Half of the code sends one, half sends the other, and a " +
    'segment that asks for "gold" leaves everybody out who is "Gold".',
  fix: "Keep one of the two, and correct the code that sends the other.",
  severity: "warning",
  examples: {
    bad: `
people:
  attributes:
    vip_tier?: enum(silver, gold, Gold)
`,
    good: `
people:
  attributes:
    vip_tier?: enum(silver, gold)
`,
  },
  check({ plan, index }, report) {
    const tell = (
      found: readonly Similar[],
      what: string,
      names: { readonly event?: string; readonly property?: string },
    ): void => {
      for (const { like, value } of found) {
        report(value.span, `"${value.value}" and "${like.value}" are two values of ${what}.`, {
          ...names,
          related: [{ message: `"${like.value}" is here`, span: like.span }],
          help: "Keep one of the two: values are compared letter for letter.",
        });
      }
    };
    for (const { name, type, status } of plan.types)
      if (status !== "retired") tell(similarIn(type), `the type "${name.value}"`, {});
    for (const declared of index.declaredProperties) {
      const { property, owner } = declared;
      const found = property.status === "retired" ? none : similarIn(property.type);
      if (found.length === 0) continue;
      tell(found, describeProperty(declared), {
        property: property.name.value,
        ...(owner.kind === "event" && { event: owner.name }),
      });
    }
  },
});

type Similar = { readonly like: EnumValue; readonly value: EnumValue };
const none: readonly Similar[] = [];

/**
 * Of the enums that a type is written with, each value that is like one before it. Named types, and the properties of
 * objects, are looked at where they are declared.
 */
function similarIn(type: Type): readonly Similar[] {
  switch (type.kind) {
    case "enum":
      return type.refines === undefined ? similarValues(type) : none;
    case "array":
      return similarIn(type.items);
    case "union":
      return type.members.flatMap(similarIn);
    case "object":
      return typeof type.open === "object" ? similarIn(type.open) : none;
    default:
      return none;
  }
}

function similarValues({ values }: EnumType): readonly Similar[] {
  const before = new Map<string, EnumValue>();
  let found: Similar[] | undefined;
  for (const value of values) {
    const folded = typeof value.value === "string" ? fold(value.value) : "";
    if (folded === "") continue;
    const like = before.get(folded);
    if (like === undefined) before.set(folded, value);
    else {
      found ??= [];
      found.push({ like, value });
    }
  }
  return found ?? none;
}

/** Empty for what may mean something else in other capitals: `M` and `m`, `Mb` and `MB`. Signs tell `c++` from `c`. */
const fold: (value: string) => string = remembering((value) =>
  (value.match(/\p{L}/gu) ?? []).length < 3
    ? ""
    : value
        .normalize("NFC")
        .toLowerCase()
        .replace(/[\s_-]+/g, ""),
);
