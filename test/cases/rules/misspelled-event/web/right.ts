analytics.track("Started Checkout");
// An event of its own, if it is in the plan or not.
// trackwright-ignore-next-line unknown-event: shows what is no misspelling
analytics.track("Order Created");
