import posthog from "posthog-js";

// A container gives out whoever extends an abstract class.
export abstract class Reports {
  abstract note(name: string, payload: object): void;
}
export class PostHogReports extends Reports {
  note(name: string, payload: object) {
    posthog.capture(name, payload);
  }
}
