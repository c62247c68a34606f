// What is kept until the client is there is sent by the wrapper that took it; a list that nobody fills by it is not.
import { AnalyticsBrowser } from "@segment/analytics-next";

const analytics = AnalyticsBrowser.load({ writeKey: "x" });

class Loaded {
  type = "Buffered Loaded";
}
class Saved {
  type = "Buffered Saved";
}
class NeverMade {
  type = "Buffered Never";
}
type BufferedEvent = Loaded | Saved | NeverMade;

export class Buffered {
  private buffer: BufferedEvent[] = [];
  private isReady = false;

  start() {
    this.isReady = true;
    let event: BufferedEvent | undefined;
    while ((event = this.buffer.shift())) this.sendBuffered(event);
  }

  sendBuffered(event: BufferedEvent) {
    if (!this.isReady) {
      this.buffer.push(event);
      return;
    }
    analytics.track(event.type);
  }
}

export const buffered = new Buffered();
buffered.sendBuffered(new Loaded());
buffered.sendBuffered(new Saved());

type Kept = { name: "Kept One" | "Kept Two" };
const kept: Kept[] = JSON.parse(localStorage.getItem("kept") ?? "[]");
const sendKept = (event: Kept) => analytics.track(event.name);
for (const event of kept) sendKept(event);
