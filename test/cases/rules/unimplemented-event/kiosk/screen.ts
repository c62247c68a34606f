// Sent, though from the wrong place.
// trackwright-ignore-next-line wrong-source: told elsewhere
analytics.track("Kiosk Used");
