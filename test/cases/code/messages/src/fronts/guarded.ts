import posthog from "posthog-js";

type Told = { readonly type: "told"; readonly name: string };
const isTold = (message: any): message is Told => message != null && message.type === "told";

window.addEventListener("message", (event) => {
  if (isTold(event.data)) posthog.capture(event.data.name);
});
export const tell = () => window.parent.postMessage({ type: "told", name: "Guarded Told" }, "*");
export const other = () => window.parent.postMessage({ type: "resized", name: "not an event" }, "*");
