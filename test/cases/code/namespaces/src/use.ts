import { Telemetry } from "./telemetry";

Telemetry.send(Telemetry.Opened, { items: 2 });
Telemetry.send(Telemetry.Step.Paid);
Telemetry.send(Telemetry.Inner.Closed);
