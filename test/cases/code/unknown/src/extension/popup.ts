enum Event { PopupOpened = "popup_opened" }
declare const chrome: { runtime: { sendMessage(message: object): void } };
const toBackground = (eventName: string, eventParams: object = {}) => {
  chrome.runtime.sendMessage({ action: "event", payload: { eventName, eventParams, at: Date.now() } });
};
export const sendEvent = (name: Event, params?: object) => toBackground(name, params);
sendEvent(Event.PopupOpened, { tab: "rules" });
chrome.runtime.sendMessage({ action: "reload", payload: { file: "Not An Event" } });
// A person gets these.
declare const client: { sendMessage(message: object): void };
const toPerson = (props: { eventName: string; text: string }) => { client.sendMessage({ ...props, text: "Not An Event" }); };
toPerson({ eventName: "Not An Event Either", text: "" });
