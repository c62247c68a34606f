// What a program with generated code imports at run time, as `trackwright/runtime`: destinations, no Node needed.
export { type CustomerioClient, customerio } from "./customerio.js";
export type { Destination, IdentifyMessage, PersonIdentifiers, TrackMessage } from "./destination.js";
export { eventId } from "./event-id.js";
export { type RecordedMessage, type Recorder, recorder } from "./recorder.js";
