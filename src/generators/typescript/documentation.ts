// Gathers what the plan says about a thing into the text of its doc comment.
import type {
  Deprecation,
  Documented,
  EventIdentity,
  Json,
  PlanEvent,
  Property,
  Type,
} from "../../plan/plan.js";
import { refinement } from "./describe.js";
import { jsonText } from "./source-text.js";
import { code, type DocText, harmless, sentence } from "./tsdoc.js";

/** The comment of a property or attribute. */
export function propertyDoc(property: Property): DocText {
  const { sources, owner } = property;
  return {
    paragraphs: [
      prose(property),
      enumText(property.type),
      [
        ...facts(property, property.type),
        ...(property.person ? ["Identifies another person."] : []),
        ...(sources.length > 0 ? [`From ${names(sources)} only.`] : []),
        ...(owner === undefined ? [] : [`Owner: ${harmless(owner.value)}.`]),
        ...(property.status === "planned" ? ["Planned: not sent yet."] : []),
      ].join(" "),
    ],
    tags: deprecatedTag(property.status, property.deprecated),
  };
}

/** The comment of a named type. */
export function typeComment(documented: Documented, type: Type): DocText {
  return {
    paragraphs: [prose(documented), enumText(type), facts(documented, type).join(" ")],
    tags: deprecatedTag(documented.status, documented.deprecated),
  };
}

/** The comment of an event's creator. */
export function eventDoc(event: PlanEvent): DocText {
  const { owner, sources, because, tags, about } = event;
  return {
    paragraphs: [
      prose(event),
      [
        ...(event.status === "planned" ? ["Planned: not sent yet."] : []),
        `Identity: ${identityText(event.identity)}.`,
        ...(about.length > 0 ? [`About: ${names(about)}.`] : []),
        ...(sources.length > 0 ? [`${sources.length === 1 ? "Source" : "Sources"}: ${names(sources)}.`] : []),
        ...(because === undefined ? [] : [sentence(harmless(because.value))]),
        ...(owner === undefined ? [] : [`Owner: ${harmless(owner.value)}.`]),
        ...(tags.length > 0 ? [`Tags: ${names(tags)}.`] : []),
      ].join(" "),
    ],
    tags: deprecatedTag(event.status, event.deprecated),
  };
}

function prose({ description }: Pick<Documented, "description">): string {
  return description === undefined ? "" : sentence(harmless(description.value));
}

function facts(documented: Documented, type: Type): readonly string[] {
  const { unit, examples, pii } = documented;
  const refined = refinement(type);
  return [
    ...(refined === undefined ? [] : [`${capitalized(harmless(refined))}.`]),
    ...(unit === undefined ? [] : [`Unit: ${unitText(unit.value)}.`]),
    ...(pii ? ["Personal data."] : []),
    ...valuesText("Default", "Defaults", documented.default === undefined ? [] : [documented.default]),
    ...valuesText("Example", "Examples", examples),
  ];
}

/** Longer values are left out: a part of one is no value. */
const longestValue = 120;

function valuesText(one: string, many: string, values: readonly { readonly value: Json }[]): string[] {
  const texts = values.map(({ value }) => jsonText(value)).filter((text) => text.length <= longestValue);
  if (texts.length === 0) return [];
  return [`${texts.length === 1 ? one : many}: ${texts.map(code).join(", ")}.`];
}

function unitText(unit: { readonly text: string } | { readonly minor: string }): string {
  return "text" in unit ? harmless(unit.text) : `minor units of the currency in ${code(unit.minor)}`;
}

/** What each value of an enum means, where the plan says so. */
function enumText(type: Type): string {
  if (type.kind !== "enum") return "";
  return type.values
    .filter(({ description }) => description !== undefined)
    .map(
      ({ value, description }) =>
        `- ${code(jsonText(value))}: ${sentence(oneLine(description?.value ?? ""))}`,
    )
    .join("\n");
}

function deprecatedTag(status: string, deprecation: Deprecation | undefined): readonly string[] {
  if (status !== "deprecated" && deprecation === undefined) return [];
  const { since, replacedBy, removeAfter, reason } = deprecation ?? {};
  const said = [
    ...(since === undefined ? [] : [`Since ${oneLine(since.value)}.`]),
    ...(replacedBy === undefined ? [] : [`Use ${code(replacedBy.value)} instead.`]),
    ...(reason === undefined ? [] : [sentence(oneLine(reason.value))]),
    ...(removeAfter === undefined ? [] : [`To be removed after ${oneLine(removeAfter.value)}.`]),
  ];
  return [`@deprecated ${said.length === 0 ? "Not to be used any more." : said.join(" ")}`];
}

function identityText(identity: EventIdentity): string {
  if (identity.kind !== "identifiers") return identity.kind;
  return identity.identifiers.map(({ value }) => value).join(" or ");
}

function names(values: readonly { readonly value: string }[]): string {
  return values.map(({ value }) => oneLine(value)).join(", ");
}

function oneLine(text: string): string {
  return harmless(text).replace(/\s+/g, " ").trim();
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
