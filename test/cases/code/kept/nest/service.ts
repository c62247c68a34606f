import { Inject } from "@nestjs/common";

export class OrderService {
  constructor(
    @Inject("SEGMENT") private readonly segment,
    @Inject("REPORTER") private readonly reports,
  ) {}
  place(id: string) {
    this.segment.track({ userId: id, event: "Order Placed", properties: { id } });
    this.reports.report("Order Noted", { id });
  }
}
