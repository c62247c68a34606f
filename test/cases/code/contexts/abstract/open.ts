// The class that sends implements nothing itself: the one above it does, and leaves the method open.
import { PostHog } from "posthog-node";

interface Sink {
  put(one: { event: string }): Promise<void>;
}
abstract class BaseSink implements Sink {
  abstract put(one: { event: string }): Promise<void>;
}
export class HogSink extends BaseSink {
  private hog = new PostHog("key");
  async put(one: { event: string }) {
    this.hog.capture({ distinctId: "shop", event: one.event });
  }
}
export class Sinks {
  constructor(private all: Sink[]) {}
  tell(event: string) {
    for (const one of this.all) one.put({ event });
  }
}
export const open = (sinks: Sinks) => sinks.tell("Shop Opened");
