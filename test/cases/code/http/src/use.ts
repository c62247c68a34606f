import { createMeeting, logEvent, measure } from "./api";
logEvent("Dashboard Opened", { id: 1 });
measure("Invite Sent");
createMeeting("Standup");
navigator.sendBeacon("/collect", JSON.stringify({ event: "Left" }));
