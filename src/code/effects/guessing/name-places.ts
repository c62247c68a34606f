// Where among the arguments of a guessed call the name stands: it may come after whom the event is about.
import { byType } from "../../values/language/types.js";
import type { Linker } from "../../values/linker.js";
import type { Value } from "../../values/values.js";
import { namesEvent } from "./own-emitter.js";
import { isSpelled } from "./says-name.js";
import { isHandedName } from "./spoken.js";

/** Which of the first two arguments is, or holds, the name. */
export function nameAt(
  linker: Linker,
  args: readonly Value[],
  says: (linker: Linker, value: Value | undefined, depth: number) => boolean,
): number | undefined {
  const [first, second] = args;
  // The name may come after what the event is about, or is sent by: `send(session, "Order Completed", {})`.
  if (isAboutOther(linker, first) && (isNameText(linker, second) || isHandedName(second))) return 1;
  if (says(linker, first, 0)) return 0;
  if (first === undefined) return undefined;
  return isNameText(linker, second) || isEventName(second) || namesEvent(second) ? 1 : undefined;
}

/** What is called so is whom an event is about, or what happened around it. */
const about =
  /^_?(?:req(?:uest)?|res|ctx|[cC]ontext|\w*[sS]ession|\w*[uU]ser|client|app|(?!event)\w*[a-z]Id)$/;

/** Whether what is handed in is whom an event is about, or where: it is no text by its type, or it is called so. */
function isAboutOther(linker: Linker, value: Value | undefined): boolean {
  if (value?.kind !== "parameter") return false;
  const last = value.path.at(-1);
  const name = typeof last === "string" ? last : value.name;
  if (about.test(name)) return true;
  const typed = byType(linker, value);
  return typed?.kind === "object" && typed.isEnum !== true ? !isEventName(value) : typed?.kind === "class";
}

/** Whether a value is a text that is written out, or one of several. */
function isNameText(linker: Linker, value: Value | undefined): boolean {
  if (value?.kind === "union")
    return value.members.every((one) => one.kind === "string" && isSpelled(linker, one));
  return value?.kind !== "object" && isSpelled(linker, value);
}

/** Whether a value is the name of an event that somebody hands in, as people call it. */
export function isEventName(value: Value | undefined): boolean {
  if (value?.kind !== "parameter") return false;
  const last = value.path.at(-1);
  return /^_?(?:\w*event_?(?:name|type|key)|trackingname)$/i.test(
    typeof last === "string" ? last : value.name,
  );
}
