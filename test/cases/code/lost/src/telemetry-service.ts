// A method that hands an event to plugins which nobody here makes: who has an instance of its class sends one.
export abstract class TelemetryPlugin {
  abstract logEvent(eventType: string, data: object): void;
}
export class TelemetryService {
  private plugins: TelemetryPlugin[] = [];
  logEvent(eventType: string, data: object): void {
    this.plugins.forEach((plugin) => plugin.logEvent(eventType, data));
  }
}
export class TelemetryHelper {
  static started(service: TelemetryService): void {
    service.logEvent("service.started", {});
  }
}
