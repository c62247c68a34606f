import { CustomerIO } from "customerio-reactnative";

CustomerIO.track("Cart Opened", { total: 1 });
CustomerIO.screen("Cart", { from: "menu" });
CustomerIO.identify({ userId: "u-1", traits: { plan: "pro" } });
// As it was before its fourth version.
CustomerIO.identify("u-1", { plan: "pro" });
CustomerIO.setProfileAttributes({ plan: "free" });
