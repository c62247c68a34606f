// A script of a page: its names are everybody's.
analytics.event({ action: "Page Opened" });
Shop.tracking.log("Followed", 1);
Shop.cart.opened("Cart Opened");
trackGoal("Goal Reached");
counter.count("Counted");
