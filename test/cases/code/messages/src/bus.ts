import { EventEmitter } from "node:events";
import { trackIt } from "./analytics";
const bus = new EventEmitter();
const other = new EventEmitter();
bus.on("tracked", (name: string, properties: object) => trackIt(name, properties));
bus.emit("tracked", "Plan Chosen", { plan: "pro" });
// Nobody that tracks listens here.
other.emit("tracked", "Not An Event");
bus.emit("untracked", "Not An Event Either");
