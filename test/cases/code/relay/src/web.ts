// Requests to routes of the same project, which send the event on; one to a route that nobody answers sends nothing.
export const send = (eventName: string, eventBody: object) =>
  fetch("/api/t", { method: "POST", body: JSON.stringify({ eventName, eventBody }) });
send("Page Relayed", { page: 1 });

void fetch(`${location.origin}/api/tell`, {
  method: "POST",
  body: JSON.stringify({ what: "Panel Relayed", userId: "u1" }),
});

axios.post("/internal/note", { note: "Note Relayed" });
axios.post("/internal/other", { note: "Nothing Relayed" });
