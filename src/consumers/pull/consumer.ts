// A consumer as it is pulled: the facts that go into its file, in the order of the file.
import { type ConsumerKind, type ConsumerState, consumerKinds } from "../../plan/plan.js";
import { isRecord } from "./json.js";

export type PulledTrigger =
  | { readonly event: string }
  | { readonly segment: string; readonly id: string }
  | { readonly date: string };

export type PulledConsumer = {
  readonly kind: ConsumerKind;
  readonly id: string;
  readonly name: string;
  readonly description: string | undefined;
  readonly state: ConsumerState | undefined;
  readonly triggers: readonly PulledTrigger[];
  readonly filters: readonly { readonly segment: string; readonly id: string }[];
  /** As the API gives them, but for people's addresses. */
  readonly conditions: unknown;
  readonly messages: readonly PulledMessage[];
  /** Sentences about what was not understood. */
  readonly unknown: readonly string[];
};

export type PulledMessage = {
  readonly id: string;
  readonly name: string | undefined;
  readonly type: string;
  readonly language: string | undefined;
  /** The first has no part; others are `plain` and `amp`. */
  readonly templates: readonly { readonly part: string | undefined; readonly text: string }[];
};

export type PulledSnippet = { readonly kind: "snippet"; readonly name: string; readonly text: string };

export type Pulled = PulledConsumer | PulledSnippet;

/** Whether a value that was kept by an earlier run is something that was pulled. */
export function isPulled(value: unknown): value is Pulled {
  if (!isRecord(value) || typeof value.name !== "string" || typeof value.kind !== "string") return false;
  if (value.kind === "snippet") return typeof value.text === "string";
  return (
    consumerKinds.some((kind) => kind === value.kind) &&
    typeof value.id === "string" &&
    [value.triggers, value.filters, value.unknown].every(Array.isArray) &&
    Array.isArray(value.messages) &&
    value.messages.every(isMessage)
  );
}

function isMessage(value: unknown): boolean {
  return (
    isRecord(value) &&
    typeof value.id === "string" &&
    typeof value.type === "string" &&
    Array.isArray(value.templates) &&
    value.templates.every((template) => isRecord(template) && typeof template.text === "string")
  );
}
