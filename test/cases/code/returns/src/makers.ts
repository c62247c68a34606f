// A table of functions that make events, one of which is taken by a key.
import posthog from "posthog-js";

const makers = {
  opened: (id: string) => ({ event: "Cart Opened", properties: { id } }),
  closed: () => ({ event: "Cart Closed", properties: {} }),
};

export function send(kind: keyof typeof makers, id: string) {
  const { event, properties } = makers[kind](id);
  posthog.capture(event, properties);
}

send("opened", "1");
