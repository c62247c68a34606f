import ky from "ky";

// A class that gets its address where it is made, and hands it on with the options of a request.
class Collector {
  readonly url: string;
  constructor({ url }: { url: string }) {
    this.url = url;
  }
  async collect(event: string, values: object) {
    const url = new URL("/track", this.url);
    url.searchParams.append("verbose", "1");
    return this.deliver(url.toString(), { json: [{ event, properties: { ...values } }] });
  }
  async deliver(url: string, options: object) {
    return ky.post(url, options);
  }
}
const collector = new Collector({ url: "https://api.mixpanel.com" });
export const note = (event: string, values: object) => collector.collect(event, values);
note("Row Added", { at: 1 });

// The name of an event is part of the address.
export function post(event: string, payload: object) {
  fetch(`https://events.shop.example/${event}/`, { method: "POST", body: JSON.stringify(payload) });
}
post("row_removed", { at: 2 });

// A host that takes nothing but events.
fetch("https://telemetry.shop.example/v2/record", { method: "POST", body: JSON.stringify({ event: "Row Moved" }) });
fetch("https://telemetry.shop.example/v2/record", { method: "POST", body: JSON.stringify({ action: "restart" }) });
