// `breaks:` in the head of a plan, the breaking changes that were agreed on: located tree -> model.
import type { Located } from "../diagnostics/diagnostic.js";
import type { Context, Fields } from "./context.js";
import { type AgreedBreak, type BreakSubject, breakSubjects, identityParts } from "./plan.js";
import type { Entry, TreeNode } from "./tree.js";

const example = "Write { event: Order Completed, property: coupon, reason: ..., owner: ... }.";
/** What of a thing may be named beside it. */
const inner: { readonly [key in "property" | "attribute" | "relationship"]: readonly BreakSubject[] } = {
  property: ["event", "type", "consumer"],
  attribute: ["object"],
  relationship: ["object"],
};
const keys: readonly string[] = [...breakSubjects, "property", "relationship", "reason", "owner"];

export function readBreaks(context: Context, entry: Entry | undefined): readonly AgreedBreak[] {
  if (entry === undefined) return [];
  return context.items(entry.value, '"breaks"').flatMap((item) => readBreak(context, item) ?? []);
}

function readBreak(context: Context, node: TreeNode): AgreedBreak | undefined {
  const fields = context.fields(node, 'an entry of "breaks"', keys, example);
  if (fields === undefined) return undefined;
  for (const key of ["reason", "owner"])
    context.missing(fields, key, node.span, `This break says no "${key}".`, {
      help:
        key === "reason" ? "Say why it is worth it, for whoever asks later." : "Name the team that agreed.",
    });
  const reason = context.text(fields.get("reason"), '"reason"');
  const owner = context.text(fields.get("owner"), '"owner"');
  const named = readSubject(context, fields, node);
  if (named === undefined || reason === undefined || owner === undefined) return undefined;
  return { span: node.span, ...named, reason, owner };
}

type Named = Pick<AgreedBreak, "subject" | "name" | "inner">;

function readSubject(context: Context, fields: Fields, node: TreeNode): Named | undefined {
  const isInner = (key: string): boolean => key === "attribute" && fields.has("object");
  const given = breakSubjects.filter((key) => fields.has(key) && !isInner(key));
  const [subject, second] = given;
  if (subject === undefined) {
    context.missing(fields, "event", node.span, "This break does not say what breaks.", { help: example });
    return undefined;
  }
  if (second !== undefined) {
    context.error(
      "invalid-value",
      fields.get(second)?.key.span ?? node.span,
      `This break names both "${subject}" and "${second}".`,
      { help: "Write an entry for each." },
    );
    return undefined;
  }
  const name: Located<string> | undefined =
    subject === "identity"
      ? context.oneOf(fields.get(subject), '"identity"', identityParts)
      : context.name(fields.get(subject), `"${subject}"`);
  const inside = readInner(context, fields, subject, node);
  return name === undefined || inside === "wrong" ? undefined : { subject, name, inner: inside };
}

function readInner(
  context: Context,
  fields: Fields,
  subject: BreakSubject,
  node: TreeNode,
): Named["inner"] | "wrong" {
  const given = (["property", "attribute", "relationship"] as const).filter(
    (key) => fields.has(key) && key !== subject,
  );
  const wrong = given.find((key, index) => index > 0 || !inner[key].includes(subject));
  const [kind] = given;
  if (wrong !== undefined) {
    const places = inner[wrong].map((one) => `"${one}"`).join(" or ");
    context.error(
      "invalid-value",
      fields.get(wrong)?.key.span ?? node.span,
      `"${wrong}" does not go with "${given.length > 1 ? given[0] : subject}".`,
      { help: `It stands beside ${places}.` },
    );
    return "wrong";
  }
  if (kind === undefined) return undefined;
  const path = context.name(fields.get(kind), `"${kind}"`);
  return path === undefined ? "wrong" : { kind, path };
}
