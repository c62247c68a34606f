import { Module } from "@nestjs/common";
import { PostHog } from "posthog-node";
import { EventsService } from "./events.service";
import { POSTHOG } from "./tokens";

@Module({
  providers: [
    EventsService,
    {
      provide: POSTHOG,
      useFactory: (config: { get(key: string): string | undefined }) => {
        const key = config.get("posthog");
        return key === undefined ? null : new PostHog(key);
      },
    },
    // Of what is provided here nothing is sent.
    { provide: "LOG", useValue: { capture: (message: string) => console.log(message) } },
  ],
})
export class PosthogModule {}
