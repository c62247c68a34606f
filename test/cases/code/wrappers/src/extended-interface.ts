import mixpanel from "mixpanel-browser";

export interface Telemetry {
  record(name: string, data: object): void;
}
export interface ProductTelemetry extends Telemetry {
  flush(): void;
}
export class MixpanelTelemetry implements ProductTelemetry {
  record(name: string, data: object) {
    mixpanel.track(name, data);
  }
  flush() {}
}
export function archived(telemetry: Telemetry) {
  telemetry.record("By Extended Interface", { from: "archive" });
}

interface Run extends Omit<Tools, "name"> {
  readonly id: number;
}

interface Tools {
  readonly name: string;
  readonly tracker: OwnTracker;
}

class OwnTracker {
  send(name: string) {
    analytics.track(name);
  }
}

export function finish({ tracker, id }: Run) {
  tracker.send(id > 1 ? "Run Repeated" : "Run Finished");
}
