// Tells which events the code sends nowhere, for the rules that speak of it.
import type { PlanEvent } from "../plan/plan.js";
import type { CodeIndex } from "./code-index.js";

/**
 * True for an event that is said to be sent and that no code of its sources sends. False where that can't be known:
 * a source without code here, a file that was not read, a call whose name may be any.
 */
export function isNeverSent(event: PlanEvent, code: CodeIndex): boolean {
  const { name, status, sources, call } = event;
  if (status !== "active" || sources.length === 0 || code.callsByEvent.has(name.value)) return false;
  // A call of which nothing is known may mean it.
  if (code.mayBeSent.has(event)) return false;
  // Libraries send pages and screens by themselves.
  if (call !== "track") return false;
  return sources.every(({ value }) => code.wasScanned(value) && !code.hasOpenCalls(value));
}
