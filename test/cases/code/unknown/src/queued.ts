import { queue } from "@shop/queue";
import { sendEvent } from "./analytics";
import analytics from "./queue-of-analytics";

const rows = queue({ name: "rows" });

export const opened = () => analytics.push("Queue Opened", { at: 1 });
// What else is pushed is a list's.
export const row = () => rows.push("Row");
