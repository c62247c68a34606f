// What says by its key that it is an event's name, told to what nobody follows: analytics, as the file knows.
import { Track } from "@shop/watch";
import { MORE_EVENTS } from "./more-events";
import { desk } from "./desk";

desk.tell({ eventName: "desk_opened", at: 2 });
desk.pass({ kind: "analytics", payload: { event_name: `desk_${desk.name}` } });

export const Desk = () => (
  <Track {...MORE_EVENTS.SHOWN}>
    <Track {...MORE_EVENTS.rest()} eventName="desk_shown" />
  </Track>
);

// A listener's, and one that says nothing.
desk.on({ eventName: "click" });
desk.tell({ eventName: desk.name });
