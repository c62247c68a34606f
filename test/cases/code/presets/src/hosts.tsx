// Products that others are built into, and flags: each gives these its own way to tell what happened.
import { useAnalytics } from "@backstage/core-plugin-api";
import { AnalyticsClient } from "@elastic/ebt";
import { reportInteraction } from "@grafana/runtime";
import { createInstance } from "@optimizely/optimizely-sdk";
import { SplitFactory } from "@splitsoftware/splitio";
import flagsmith from "flagsmith";

reportInteraction("shop_panel_opened", { from: "menu" });

export function Panel() {
  const analytics = useAnalytics();
  return <button onClick={() => analytics.captureEvent("deploy", "cart-service", { attributes: { size: 2 } })} />;
}

export const report = (client: AnalyticsClient) => client.reportEvent("cart_reported", { size: 2 });

const experiments = createInstance({ sdkKey: "k" });
experiments.track("cart_bought", "user-1", { plan: "pro" }, { revenue: 200 });
experiments.createUserContext("user-1").trackEvent("cart_left", { revenue: 0 });

const flags = SplitFactory({ core: { authorizationKey: "k", key: "user-1" } }).client();
flags.track("user", "cart_split", 3, { size: 2 });
flagsmith.trackEvent("cart_flagged", { size: 2 });
