// One mistake: it carries what the kiosk always does, and not what the app would.
analytics.track("Scanned Code", { code: "x", kiosk_id: "k" });
// Its own properties are held to the plan all the same.
// trackwright-ignore-next-line property-type-mismatch: told for what is wrong wherever it comes from
analytics.track("Scanned Code", { code: 1, kiosk_id: "k" });
