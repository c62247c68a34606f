import { logger, notify, tellOthers } from "./logger";
logger.log({ action: "Delete Clicked", category: "Resource" });
notify("Listeners Told", { size: 2 });
// Nobody that tracks is called by these.
logger.flush({ action: "Not An Event" });
tellOthers("Not An Event Either");
console.log("not_an_event", { action: "nor_this" });
