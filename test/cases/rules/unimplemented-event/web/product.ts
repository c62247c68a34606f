analytics.track("Viewed Product");
// trackwright-ignore-next-line misspelled-event: the finding of its name is enough
analytics.track("viewed_cart");
analytics.track(`Step ${step} Done`);
// trackwright-ignore-next-line unknown-event: it says which event was meant
analytics.track("Newsletter Subscribe Done");
