import { identify, setPlan } from "./analytics";

identify("u_1", { plan: "pro" });
setPlan("u_1", "pro");
