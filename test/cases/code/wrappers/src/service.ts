import { Analytics } from "@segment/analytics-node";

export interface Tracker {
  track(name: string, userId: string): void;
}
export class AnalyticsService implements Tracker {
  private readonly client = new Analytics({ writeKey: "x" });
  constructor(private prefix: string) {}
  track(name: string, userId: string) {
    this.client.track({ event: name, userId, properties: { from: this.prefix } });
  }
  prefixed = (name: string) => this.client.track({ event: `${this.prefix}: ${name}`, userId: "u" });
}
