import { useNotes, useTracking } from "./store";

const tracking = useTracking();
tracking.send("Pinia Sent", { from: "menu" });
tracking.sendTwice("Pinia Sent");
const { send } = useTracking();
send("Pinia Taken");
useNotes().note("Pinia Noted");
