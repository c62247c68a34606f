// The kinds that unionize makes are names.
import posthog from "posthog-js";
import { ofType, unionize } from "unionize";

export const Events = unionize(
  { BasketOpened: ofType<{ lines: number }>(), BasketPaid: ofType<object>() },
  { tag: "type", value: "payload" },
);
const Plain = unionize({ Left: ofType<{ to: string }>() });

function send(event: { type: string; payload: object }) {
  posthog.capture(event.type, event.payload);
}

send(Events.BasketOpened({ lines: 2 }));
send(Events.BasketPaid());
posthog.capture(Plain.Left({ to: "/cart" }).tag);
