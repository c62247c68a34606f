import { event as gtagEvent } from "vue-gtag";
import { event } from "react-ga";

event({ category: "Menu", action: "Opened" });
gtagEvent("Closed", { from: "menu" });
