import posthog, { type PostHog } from "posthog-js";
export class Client {
  private readonly own: PostHog = posthog;
  captureAction(name: string, data?: object) { this.own.capture(name, data); }
}
