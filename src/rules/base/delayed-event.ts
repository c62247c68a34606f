// The rule delayed-event: an event starts what it started before.
import { breakRule } from "../base-rule.js";

const was = `
version: 1.0.0
sources:
  shop: { kind: server }
events:
  Order Returned:
    description: A parcel is back.
    source: shop
    timestamp: returned_at
    properties: { returned_at: timestamp }
`;
/** The same event, by a system whose events arrive so much later. */
const is = (later: string): string => `
version: 2.0.0
sources:
  shop: { kind: server }
  warehouse: { kind: integration, arrives_after: ${later} }
events:
  Order Returned:
    description: A parcel is back.
    source: warehouse
    timestamp: returned_at
    properties: { returned_at: timestamp }
`;

export const delayedEvent = breakRule({
  id: "delayed-event",
  summary: "An event arrives too late to start a workflow, and did not before",
  why: "Customer.io starts nothing by an event that is more than 72 hours old when it arrives. Whatever the event started stops, and nothing says so: the events are there, in every profile and every segment.",
  fix: "Have the event delivered within 72 hours, or send it twice: at once by the system that knows of it, and later by the import under a name of its own.",
  severity: "error",
  kinds: ["event-arrives-too-late"],
  examples: {
    bad: { was, is: is("4d") },
    good: { was, is: is("1d") },
  },
  advice: () => 'Have it delivered sooner, or agree on it under "breaks".',
});
