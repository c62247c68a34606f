import { union } from "some-unions";
import { captureEvent, track } from "./analytics";

const events = union({ CartOpened: {}, CartClosed: {} });

captureEvent("Relay Opened", { items: 1 });
captureEvent(document.title.length);
track(events.CartOpened({ items: 1 }));
captureEvent("checkout", "Relay Closed", { items: 1 });
