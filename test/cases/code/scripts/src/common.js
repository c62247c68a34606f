var analytics = require("./analytics");

// What a callback makes of the text is not known.
analytics.event({ category: "Cart", action: "Opened" });
analytics.plain(" Closed ");
analytics.view("/cart");
