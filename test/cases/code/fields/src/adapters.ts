import { PostHog } from "posthog-node";

// An event object through a list of adapters, of which a type alone says what they are.
export abstract class Adapter {
  abstract report(told: any): Promise<void>;
}
type Told = { distinctId: string; event: string; properties: object };

export class ToPostHog extends Adapter {
  private readonly client = new PostHog("key");
  async report(told: Told) {
    await this.client.captureImmediate(told);
  }
}

export class Reports {
  constructor(private readonly adapters: Adapter[]) {}
  async report(told: any) {
    await Promise.all(this.adapters.map((adapter) => adapter.report(told)));
  }
}

export const counted = (reports: Reports, id: string) =>
  reports.report({ distinctId: id, event: "Stock Counted", properties: {} });
