// Writes the modules of validators: one an event, the named types, people, and the switch over all of them.
import type { ObjectType, Property, Type } from "../../plan/plan.js";
import type { OutputFile } from "../generator.js";
import { type CheckedTypes, checkedTypes } from "./checked-types.js";
import { checksModule, type Helper } from "./checks-module.js";
import type { Context, EventEntry } from "./context.js";
import { expectation } from "./describe.js";
import { type Doc, group, hardline, indent, join, list } from "./layout.js";
import { importTypes, importValues, moduleFile } from "./module-text.js";
import { pointerToken, stringLiteral } from "./source-text.js";
import { docComment, harmless } from "./tsdoc.js";
import { checkFunction } from "./validator-code.js";
import { newModule, type ValidatorModule } from "./validator-scope.js";

/** Everything in `validators/`. */
export function validatorModules(context: Context): readonly OutputFile[] {
  const types = checkedTypes(context);
  const helpers = new Set<Helper>();
  const written = [
    ...context.events.map((entry) => eventValidator(entry, context, types)),
    ...(types.functions.size === 0 ? [] : [typeValidators(context, types)]),
    peopleValidators(context, types),
  ];
  for (const { module } of written) for (const helper of module.helpers) helpers.add(helper);
  return [checksModule(context, helpers), ...written.map(({ file }) => file), indexModule(context)];
}

type Written = { readonly file: OutputFile; readonly module: ValidatorModule };

function eventValidator(entry: EventEntry, context: Context, types: CheckedTypes): Written {
  const { event, shapes, typeName } = entry;
  const name = `validate${typeName}`;
  const module = newModule(context, types, [name]);
  const shapeTypes = shapes.map(
    (shape): ObjectType => ({
      kind: "object",
      span: event.span,
      properties: shape.properties,
      open: event.open,
    }),
  );
  const [first] = shapeTypes;
  const type: Type =
    first !== undefined && shapeTypes.length === 1
      ? first
      : { kind: "union", span: event.span, members: shapeTypes };
  const title = harmless(JSON.stringify(event.name.value));
  const doc = [
    comment(`Checks the properties of ${title}; undefined where all is well.`),
    checkFunction(module, { name, parameter: "properties", type, exported: true }),
  ];
  return { module, file: validatorFile(module, `events/${entry.slug}`, [doc]) };
}

function typeValidators(context: Context, types: CheckedTypes): Written {
  const module = newModule(context, types, []);
  const docs = context.types.flatMap(({ type }) => {
    const name = types.functions.get(type.name.value);
    if (name === undefined) return [];
    const recursive = types.recursive.has(type.name.value) ? "entry" : undefined;
    return [checkFunction(module, { name, parameter: "value", type: type.type, exported: true, recursive })];
  });
  return { module, file: validatorFile(module, "types", docs) };
}

function peopleValidators(context: Context, types: CheckedTypes): Written {
  const module = newModule(context, types, ["validatePersonAttributes", "validatePersonUpdate"]);
  const { attributes } = context;
  const partial = attributes.map((attribute) => ({ ...attribute, required: false }));
  const type: Type = { kind: "object", span: context.plan.name.span, properties: partial, open: false };
  const required = attributes.filter((attribute) => attribute.required);
  const update = [
    comment("Checks any subset of a person's attributes; undefined where all is well."),
    checkFunction(module, { name: "validatePersonUpdate", parameter: "attributes", type, exported: true }),
  ];
  const full = [
    comment("Checks all of a person's attributes; undefined where all is well."),
    "export function validatePersonAttributes(attributes: unknown): Violations {",
    indent(hardline, join(fullChecks(required, module), hardline)),
    hardline,
    "}",
  ];
  return { module, file: validatorFile(module, "people", [full, update]) };
}

/** What a whole profile needs beyond what any subset of it must be. */
function fullChecks(required: readonly Property[], module: ValidatorModule): readonly Doc[] {
  if (required.length === 0) return ["return validatePersonUpdate(attributes);"];
  module.helpers.add("isObject").add("mismatch");
  return [
    "let found = validatePersonUpdate(attributes);",
    "if (!isObject(attributes)) return found;",
    ...required.map((attribute) => {
      const name = attribute.name.value;
      const inherited = name in Object.prototype;
      if (inherited) module.helpers.add("own");
      const access = inherited
        ? `own(attributes, ${stringLiteral(name)})`
        : `attributes[${stringLiteral(name)}]`;
      const args = [
        "found",
        stringLiteral(pointerToken(name)),
        "undefined",
        stringLiteral(expectation(attribute.type, module.context.resolve)),
      ];
      return [
        `if (${access} === undefined) {`,
        indent(hardline, "found = ", group("mismatch", list("(", args, ")")), ";"),
        hardline,
        "}",
      ];
    }),
    "return found;",
  ];
}

function validatorFile(module: ValidatorModule, path: string, declarations: readonly Doc[]): OutputFile {
  const { context, calls, helpers, constants, functions } = module;
  const up = path.includes("/") ? ".." : ".";
  const imports = [
    importMixed([...helpers], ["Violations"], context.specifier(`${up}/checks`)),
    ...(path === "types" ? [] : importValues(calls, context.specifier(`${up}/types`))),
  ];
  return moduleFile(context, `validators/${path}.ts`, imports, [
    ...(constants.length === 0 ? [] : [join(constants, hardline)]),
    ...declarations,
    ...functions,
  ]);
}

/** `validators/index.ts` */
function indexModule(context: Context): OutputFile {
  const { specifier, events } = context;
  const imports = [
    ...importTypes(["IdentifyMessage", "TrackMessage"], specifier("../tracker")),
    ...importValues(["type Violation", "ViolationError"].sort(), specifier("../violation")),
    ...events.flatMap(({ typeName, slug }) =>
      importValues([`validate${typeName}`], specifier(`./events/${slug}`)),
    ),
    ...importValues(["validatePersonAttributes", "validatePersonUpdate"], specifier("./people")),
  ];
  const validate = [
    comment(
      "Checks a message of the tracker against the plan: hand it to `createTracker` as `validate`. Undefined " +
        "where all is well. It brings the validators of every event along; where size matters, import those " +
        "of single events.",
    ),
    group("export function validate", list("(", ["message: TrackMessage | IdentifyMessage"], ")")),
    ": ViolationError | undefined {",
    indent(
      hardline,
      'if ("attributes" in message) {',
      indent(
        hardline,
        "const { attributes, update } = message;",
        hardline,
        "const found = update ? validatePersonUpdate(attributes) : validatePersonAttributes(attributes);",
        hardline,
        'return found && new ViolationError("A person", found);',
      ),
      hardline,
      "}",
      hardline,
      "const found = validateEvent(message.event, message.properties);",
      hardline,
      "return found && new ViolationError(`The event $" + "{JSON.stringify(message.event)}`, found);",
    ),
    hardline,
    "}",
  ];
  const cases = events.map(({ event, typeName }) => [
    `case ${stringLiteral(event.name.value)}:`,
    indent(hardline, group(`return validate${typeName}`, list("(", ["properties"], ")")), ";"),
  ]);
  const unknown = [
    "default: {",
    indent(
      hardline,
      'const expected = "an event of the tracking plan";',
      hardline,
      'return [{ path: "", message: "is not in the tracking plan", expected }];',
    ),
    hardline,
    "}",
  ];
  const validateEvent = [
    comment(
      "Checks the properties of the event of a name; a name that the plan does not have is a violation.",
    ),
    group(
      "export function validateEvent",
      list("(", ["event: string", `${events.length === 0 ? "_" : ""}properties: unknown`], ")"),
      ": readonly Violation[] | undefined {",
    ),
    indent(
      hardline,
      "switch (event) {",
      indent(hardline, join([...cases, unknown], hardline)),
      hardline,
      "}",
    ),
    hardline,
    "}",
  ];
  return moduleFile(context, "validators/index.ts", imports, [validate, validateEvent]);
}

function importMixed(values: readonly string[], types: readonly string[], specifier: string): string {
  const [statement = ""] = importValues([...values, ...types.map((name) => `type ${name}`)], specifier);
  return statement;
}

function comment(text: string): Doc {
  return docComment({ paragraphs: [text] }).map((row) => [row, hardline]);
}
