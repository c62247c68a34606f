import mixpanel from "mixpanel-browser";

mixpanel.track_links(".buy", "Buy Clicked", (link) => ({ url: link.href }));
mixpanel.track_forms("#signup", "Signed Up", { plan: "free" });
