import { Identify, identify, track } from "@amplitude/analytics-node";

// Whom it is about stands beside what is said.
const person = new Identify().set("plan", "pro");
identify(person, { user_id: user.id });
track("Cart Opened", { items: 3 }, { user_id: user.id, time: Date.now() });
track("Cart Closed", { items: 3 }, { device_id: phone.id });
track("Cart Lost");
