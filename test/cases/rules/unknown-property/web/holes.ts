// A text that begins with a hole may stand for other events: its payload has to say that it is this one's.
analytics.track(`${action} Product`, { failure: "timeout", product_id: "p-1", duration_ms: 12 });
analytics.track(`${action} Product`, { product_id: "p-1", items: [], colour: "red" });
// One that begins as the event does is held to it.
analytics.track(`Viewed ${thing}`, { failure: "timeout", product_id: "p-1" });
