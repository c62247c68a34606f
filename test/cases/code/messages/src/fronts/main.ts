import { ipcMain } from "electron";
import posthog from "posthog-js";

// The team's own end of a channel.
function handle(channel: string, handler: (event: unknown, ...given: any[]) => unknown) {
  ipcMain.handle(channel, async (event, ...given) => [null, await handler(event, ...given)]);
}
handle("fronts.track", (_event, name, about) => posthog.capture(name, about));
