// What nobody here makes and no library is known by: the words of the calls say that they send events.
import { CartService, InsightsService } from "@company/services";
import { capture, useCompanyAnalytics, useTelemetry } from "@company/web-analytics";
import { track } from "@company/web";
import { pages } from "@company/web-analytics/pages";

export class Cart {
  constructor(
    private analytics: CartService,
    private telemetryService: any,
    private stats: InsightsService,
  ) {}

  open(user: object) {
    this.analytics.emit("Cart Opened");
    this.telemetryService.log("Cart Read", {});
    this.stats.trackEvent("Cart Shown", { total: 1 });
    this.stats.trackEvent(user, { event: "Cart Shared" });
    this.stats.track("Cart Saved", { total: 1 });
  }
}

capture("cart_printed");
track("Cart Emptied", { total: 1 });
pages.event("Cart Left", { page: "cart" });
useInsights().trackEvent({ name: "Cart Mailed" });

export function Panel() {
  const { track: send } = useCompanyAnalytics();
  const tell = useTelemetry();
  send("Panel Opened");
  tell("Panel Read", { page: 1 });
}

// None of these says so: a sentence, an address, a text of one word or with nothing that it carries, a log.
export function others(analytics: CartService, stats: InsightsService, player: any) {
  analytics.log("The cart could not be saved.");
  analytics.send("/carts/1");
  stats.track("intro", { volume: 1 });
  player.track("Side A");
  player.log("Cart Opened");
  track("carts");
}
