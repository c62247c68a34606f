// What Google's classic analytics sends: the action is the name.
ga("send", "event", "Cart", "Opened", "menu");
ga("send", "event", { eventCategory: "Cart", eventAction: "Emptied" });
ga("send", { hitType: "event", eventCategory: "Cart", eventAction: "Closed" });
window.ga("shop.send", "event", "Cart", "Left");
ga("send", "pageview", "/cart");
ga("create", "UA-1", "auto");
_gaq.push(["_trackEvent", "Cart", "Saved", "menu"]);
_gaq.push(["_trackPageview"]);
