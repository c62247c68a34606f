import { defineEvent } from "@sanity/telemetry";
import { useTelemetry } from "@sanity/telemetry/react";

const Copied = defineEvent<{ from: string }>({ name: "Document Copied", version: 1, description: "Copied." });

export function Copy() {
  const telemetry = useTelemetry();
  telemetry.log(Copied, { from: "menu" });
  console.log(Copied);
}
