// Writes the modules that hold types alone: named types, people, objects.
import type { Documented } from "../../plan/plan.js";
import type { OutputFile } from "../generator.js";
import type { Context } from "./context.js";
import { typeComment } from "./documentation.js";
import { type Doc, hardline, indent, join } from "./layout.js";
import { importTypes, moduleFile } from "./module-text.js";
import { propertyKey } from "./source-text.js";
import { type DocText, docComment, harmless } from "./tsdoc.js";
import { type Imports, objectDoc, typeAlias, typeDoc } from "./type-text.js";

/** `types.ts`, where the plan declares types. */
export function typesModule(context: Context): readonly OutputFile[] {
  if (context.types.length === 0) return [];
  const declarations = context.types.map(({ type, name }) => [
    comment(typeComment(type, type.type)),
    typeAlias(name, typeDoc(type.type, context, new Set())),
  ]);
  return [moduleFile(context, "types.ts", [], declarations)];
}

/** `objects.ts`, where the plan declares objects. */
export function objectsModule(context: Context): readonly OutputFile[] {
  if (context.objects.length === 0) return [];
  const imports: Imports = new Set();
  const declarations = context.objects.flatMap(({ object, attributesName, relationshipName }) => {
    const title = harmless(JSON.stringify(object.name.value));
    const live = (properties: typeof object.attributes) =>
      properties.filter(({ status }) => status !== "retired");
    return [
      [
        comment(described(object, `The attributes of the object ${title}.`)),
        typeAlias(attributesName, objectDoc(live(object.attributes), context, imports)),
      ],
      [
        comment({ paragraphs: [`What holds between a person and the object ${title}.`] }),
        typeAlias(relationshipName, objectDoc(live(object.relationship), context, imports)),
      ],
    ];
  });
  return [
    moduleFile(context, "objects.ts", importTypes(imports, context.specifier("./types")), declarations),
  ];
}

/** The identifiers that an event may be about a person by. */
export type IdentifierName = "id" | "email" | "phone" | "anonymous";

/** The type of a person who is known by an identifier. */
export function personType(identifier: IdentifierName, context: Context): string {
  if (identifier === "anonymous") return "AnonymousPerson";
  if (identifier === context.plan.identity.primary) return "KnownPerson";
  return { id: "PersonById", email: "PersonByEmail", phone: "PersonByPhone" }[identifier];
}

/** The identifiers that some event is about a person by, beside those of every plan. */
export function identifiersInUse(context: Context): readonly IdentifierName[] {
  const { primary } = context.plan.identity;
  const listed = context.events.flatMap(({ event }) =>
    event.identity.kind === "identifiers" ? event.identity.identifiers.map(({ value }) => value) : [],
  );
  const order = [primary, "id", "email", "phone", "anonymous"] as const;
  const used = new Set<IdentifierName>([primary, "anonymous", ...listed]);
  return [...new Set(order)].filter((identifier) => used.has(identifier));
}

/** `people.ts` */
export function peopleModule(context: Context): OutputFile {
  const imports: Imports = new Set();
  const { identity, people } = context.plan;
  const used = identifiersInUse(context);
  const anonymous = identity.anonymous.value;
  const primaryType = typeDoc(identity.type, context, imports);
  const key = (identifier: IdentifierName) => (identifier === "anonymous" ? anonymous : identifier);
  const persons = used.map((identifier) => {
    const rank = used.indexOf(identifier);
    const rows: Doc[] = [
      [
        `readonly ${propertyKey(key(identifier))}: `,
        identifier === identity.primary ? primaryType : "string",
        ";",
      ],
      // Who has a stronger identifier is told by that one; the weaker ones may come along.
      ...used
        .filter((other) => other !== identifier)
        .map((other) => {
          const type = used.indexOf(other) < rank ? "undefined" : "string | undefined";
          return `readonly ${propertyKey(key(other))}?: ${type};`;
        }),
    ];
    return [
      comment({ paragraphs: [personComment(identifier, context)] }),
      typeAlias(personType(identifier, context), [
        "{",
        indent(hardline, join(rows, hardline)),
        hardline,
        "}",
      ]),
    ];
  });
  const all = used.map((identifier) => personType(identifier, context));
  const required = context.attributes.filter((attribute) => attribute.required);
  // Before the imports are written: each type that is used adds one.
  const declarations = [
    ...persons,
    [
      comment({ paragraphs: ["Anyone whom an event can be about."] }),
      `export type Person = ${all.join(" | ")};`,
    ],
    [
      comment(
        described(
          people,
          required.length === 0
            ? "The attributes of a person."
            : "The attributes of a person: every profile has those that are required.",
        ),
      ),
      typeAlias("PersonAttributes", objectDoc(context.attributes, context, imports)),
    ],
    [
      comment({ paragraphs: ["Any subset of a person's attributes, to update a profile that exists."] }),
      typeAlias("PersonUpdate", objectDoc(context.attributes, context, imports, { partial: true })),
    ],
  ];
  return moduleFile(context, "people.ts", importTypes(imports, context.specifier("./types")), declarations);
}

function personComment(identifier: IdentifierName, context: Context): string {
  const { anonymous, primary } = context.plan.identity;
  if (identifier === "anonymous") {
    return `A visitor who is not known yet, told by \`${harmless(anonymous.value)}\`.`;
  }
  if (identifier === primary) {
    return `A known person. With \`${harmless(anonymous.value)}\` beside it, \`${primary}\` says who an event is about.`;
  }
  return `A person told by \`${identifier}\`.`;
}

function described({ description }: Pick<Documented, "description">, fallback: string): DocText {
  return { paragraphs: [fallback, description === undefined ? "" : harmless(description.value)] };
}

function comment(text: DocText): Doc {
  return docComment(text).map((row) => [row, hardline]);
}
