import * as amplitude from "@amplitude/analytics-browser";
import { jitsuAnalytics } from "@jitsu/js";

const jitsu = jitsuAnalytics({ host: "https://in.example.com" });
jitsu.track("Sent By Jitsu", { total: 1 });
amplitude.setUserId("u-1");
