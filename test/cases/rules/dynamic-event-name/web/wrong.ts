analytics.track(document.title);
analytics.track(isNew ? "Signed Up" : fallbackName());
analytics.track(`${kind} ${action}`);

// A table that lacks a key gives no name.
const events = { opened: "Signed In" } as Record<string, string>;
analytics.track(events.closed);
