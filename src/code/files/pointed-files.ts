// The files that an emission points into: a name or a value may be written far from its call.
import type { Emission, ValueShape } from "../emission.js";

/** Each file once. */
export function filesOf({
  span,
  name,
  properties,
  sets = [],
  identities,
  timestamp,
}: Emission): readonly string[] {
  const files = new Set([span.file, ...identities.map((one) => one.span.file)]);
  for (const { span: at, written } of name?.names ?? [])
    files.add(at.file).add(written?.span.file ?? at.file);
  for (const { span: at } of name?.patterns ?? []) files.add(at.file);
  if (name?.openAt !== undefined) files.add(name.openAt.file);
  if (properties !== undefined) addFiles(properties, files);
  for (const shape of sets) addFiles(shape, files);
  if (timestamp !== undefined) addFiles(timestamp, files);
  return [...files];
}

function addFiles(shape: ValueShape, files: Set<string>): void {
  files.add(shape.span.file);
  if (shape.kind === "array") for (const item of shape.items) addFiles(item, files);
  else if (shape.kind === "union") for (const member of shape.members) addFiles(member, files);
  else if (shape.kind === "object") {
    for (const { span, value } of shape.properties) {
      files.add(span.file);
      addFiles(value, files);
    }
  }
}
