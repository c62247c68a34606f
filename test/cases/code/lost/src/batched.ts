// What waits to be sent in one request says "action" for its name, and may be given more.
import axios from "axios";

let waiting: object[] = [];

const flush = () => {
  const sent = waiting;
  waiting = [];
  axios.post("/api/events", sent);
};

export function recordEvent(action: string, kind: string, more?: object) {
  const event = { action, kind, at: Date.now() };
  Object.assign(event, more);
  waiting.push(event);
  setTimeout(flush, 1000);
}

recordEvent("opened", "cart");
recordEvent("paid", "order", { total: 12 });
