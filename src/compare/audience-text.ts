// Writes who is in a pulled segment as people would write it in the plan, so that what changed about it can be told.
import type { Condition, SegmentCondition } from "../plan/plan.js";

type Comparison = Extract<Condition, { readonly kind: "comparison" }>;

/** Each condition of a segment that must hold, as text; `renamed` are the events' new names. */
export function audienceTexts(
  audience: SegmentCondition,
  renamed: ReadonlyMap<string, string>,
): readonly { readonly value: string; readonly span: SegmentCondition["span"] }[] {
  const parts = audience.kind === "and" && !audience.inverse ? audience.operands : [audience];
  return parts.map((part) => ({ value: textOf(part, renamed), span: part.span }));
}

function textOf(node: SegmentCondition, renamed: ReadonlyMap<string, string>): string {
  const text = plainText(node, renamed);
  if (!node.inverse) return text;
  return node.kind === "and" || node.kind === "or" ? `not (${text})` : `not ${text}`;
}

function plainText(node: SegmentCondition, renamed: ReadonlyMap<string, string>): string {
  switch (node.kind) {
    case "and":
    case "or":
      return node.operands
        .map((operand) => {
          const text = textOf(operand, renamed);
          const isGroup = (operand.kind === "and" || operand.kind === "or") && !operand.inverse;
          return isGroup && operand.kind !== node.kind ? `(${text})` : text;
        })
        .join(` ${node.kind} `);
    case "comparison":
      return comparisonText(node);
    case "event": {
      const name = renamed.get(node.event.value) ?? node.event.value;
      const call = node.call === "track" ? "the event" : `the ${node.call}`;
      const times =
        node.times === undefined
          ? ""
          : ` ${node.times.value} ${node.times.value === 1 ? "time" : "times"} or more`;
      const within = node.within === undefined ? "" : ` in the last ${durationText(node.within.value)}`;
      const filters = node.filters === undefined ? "" : ` with ${textOf(node.filters, renamed)}`;
      return `${call} "${name}"${times}${within}${filters}`;
    }
    case "segment":
      return `in the segment "${node.segment.value}"`;
    case "unknown":
      return node.path === undefined
        ? "a condition that is not understood"
        : `something about ${node.path.value.join(".")} that is not understood`;
  }
}

function comparisonText({ path, operator, value }: Comparison): string {
  const name = path.value.join(".");
  if (value === undefined) return `${name} ${operator}`;
  const text = Array.isArray(value.value) ? `(${value.value.map(String).join(", ")})` : String(value.value);
  return `${name} ${operator} ${text}`;
}

const units = [
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;

/** `30 days`, in the largest unit of which there are several, or one, without a rest. */
function durationText(seconds: number): string {
  const [name, size] = units.find(
    ([unit, length]) => seconds % length === 0 && (unit !== "week" || seconds > length),
  ) ?? ["second", 1];
  const count = seconds / size;
  return `${count} ${name}${count === 1 ? "" : "s"}`;
}
