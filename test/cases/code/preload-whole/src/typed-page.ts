// What a preload makes global says more than the interface that is written at it, which nobody implements.
interface Platform {
  trackEvent(options: { event: string }): Promise<void>;
}
export const platform: Platform = window["api"];
platform.trackEvent({ event: "Typed Page Opened" });
