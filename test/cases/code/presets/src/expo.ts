import * as Amplitude from "expo-analytics-amplitude";
Amplitude.logEventWithPropertiesAsync("Screen Opened", { name: "home" });
