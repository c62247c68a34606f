// Functions that say the name of their event themselves are told by what is in them, and not by what they are given.
declare function capture(event: object): void;
const MENU = { OPENED: "Menu Opened" };
function trackEvent(eventName: string, properties?: object) { if (isOn(eventName)) capture({ eventName, properties }); }
export const trackMenuOpened = (type: string) => { trackEvent(MENU.OPENED, { type }); };
export const trackAttribute = (name: string, value: string) => { queue.push({ analytics: { [name]: value } }); };
trackAttribute("not_an_event", "x");
declare const queue: object[];
declare function isOn(name: string): boolean;
