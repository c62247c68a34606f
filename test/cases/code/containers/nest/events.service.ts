import { Inject, Injectable } from "@nestjs/common";
import { POSTHOG } from "./tokens";

@Injectable()
export class EventsService {
  constructor(
    @Inject(POSTHOG) private readonly posthog: any,
    @Inject("LOG") private readonly log: any,
  ) {}

  send(event: { event: string; properties?: object }) {
    this.log.capture("Sent");
    if (!this.posthog) return;
    this.posthog.capture({ ...event, distinctId: "user-1" });
  }
}
