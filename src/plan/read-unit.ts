// `unit`: located tree -> model, and the check of units that name the property of their currency.
import { didYouMean } from "../diagnostics/did-you-mean.js";
import type { Context } from "./context.js";
import type { Documented, Property } from "./plan.js";
import type { Entry } from "./tree.js";

/** A text for people, or minor units of the currency that a property names. */
export function readUnit(context: Context, entry: Entry | undefined): Documented["unit"] {
  if (entry === undefined) return undefined;
  if (entry.value.kind === "map") {
    const fields = context.fields(entry.value, '"unit"', ["minor"], 'Write "unit: { minor: currency }".');
    const minor = context.name(fields?.get("minor"), '"minor"');
    if (fields !== undefined) {
      context.missing(fields, "minor", entry.value.span, '"unit" says nothing.', {
        help: 'Write "unit: { minor: currency }", or a text.',
      });
    }
    return minor === undefined ? undefined : { value: { minor: minor.value }, span: minor.span };
  }
  const text = context.text(entry, '"unit"');
  return text === undefined ? undefined : { value: { text: text.value }, span: text.span };
}

/** Units such as `{ minor: currency }` name a property beside them. */
export function checkMinorUnits(context: Context, properties: readonly Property[]): void {
  for (const { unit } of properties) {
    if (unit === undefined || !("minor" in unit.value)) continue;
    const { minor } = unit.value;
    if (properties.some((property) => property.name.value === minor)) continue;
    const names = properties.map((property) => property.name.value);
    const nearest = didYouMean(minor, names);
    context.error(
      "unknown-reference",
      unit.span,
      `There is no property "${minor}" beside this one that names the currency.${nearest === undefined ? "" : ` Did you mean "${nearest}"?`}`,
    );
  }
}
