import * as Segment from "expo-analytics-segment";
import { PostHog } from "posthog-js-lite";
import Mixpanel from "react-native-mixpanel";

Mixpanel.trackWithProperties("Cart Opened", { items: 3 });
Mixpanel.track("Cart Closed");
Segment.trackWithProperties("Cart Kept", { items: 3 });
Segment.identifyWithTraits("p-1", { plan: "free" });
new PostHog("key").capture("Cart Lost", { items: 3 });
