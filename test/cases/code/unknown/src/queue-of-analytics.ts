// A queue of events that a package makes.
import { queue } from "@shop/queue";

export default queue({ name: "events" });
