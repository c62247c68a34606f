// A browser's extension, and a page in a frame.
import posthog from "posthog-js";

chrome.runtime.onMessage.addListener((message, sender) => {
  if (message.type === "TRACK") posthog.capture(message.event, message.props);
});
window.addEventListener("message", (event) => {
  if (event.data.kind === "counted") posthog.capture(event.data.name);
});

const send = (event: string) => chrome.runtime.sendMessage({ type: "TRACK", event });
send("Extension Opened");
chrome.tabs.sendMessage(1, { type: "TRACK", event: "Extension Closed", props: { from: "tab" } });
chrome.runtime.sendMessage({ type: "SAVE", event: "is no event" });
window.parent.postMessage({ kind: "counted", name: "Frame Counted" }, "*");
