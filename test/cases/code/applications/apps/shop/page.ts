export const opened = () => fetch("/api/events", { method: "POST", body: JSON.stringify({ event: "Cart Opened" }) });
