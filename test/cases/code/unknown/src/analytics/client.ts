// What sent is commented out, and what is provided is provided elsewhere.
import { createContext, useContext } from "react";
export interface Recorder { recordEvent(feature: string, action: string): void }
class Client { capture({ distinctId, event }: { distinctId: string; event: string }) { /* this.client.capture({ distinctId, event }); */ } }
export const analytics = new Client();
const Telemetry = createContext<Recorder>({ recordEvent: () => {} });
export const useTelemetryRecorder = () => useContext(Telemetry);
export function emitTelemetryEvent(el: EventTarget, detail: { name: string; data: object }) { el.dispatchEvent(new CustomEvent("telemetry", { detail })); }
