import { ipcMain } from "electron";
import Analytics from "@rudderstack/rudder-sdk-node";
const client = new Analytics("k");
ipcMain.handle("trackEvent", (_e, o: { event: string; properties?: object }) => client.track({ userId: "u", event: o.event, properties: o.properties }));
