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

// A class whose abstract parent says that it implements an interface does so, too.
export interface Sink {
  capture(one: { event: string; data?: object }): void;
}
export abstract class BaseSink implements Sink {
  abstract capture(one: { event: string; data?: object }): void;
}
export class MixpanelSink extends BaseSink {
  capture(one: { event: string; data?: object }) {
    mixpanel.track(one.event, one.data);
  }
}
export class Sinks {
  constructor(private readonly sinks: Sink[]) {}
  tell(event: string, data?: object) {
    for (const sink of this.sinks) sink.capture({ event, data });
  }
}
export const told = (sinks: Sinks) => sinks.tell("Told All Sinks", { size: 2 });
