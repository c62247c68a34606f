import { push, sendEvent } from "@socialgouv/matomo-next";

export const opened = (id: string) => sendEvent({ category: "cart", action: "Cart Opened", name: id });
export const searched = (text: string) => push(["trackEvent", "search", "Searched", text]);
