import { Analytics } from "@segment/analytics-node";
import { EventEmitter2, OnEvent } from "@nestjs/event-emitter";
enum Channel { Track = "analytics.track", Other = "analytics.other" }
class Listener {
  private readonly client = new Analytics({ writeKey: "x" });
  @OnEvent(Channel.Track)
  record(session: { id: string }, payload: { event: string; data: object }) { this.client.track({ event: payload.event, userId: session.id, properties: payload.data }); }
}
abstract class Base {
  constructor(protected readonly eventEmitter: EventEmitter2) {}
  protected sendEvent(session: { id: string }, event: string, data: object = {}) { this.eventEmitter.emit(Channel.Track, session, { event, data }); }
}
class Databases extends Base {
  added(session: { id: string }) { this.sendEvent(session, "Database Added", { kind: "local" }); }
  // Nobody that tracks listens there.
  removed(session: { id: string }) { this.eventEmitter.emit(Channel.Other, session, { event: "Not An Event" }); }
}
new Listener().record({ id: "1" }, { event: "Called By Its Name", data: {} });
export { Databases };
