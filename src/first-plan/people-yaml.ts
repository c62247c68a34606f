// Writes the attributes of people that the code identifies them with.
import type { ObjectShape } from "../code/emission.js";
import { customerio } from "../destinations/customerio.js";
import { type PlannedProperty, propertiesOf } from "./payload.js";
import { propertyLines, typeText } from "./type-yaml.js";
import { commentText, isWritable, keyText } from "./yaml.js";

/** Attributes that tell who somebody is, whatever they hold. */
const personal = new Set(["email", "phone"]);

/** The text of people.yaml, and how many attributes are in it; undefined where no attribute is known. */
export function peopleYaml(
  attributes: ObjectShape | undefined,
): { readonly text: string; readonly count: number } | undefined {
  const lines: string[] = [];
  let count = 0;
  const left: string[] = [];
  for (const property of attributes === undefined ? [] : propertiesOf([attributes], 1)) {
    const written = isWritable(property.name) ? attributeLines(property) : undefined;
    if (written === undefined) left.push(commentText(JSON.stringify(property.name)));
    else {
      lines.push(...written);
      count += 1;
    }
  }
  if (lines.length === 0) return undefined;
  const head = [
    "# What the code sets when it identifies a person. An attribute without a question mark is one that every profile",
    "# must have: that is yours to decide.",
    ...(left.length === 0
      ? []
      : [`# Left out, since ${customerio.title} keeps these names for itself: ${left.join(", ")}`]),
  ];
  return { text: `${[...head, "people:", "  attributes:", ...lines].join("\n")}\n`, count };
}

/** Undefined for a name that the destination keeps for itself. */
function attributeLines(property: PlannedProperty): readonly string[] | undefined {
  const { name } = property;
  const optional = { ...property, optional: true };
  if (name.startsWith(customerio.internalPrefix)) return undefined;
  const reserved = customerio.reservedAttributes.get(name);
  if (reserved === undefined) return propertyLines(optional, "    ");
  const { declaredAs } = reserved;
  // The person's identifier is no attribute, and another type would be another meaning.
  if (declaredAs === undefined || name === "id") return undefined;
  const type = typeText(property);
  const words = type.split(" | ").filter((word) => word !== "null");
  const fits = words.every((word) => declaredAs.includes(word));
  if (fits && !personal.has(name)) return [`    ${keyText(name, true)}: ${type}`];
  // Text fits an address, and of what is not known nothing speaks against it.
  const may = words.every(
    (word) => word === "any" || declaredAs.includes(word) || (word === "string" && personal.has(name)),
  );
  if (!may) return undefined;
  const pii = personal.has(name) ? `{ type: ${declaredAs[0]}, pii: true }` : declaredAs[0];
  return [`    ${keyText(name, true)}: ${pii}`];
}
