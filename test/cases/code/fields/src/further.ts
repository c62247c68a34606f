import mixpanel from "mixpanel-browser";

// What an instance was made with that a type names, one object further.
interface Telemetry {
  sendTelemetryEvent(eventName: string): void;
}

class Counter {
  note(event: string) {
    mixpanel.track(event);
  }
}

class Manager {
  constructor(
    readonly telemetry: Telemetry,
    readonly counter: Counter,
  ) {}
}

export class Till {
  constructor(private readonly manager: Manager) {}
  open() {
    this.manager.telemetry.sendTelemetryEvent("till.open");
    this.manager.counter.note("Till Opened");
  }
}

export function closed(manager: Manager) {
  manager.telemetry.sendTelemetryEvent("till.closed");
}
