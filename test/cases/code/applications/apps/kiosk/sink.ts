import { Analytics } from "@segment/analytics-node";
import { report, setSink } from "../../packages/kit/report";

const client = new Analytics({ writeKey: "key" });
setSink((event, properties) => client.track({ userId: "u", event, properties: { ...properties, app: "kiosk" } }));

report("Screen Touched");
