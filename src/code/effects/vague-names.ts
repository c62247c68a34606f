// Texts that stand where the name of an event might, and say nothing of what happened.
import { eitherOf, type Value } from "../values/values.js";

/** Names of events that are the same for all: what happened is said elsewhere. */
const vagueName =
  /^(?:(?:ga4?|gtm|ua|google|universal|custom|generic|default|tracking|analytics|user|site|page|data|app)[-_.: ]?)*(?:events?|interactions?|track(?:ing)?|analytics|clicks?|actions?|ga4?|gtm)(?:[-_. ]?(?:events?|tracking|ga4?|gtm|push|click))?$/i;

export function isVague(value: Value | undefined): boolean {
  if (value === undefined || value.kind === "undefined") return true;
  if (value.kind === "union") return value.members.every(isVague);
  if (value.kind === "choice") return isVague(eitherOf(value));
  return value.kind === "string" && vagueName.test(value.value);
}

/** What kind of event it is, which is the same for many. */
const kindName =
  /^(?:page|screen|feature|view|page_?views?|action|click|tap|event|track|button|link|form|modal|ui|user|system|navigation|interaction|impression|product|custom|info|frontend|backend|client|server|web|app|mobile)s?$/i;

/** Whether a text says what kind of event it is, and another one which: `{ type: "Feature", key: "Open cart" }`. */
export function isKindOf(kind: Value | undefined, name: Value | undefined): boolean {
  const [kinds, names] = [textsOf(kind), textsOf(name)];
  if (kinds === undefined || names === undefined) return false;
  const isOneWord = (text: string): boolean => !severalWords.test(text);
  return kinds.every(
    (text) => kindName.test(text) || (isOneWord(text) && names.every((one) => severalWords.test(one))),
  );
}

const severalWords = /[\p{L}\p{N}][\s_:.-]+[\p{L}\p{N}]|\p{Ll}\p{Lu}/u;

/** The texts that a value is one of; undefined where it may be something else. */
function textsOf(value: Value | undefined): readonly string[] | undefined {
  switch (value?.kind) {
    case "string":
      return /\p{L}/u.test(value.value) ? [value.value] : undefined;
    case "template":
      return value.parts.some((part) => typeof part === "string" && /\p{L}/u.test(part))
        ? [value.parts.map((part) => (typeof part === "string" ? part : "x")).join("")]
        : undefined;
    case "union": {
      const all = value.members.map(textsOf);
      return all.every((one) => one !== undefined) ? all.flat() : undefined;
    }
    case "choice":
      return textsOf(eitherOf(value));
    default:
      return undefined;
  }
}
