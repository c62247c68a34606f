import { getAnalytics, logEvent } from "firebase/analytics";

logEvent(getAnalytics(), "tutorial_begin", { step: 1 });
