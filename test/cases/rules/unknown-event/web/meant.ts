// What the code sends under its own name is not what another one means.
analytics.track("Trial Started");
analytics.track("Trial Restarted");
analytics.track("Sample Restarted");
// Another form of a short word is meant, too.
analytics.track("List Row Add");
