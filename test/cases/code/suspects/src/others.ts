// None of these: logs, measures, what programs do wrong, what is set up, sentences, and things that are tracked otherwise.
import * as Sentry from "@sentry/node";
import { reportCartUsage } from "./usage";

export function others(shop: Shop, audio: Player) {
  shop.logEvent("info", "the_cart_was_opened");
  shop.reportMetrics("cart_size", 3);
  shop.reportErrorEvent("cart_broken");
  shop.initTelemetry("cart_opened");
  shop.reportUsage("The cart could not be saved. Try again!");
  Sentry.captureEvent({ message: "cart_broken" });
  audio.track("Side A");
  audio.track("Side B");
  audio.track("Side C");
  reportCartUsage("cart_of_guest");
  shop.trackPage("/cart");
}

// What is asked alone is not handed on.
function logEvent(event: string, about: object) {
  if (event === "cart_loaded") console.log("Loaded", about);
  switch (event) {
    case "cart_closed":
      console.log("Closed");
  }
}
logEvent("cart_loaded", {});
logEvent("cart_closed", {});
logEvent("cart_removed", {});
