// Who may be no emitter may add to what it is given.
import { telemetryRecorder } from "./nowhere";

telemetryRecorder.recordEvent("Left Checkout", { step: 2 });
