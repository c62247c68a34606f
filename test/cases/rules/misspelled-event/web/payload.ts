// The payload is that of the event that was meant, and its own mistakes are told, too.
analytics.track("subscription_renewed", { plan_name: "team", price: "12.50" });
// Of a name that may have been meant otherwise, nothing is known of the payload.
analytics.track("Subscriptions Renewed", { price: "12.50" });
// With several names, what is wrong for each of them.
declare const yearly: boolean;
analytics.track(yearly ? "Subscription Renewed" : "subscriptionRenewed", { plan_name: 3, price: 12.5 });
// Of such a name, too, it is known where the payload carries what the event carries.
analytics.track("Subscriptions Renewed", { plan_name: "team", price: "12.50", yearly: true });
