import { useReportEvent } from "./hooks/useReportEvent";
import { useLog } from "./queue";
import recordEvent from "./services/recordEvent";

recordEvent("view", "page", "users/new");

export function Named({ post }) {
  const reportEvent = useReportEvent();
  const { logEvent } = useLog();
  reportEvent("MEMBERS_VIEW", { from: "menu" });
  // The object is the event, and says so by its key.
  logEvent({ event_name: "open post", target_id: post.id });
  const log = (name: string) => logEvent({ event_name: name });
  log("close post");
  // The object is made of arguments: what of them is sent is not known.
  trackConversion({ eventName: "Subscribed", dedupeKey: "1", logger: console });
  // Nothing says that this is about events.
  logEvent({ message: "saved" });
}

function trackConversion({ eventName, dedupeKey }: { eventName: string; dedupeKey: string; logger: object }) {
  sendToTrackingPixel(eventName, dedupeKey);
}
