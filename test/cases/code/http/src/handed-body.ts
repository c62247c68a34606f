// What is sent is made by callers, and the end of the address is no name.
function send(operation: "track" | "visit", message: unknown) {
  return fetch(`/_analytics/${operation}`, { method: "POST", body: JSON.stringify(message) });
}
export const track = (event: string, properties: object) => send("track", { event, properties });
track("Handed Opened", { from: "menu" });
send("visit", { path: "/cart" });
