// Holds the payload of a call to each event that it may be the payload of.
import type { Emission, ValueShape } from "../code/emission.js";
import type { PlanEvent } from "../plan/plan.js";
import { carriedFrom } from "./carried-from.js";
import type { CodeCall } from "./code-index.js";
import { isLibrarys } from "./code-presets.js";
import { commonIssues } from "./common-issues.js";
import { heldTo, isPayloadOf } from "./payload-evidence.js";
import type { PlanIndex } from "./plan-index.js";
import { payloadIssues, type ShapeIssue } from "./shape-issues.js";

/** What is wrong with the payload of a call, as the payload of an event. */
export type JudgedPayload = {
  readonly call: CodeCall;
  readonly event: PlanEvent;
  readonly issues: readonly ShapeIssue[];
};

/** What is wrong with a call's payload, for each of those events; of one of several, what is wrong with all. */
export function judgedPayloads(call: CodeCall, index: PlanIndex): readonly JudgedPayload[] {
  const { emission } = call;
  const properties: ValueShape = emission.properties ?? {
    kind: "object",
    properties: [],
    closed: true,
    span: emission.span,
  };
  // A name that is misspelled, and no other event, is a mistake beside those in the payload, and hides none of them.
  const meant = call.unplanned.flatMap(({ meant: one }) =>
    one !== undefined && (one.certain || isPayloadOf(emission.properties, one.event)) ? one.event : [],
  );
  const isLive = ({ status }: PlanEvent): boolean => status !== "retired";
  const sent = call.events.filter(({ event }) => isLive(event));
  const events = [...new Set([...heldTo(sent, emission.properties), ...meant.filter(isLive)])];
  const several = sent.length + call.unplanned.length > 1 || call.open || call.supposed;
  // Which of several payloads goes with which of several names is not known.
  if (several && properties.kind === "union") return [];
  const judged = events.map((event) => ({
    call,
    event,
    issues: payloadIssues(properties, carriedFrom(event, call.sources, index), {
      lookup: index.lookup,
      sources: call.sources.filter((name) => event.sources.some(({ value }) => value === name)),
      // Who may be no emitter may add to it, as may a server that is asked to send it.
      complete: emission.doubt === undefined && !isPassedOn(emission),
      added: emission.adds ?? [],
    }).filter((issue) => !isOthers(issue, emission)),
  }));
  return several ? commonIssues(judged) : judged;
}

/** Whether a call asks the team's own server to send the event. */
function isPassedOn({ preset, also = [] }: Emission): boolean {
  return [preset, ...also].every((one) => one === "http");
}

/** Whether an issue is what a declared function puts in by itself, or a key of the library's own. */
function isOthers({ kind, path: [key, ...more] }: ShapeIssue, emission: Emission): boolean {
  if (key === undefined || more.length > 0) return false;
  if (kind === "missing") return emission.adds?.includes(key) === true;
  return kind === "unknown" && isLibrarys(emission, key);
}
