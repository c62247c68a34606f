export interface Recorder {
  logEvent(req: object | null, event: string, about?: object): void;
}

export interface Server {
  getTelemetry(): Recorder;
}
