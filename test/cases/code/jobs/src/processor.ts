import { InjectQueue, Processor, WorkerHost } from "@nestjs/bullmq";
import type { Job, Queue } from "bullmq";
import posthog from "posthog-js";

@Processor("orders")
export class Orders extends WorkerHost {
  async process(job: Job<{ event: string }>) {
    if (job.name === "told") posthog.capture(job.data.event);
  }
}

export class Checkout {
  constructor(@InjectQueue("orders") private readonly orders: Queue) {}

  async pay() {
    await this.orders.add("told", { event: "Order Paid" });
    await this.orders.add("kept", { event: "Order Kept" });
  }
}
