// Products that write to people, each told in its own way.
import { logEvent } from "@angular/fire/analytics";
import { Iterable } from "@iterable/react-native-sdk";
import { track } from "@iterable/web-sdk";
import Clarity from "@microsoft/clarity";
import OpenReplay from "@openreplay/tracker";
import ahoy from "ahoy.js";
import * as Fathom from "fathom-client";
import { LogSnag } from "logsnag";
import * as Swetrix from "swetrix";
import { service } from "./services";

_learnq.push(["track", "Cart Opened", { total: 1 }]);
klaviyo.push(["track", "Cart Shared", { total: 1 }]);
_kmq.push(["record", "Cart Saved"]);
_hsq.push(["trackEvent", { id: "Cart Printed" }]);
_hsq.push(["trackCustomBehavioralEvent", { name: "Cart Mailed", properties: { total: 1 } }]);
veroq.push(["track", "Cart Emptied", { total: 1 }]);
Intercom("trackEvent", "Help Opened", { topic: "carts" });
webengage.track("Offer Seen", { offer: "spring" });
Moengage.track_event("Offer Closed", { offer: "spring" });
window.Appcues.track("Tour Ended");
window.braze.logCustomEvent("Push Opened", { campaign: "spring" });
ym(123, "reachGoal", "Checkout Opened", { step: 1 });
utag.link({ tealium_event: "Checkout Closed", step: 1 });

track({ eventName: "Plan Chosen", dataFields: { plan: "pro" } });
Iterable.trackEvent("Plan Changed", { plan: "pro" });
new LogSnag({ token }).track({ channel: "plans", event: "Plan Ended", icon: "x" });
ahoy.track("Plan Seen", { plan: "pro" });
Fathom.trackEvent("Plan Compared");
Swetrix.track({ ev: "Plan Printed", meta: { plan: "pro" } });
Clarity.event("Rage Clicked");
new OpenReplay({ projectKey }).event("Form Left", { field: "email" });
// What a container gives out may be anything: the text is the name.
logEvent(service(), "Form Sent", { field: "email" });
