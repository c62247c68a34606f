import { PostHog } from "posthog-node";
// Another application's, which is told first whom an event is about.
export class AnalyticsService {
  private readonly client = new PostHog("key");
  track(userId: string, name: string, props?: object) { this.client.capture({ distinctId: userId, event: name, properties: props }); }
}
