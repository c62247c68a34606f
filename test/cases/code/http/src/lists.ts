import { omitBy } from "lodash-es";
import urlcat from "urlcat";

class EventApi {
  private last: unknown;

  private noted(event: { event: string; properties: object }) {
    return (this.last = { event: event.event, properties: { ...event.properties } });
  }

  async track(event: { event: string; properties: object }) {
    const { event: name, properties } = this.noted(event);
    await fetch(urlcat(process.env.API, "/track", { verbose: 1 }), {
      method: "POST",
      body: JSON.stringify([{ event: name, properties }]),
    });
  }
}

class Provider {
  private api;
  constructor() {
    this.api = new EventApi();
  }
  capture(id: string, properties: object) {
    this.api.track(omitBy({ event: id, properties }, (value) => value === undefined));
  }
}

const provider = process.env.KEY === undefined ? null : new Provider();
provider?.capture("Wallet Opened", { from: "menu" });

const address = new URL("/api/events", location.origin);
fetch(address.href, { method: "POST", body: JSON.stringify({ events: [{ event: "Wallet Closed" }] }) });
// What is posted there is no event.
fetch(new URL("/api/orders", location.origin), { method: "POST", body: JSON.stringify([{ event: "x" }]) });
