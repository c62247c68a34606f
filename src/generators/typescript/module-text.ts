// Puts the parts of a generated module together.
import type { OutputFile } from "../generator.js";
import type { Context } from "./context.js";
import { columns, type Doc, line, list, print, width } from "./layout.js";
import { stringLiteral } from "./source-text.js";

/** A module: the header, the imports on lines of their own, the declarations with an empty line between them. */
export function moduleFile(
  context: Context,
  path: string,
  imports: readonly string[],
  declarations: readonly Doc[],
): OutputFile {
  const parts = [
    [context.header, ...imports].join("\n"),
    ...declarations.map((declaration) => print(declaration)),
  ];
  return { path, content: `${parts.join("\n\n")}\n` };
}

/** `import type { A, B } from "./x.js";`, or nothing where no name is wanted. */
export function importTypes(names: Iterable<string>, specifier: string): readonly string[] {
  return statement("import type", [...names].sort(), specifier);
}

/** `import { a, b } from "./x.js";`, or nothing where no name is wanted. */
export function importValues(names: Iterable<string>, specifier: string): readonly string[] {
  return statement("import", [...names].sort(), specifier);
}

/** `export { a, type B } from "./x.js";`, or nothing where no name is wanted. Types alone load no module. */
export function exportNames(
  values: Iterable<string>,
  types: Iterable<string>,
  specifier: string,
): readonly string[] {
  const exported = [...values];
  if (exported.length === 0) return statement("export type", [...types].sort(), specifier);
  const all = [
    ...exported,
    ...[...types].filter((name) => !exported.includes(name)).map((name) => `type ${name}`),
  ];
  return statement("export", all, specifier);
}

function statement(keyword: string, names: readonly string[], specifier: string): readonly string[] {
  const [only] = names;
  if (only === undefined) return [];
  const from = ` from ${stringLiteral(specifier)};`;
  const flat = `${keyword} { ${names.join(", ")} }${from}`;
  // Formatters keep a single name on the line, however long it gets.
  if (names.length === 1 || columns(flat) <= width) return [flat];
  return [print([list(`${keyword} {`, names, "}", line), from])];
}
