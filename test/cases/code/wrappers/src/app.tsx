import anything, { emit, logged, send, sendPair } from "./barrel";
import { Button, Child, useAnalytics, useTrack } from "./hook";
import { AnalyticsService, type Tracker } from "./service";

const service = new AnalyticsService("shop");

export class Use {
  constructor(private readonly analytics: AnalyticsService, private readonly tracker: Tracker) {}
  run() {
    this.analytics.track("By Class", "u1");
    this.tracker.track("By Interface", "u2");
    service.prefixed("By Field");
  }
}

export function App() {
  const { track } = useAnalytics();
  const trackHere = useTrack("App");
  emit("Emitted", { total: 3 });
  anything("By Default Export");
  logged("app", "opened");
  send({ event: "By Object", properties: { a: 1 } });
  sendPair(["By Pair", { b: "x" }]);
  track("By Context");
  trackHere("Opened");
  return (
    <div>
      <Button trackingId="Save" />
      <Button
        onClick={() => undefined}
        trackingId="Save as"
      />
      <Child onTrack={(name) => emit(name)} />
    </div>
  );
}
