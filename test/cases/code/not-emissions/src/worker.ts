// A logger's lines are for those who look after the program, whatever they are about: they are no analytics.
import type { Logger } from "pino";

export class Worker {
  #log: Logger;
  constructor(private readonly logger: Logger) {}
  private logFailure = (eventName: string, error: Error) => {
    this.logger.error({ error }, `worker ${eventName}`);
  };
  private logStart(eventName: string) {
    this.#log.info({ eventName }, "worker");
  }
  failed(error: Error) {
    this.logStart(Retry.started);
    this.logFailure(Retry.failed, error);
  }
}
enum Retry {
  started = "retry_started",
  failed = "timeout_error",
}
