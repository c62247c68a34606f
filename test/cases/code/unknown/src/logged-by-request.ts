// What takes these on the server has an address that says nothing of events.
export class Usage {
  recordEvent(event: string, about: object = {}) {
    const body = { event, data: JSON.stringify(about) };
    return fetch(new Request("https://shop.example/api/log", { method: "POST", body: JSON.stringify(body) }));
  }
  /** Asks for something, and tells nothing. */
  async sendEvents(day: string) {
    return fetch(`/api/days/${day}`);
  }
}

const usage = new Usage();
usage.recordEvent("cart_opened", { items: 1 });
usage.sendEvents("monday");
