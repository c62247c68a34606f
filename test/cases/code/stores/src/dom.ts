import mixpanel from "mixpanel-browser";
window.addEventListener("shop:track", (event: any) => { mixpanel.track(event.detail.name, event.detail.data); });
document.addEventListener("shop:track", (event: any) => { console.info(event.detail.name); });
dispatchEvent(new CustomEvent("shop:track", { detail: { name: "Sent By The Page", data: { size: 1 } } }));
document.dispatchEvent(new CustomEvent("shop:track", { detail: { name: "Not An Event" } }));
