// Whom an event is about stands among its properties, and is none of them.
async function capture(who: string, event: string, properties?: Record<string, unknown>) {
  await fetch("https://eu.posthog.com/capture/", {
    method: "POST",
    body: JSON.stringify({ api_key: "k", event, properties: { distinct_id: who, ...properties } }),
  });
}
capture("u_1", "Invoice Failed", { attempt: 1 });
