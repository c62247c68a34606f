import type { EventsService } from "./events.service";

export class Orders {
  constructor(private readonly events: EventsService) {}
  placed() {
    this.events.send({ event: "Order Placed", properties: { total: 3 } });
  }
}
