// Who is in a pulled segment, in words, and which events and attributes decide about that.
import type { PropertyPath, SegmentCondition } from "../../plan/plan.js";
import { code } from "./escape.js";
import { eventLink, type Page, placeLink } from "./site.js";
import { listText } from "./words.js";

/** What the conditions of a segment look at. */
export type AudienceReads = {
  /** The events that they count, and the properties that these must have. */
  readonly events: ReadonlyMap<string, ReadonlySet<string>>;
  readonly attributes: ReadonlySet<string>;
};

const nothing: AudienceReads = { events: new Map(), attributes: new Set() };
/** Each property and attribute of a plan asks for those of all segments. */
const known = new WeakMap<SegmentCondition, AudienceReads>();

/** Everything that the conditions look at, whatever they ask of it. */
export function audienceReads(audience: SegmentCondition | undefined): AudienceReads {
  if (audience === undefined) return nothing;
  const before = known.get(audience);
  if (before !== undefined) return before;
  const reads = readAudience(audience);
  known.set(audience, reads);
  return reads;
}

function readAudience(audience: SegmentCondition): AudienceReads {
  const events = new Map<string, Set<string>>();
  const attributes = new Set<string>();
  const read = (path: PropertyPath, event: string | undefined): void => {
    const [root, name] = path;
    if (name === undefined) return;
    if (root === "customer") attributes.add(name);
    if (root === "event" && event !== undefined) events.get(event)?.add(name);
  };
  const visit = (node: SegmentCondition, event: string | undefined): void => {
    switch (node.kind) {
      case "and":
      case "or":
        for (const operand of node.operands) visit(operand, event);
        break;
      case "event":
        if (node.call !== "track") break;
        if (!events.has(node.event.value)) events.set(node.event.value, new Set());
        if (node.filters !== undefined) visit(node.filters, node.event.value);
        break;
      case "comparison":
        read(node.path.value, event);
        break;
      case "unknown":
        if (node.path !== undefined) read(node.path.value, event);
        break;
      case "segment":
        break;
    }
  };
  visit(audience, undefined);
  return { events, attributes };
}

const day = 86_400;

/** The conditions as Markdown: one line, or a list where all or any of several must hold. */
export function audienceText(page: Page, audience: SegmentCondition): string {
  const { kind, inverse } = audience;
  if ((kind === "and" || kind === "or") && audience.operands.length > 1) {
    const head = kind === "and" ? "all of these hold" : "any of these holds";
    const items = audience.operands.map((operand) => partText(page, operand));
    return [`Who is in it: ${inverse ? "not where" : "where"} ${head}`, ...items].join("\n  - ");
  }
  return `Who is in it: ${partText(page, audience)}`;
}

function partText(page: Page, node: SegmentCondition): string {
  const not = node.inverse ? "not " : "";
  switch (node.kind) {
    case "and":
    case "or": {
      const parts = node.operands.map((operand) => partText(page, operand));
      const joined = parts.length === 1 ? parts.join("") : `(${listText(parts, node.kind)})`;
      return `${not}${joined}`;
    }
    case "comparison": {
      const path = node.path.value.join(".");
      const value = node.value === undefined ? "" : ` ${JSON.stringify(node.value.value)}`;
      return `${not}${code(`${path} ${node.operator}${value}`)}`;
    }
    case "event": {
      const name = node.call === "track" ? eventLink(page, node.event.value) : code(node.event.value);
      const times =
        node.times === undefined || node.times.value === 1 ? "" : `, ${node.times.value} times or more`;
      const within = node.within === undefined ? "" : `, in the last ${secondsText(node.within.value)}`;
      const filters = node.filters === undefined ? "" : `, with ${partText(page, node.filters)}`;
      return `${not}${name}${times}${within}${filters}`;
    }
    case "segment":
      return `${not}in ${placeLink(page, "consumer", node.segment.value)}`;
    case "unknown":
      return node.path === undefined
        ? "something that is not understood"
        : `something about ${code(node.path.value.join("."))} that is not understood`;
  }
}

function secondsText(seconds: number): string {
  const [count, unit] =
    seconds % day === 0
      ? [seconds / day, "day"]
      : seconds % 3600 === 0
        ? [seconds / 3600, "hour"]
        : [seconds, "second"];
  return count === 1 ? unit : `${count} ${unit}s`;
}
