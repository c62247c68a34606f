import { sendTrackEvent } from "@company/platform/analytics";
import { track } from "@company/audio";
import { analytics, emitTelemetryEvent, useTelemetryRecorder } from "./analytics/client";

export const save = (id: string) => analytics.capture({ distinctId: id, event: "article_saved" });
sendTrackEvent("course.opened", { id: 1 });
// Nobody knows what it is, and it is no name that says so.
track("Intro");
export const thunk = () => (dispatch: unknown, _state: unknown, { track }: any) => { track("Query Run", { rows: 1 }); track(dispatch); };
export class Handler {
  track: any;
  constructor({ track }: any) { this.track = track; }
  opened() { this.track("Diagram Opened"); }
  // It sends, so that its own argument is no name.
  trackDiagram(kind: string) { this.track("Diagram Shown", { kind }); }
  shown() { this.trackDiagram("bpmn"); }
}
export function Button() {
  const telemetryRecorder = useTelemetryRecorder();
  return <button onClick={(e) => { telemetryRecorder.recordEvent("button", "clicked"); emitTelemetryEvent(e.target, { name: "button/clicked", data: {} }); }} />;
}
