// What a class gives by what it is asked on: a member of a class above that gives `this` gives what is below it, and
// `Reports.instance` is one of that class, wherever it is made.
import { evaluate } from "./evaluate.js";
import { byType } from "./language/types.js";
import type { Linker } from "./linker.js";
import type { ClassValue, ParameterValue, Value } from "./values.js";

/** What a class calls its one instance, and the method that gives it. */
const single = /^_?(?:get|the)?_?(?:[iI]nstance|[sS]hared(?:Instance)?|[sS]ingleton)$/;

/** What a member of a class or of its instance is, or gives, where the member is asked on that. */
export function askedOn(linker: Linker, asked: ClassValue, key: string, found: Value): Value {
  switch (found.kind) {
    case "class": {
      const isOther = found.cls !== asked.cls;
      if (isOther && isSelf(found) && found.instance === asked.instance)
        return isAbove(linker, asked, found) ? asked : found;
      const isMade = isOther && found.instance && !asked.instance && single.test(key);
      return isMade && isAbove(linker, asked, found) ? { ...asked, span: found.span, instance: true } : found;
    }
    case "proxy":
      return { ...found, target: () => askedOn(linker, asked, key, found.target()) };
    case "external":
    case "unknown":
    case "null":
    case "undefined": {
      const isUnseen = found.kind !== "external" || found.source === "";
      return isUnseen && !asked.instance && single.test(key)
        ? { ...asked, span: found.span, instance: true }
        : found;
    }
    default:
      return found;
  }
}

/** What a method of a parameter gives, by the class that the type of that names. */
export function askedOnType(linker: Linker, { path, ...method }: ParameterValue, result: Value): Value {
  const key = path.at(-1);
  if (result.kind !== "class" || typeof key !== "string") return result;
  const asked = byType(linker, { ...method, path: path.slice(0, -1) });
  return asked?.kind === "class" ? askedOn(linker, asked, key, result) : result;
}

/** Whether a value is what `this` stands for in its class. */
function isSelf({ cls, site, span }: ClassValue): boolean {
  return span.file === site.module.path && span.start === cls.start && span.end === cls.end;
}

function isAbove(linker: Linker, { cls, site }: ClassValue, other: ClassValue): boolean {
  let at: Pick<ClassValue, "cls" | "site"> = { cls, site };
  for (let depth = 0; depth < mostAbove && at.cls.superClass !== null; depth++) {
    const above = evaluate(linker, at.cls.superClass, at.site);
    if (above.kind !== "class") return false;
    if (above.cls === other.cls) return true;
    at = above;
  }
  return false;
}

/** Classes may be written to extend each other. */
const mostAbove = 10;
