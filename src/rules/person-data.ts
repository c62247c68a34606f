// What names and types say about persons: which property repeats who an event is about, and which is personal data.
import type { Span } from "../diagnostics/diagnostic.js";
import type { Plan, PlanEvent, Property, Type } from "../plan/plan.js";
import { resolved } from "../plan/property-path.js";
import { foldName, lowerWordsOf, remembering, wordsOf } from "./names.js";
import type { PlanIndex } from "./plan-index.js";

/** How a property names the person that its event is about. */
export type Identifier = "identifier" | "email" | "phone" | "anonymous";

const idNames = new Set(
  "userid useruuid customerid customeruuid personid personuuid distinctid cioid".split(" "),
);
const emailNames = new Set("email emailaddress useremail customeremail".split(" "));
const phoneNames = new Set(
  "phone phonenumber userphone customerphone mobilenumber mobilephone telephone telephonenumber".split(" "),
);
/** Events that are about a second person, whose address they rightly carry. */
const aboutOthers =
  /^(?:invit|refer|recommend|gift|friend|shar|forward|assign|transferr|teammate|colleague|member|guest|contact|lead$|recipient)/;

/** What a property's name says of the person; undefined where it names nobody, or says that it is somebody else. */
export function identifierNamed(property: Property, plan: Plan): Identifier | undefined {
  if (property.person) return undefined;
  const { folded, as } = identifierByName(property.name.value);
  return as !== "identifier" && folded === foldName(plan.identity.anonymous.value) ? "anonymous" : as;
}

type Named = { readonly folded: string; readonly as: Identifier | undefined };

const identifierByName = remembering((name): Named => {
  const folded = foldName(name);
  if (idNames.has(folded)) return { folded, as: "identifier" };
  if (folded === "anonymousid") return { folded, as: "anonymous" };
  if (emailNames.has(folded)) return { folded, as: "email" };
  return { folded, as: phoneNames.has(folded) ? "phone" : undefined };
});

/** A property that repeats who its event is about. */
export type Repetition = { readonly event: PlanEvent; readonly property: Property; readonly as: Identifier };

const repetitions = new WeakMap<PlanIndex, ReadonlyMap<string, Repetition>>();

/**
 * Those of all events, by the place where they are declared; each once, though many events include its group. Looked
 * for once in a check, in which several rules ask.
 */
export function repeatedIdentifiers(index: PlanIndex): ReadonlyMap<string, Repetition> {
  const known = repetitions.get(index) ?? findRepetitions(index);
  repetitions.set(index, known);
  return known;
}

function findRepetitions(index: PlanIndex): ReadonlyMap<string, Repetition> {
  const found = new Map<string, Repetition>();
  const joins = sequenceKeys(index.plan);
  for (const event of index.liveEvents) {
    if (event.status === "deprecated" || event.identity.kind === "anonymous") continue;
    for (const property of event.properties) {
      if (property.status === "retired" || property.status === "deprecated") continue;
      if (property.origin.kind === "object") continue;
      const as = identifierNamed(property, index.plan);
      if (as === undefined || !isTextOrNumber(property.type, index)) continue;
      // Only a property can be a part of a key, or join the steps of a sequence.
      if (event.idempotencyKey.some(({ value }) => value[0] === property.name.value)) continue;
      if (joins.get(event.name.value)?.has(property.name.value) === true) continue;
      if ((as === "email" || as === "phone") && !carriesIdentity(event)) continue;
      const place = placeKey(property.name.span);
      if (!found.has(place)) found.set(place, { event, property, as });
    }
  }
  return found;
}

/** A text that is the same for the same place. */
export function placeKey({ file, start }: Span): string {
  return `${start} ${file}`;
}

function sequenceKeys(plan: Plan): ReadonlyMap<string, ReadonlySet<string>> {
  const keys = new Map<string, Set<string>>();
  for (const { key, steps } of plan.sequences) {
    if (key === undefined) continue;
    for (const { value } of steps) keys.set(value, (keys.get(value) ?? new Set()).add(key.value));
  }
  return keys;
}

/** False where the person may be unknown, or where the address may be that of somebody else. */
function carriesIdentity(event: PlanEvent): boolean {
  const known =
    event.identity.kind === "known" ||
    (event.identity.kind === "identifiers" &&
      event.identity.identifiers.every(({ value }) => value !== "anonymous"));
  return known && !wordsOf(event.name.value).some((word) => aboutOthers.test(word.toLowerCase()));
}

/** True where the values are free text or numbers, and no list of words such as `enum(ios, android)`. */
export function isTextOrNumber(type: Type, index: PlanIndex): boolean {
  return resolved(type, index.lookup).some(({ kind }) => kind === "string" || kind === "number");
}

// --- Personal data --------------------------------------------------------------------------------------------

const personalNames = new Set(
  (
    "firstname lastname fullname givenname familyname middlename maidenname surname customername contactname " +
    "recipientname friendname inviteename personname birthday birthdate dateofbirth dob ssn socialsecuritynumber " +
    "passportnumber nationalid iban cardnumber creditcardnumber street streetaddress streetname homeaddress " +
    "shippingaddress billingaddress deliveryaddress postaladdress address1 address2 addressline1 addressline2 " +
    "ipaddress useragentip clientip userip gender"
  ).split(" "),
);
const people =
  "user|customer|contact|invitee|friend|billing|work|personal|private|account|owner|member|primary|secondary|shipping|recipient|guest|referrer|referred|mobile|home";
const personalAddress = new RegExp(
  `^(?:(?:${people})_)*(?:email|e_mail|email_address|phone|phone_number|telephone|mobile_number|mobile_phone)$`,
);
/** Addresses of a company, which are nobody's own. */
const companyWide =
  /^(?:support|help|helpdesk|info|sales|noreply|reply|company|store|shop|sender|from|press|team|service|hotline)$/;

/** What makes a property look like personal data, as the end of a sentence; undefined for any other. */
export function personalSign(property: Property, index: PlanIndex): string | undefined {
  const { name, type } = property;
  if (isCompanyWide(name.value)) return undefined;
  // Text, numbers and words of a list are nearly all there are, and are nearly never what they would have to be.
  if (!mayBePersonal(type, name.value)) return undefined;
  const members = resolved(type, index.lookup).filter(({ kind }) => kind !== "null");
  if (members.length === 0) return undefined;
  // The named type says it itself, once for all that are of it.
  if (type.kind !== "ref") {
    const formats = members.map((member) => (member.kind === "string" ? member.format : undefined));
    if (formats.every((format) => format === "email")) return "is an email address";
    if (formats.every((format) => format === "phone")) return "is a phone number";
  }
  const free = members.every((member) => {
    // What an object holds is looked at itself.
    if (member.kind === "object") return member.properties.length === 0;
    if (member.kind === "number") return /birth|dob|ssn|number$/.test(foldName(name.value));
    if (member.kind === "enum") return foldName(name.value) === "gender";
    return member.kind === "string" && !(member.format === "uuid" || member.format === "ulid");
  });
  if (!free) return undefined;
  return isPersonalName(name.value) ? "is personal data by its name" : undefined;
}

/** False for a property that is not, by its name and the kind of its type; true where that has to be looked at. */
function mayBePersonal(type: Type, name: string): boolean {
  switch (type.kind) {
    case "boolean":
    case "const":
    case "array":
    case "any":
    case "null":
      return false;
    case "string":
      return type.format === "email" || type.format === "phone" || isPersonalName(name);
    case "number":
    case "enum":
      return isPersonalName(name);
    default:
      return true;
  }
}

const isCompanyWide = remembering((name) => lowerWordsOf(name).some((word) => companyWide.test(word)));

const isPersonalName = remembering(
  (name) => personalNames.has(foldName(name)) || personalAddress.test(lowerWordsOf(name).join("_")),
);
