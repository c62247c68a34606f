import { getRedHatService, type TelemetryService } from "@redhat-developer/vscode-redhat-telemetry/lib";
import * as vscode from "vscode";

const events: vscode.TelemetryLogger = vscode.env.createTelemetryLogger(sender);
events.logUsage("panel.opened", { from: "menu" });
export class Panel {
  constructor(private readonly telemetry: vscode.TelemetryLogger) {}
  fail() {
    this.telemetry.logError("panel.failed");
    this.log.logError("no event");
  }
}

export async function start(context: object) {
  const service = await (await getRedHatService(context)).getTelemetryService();
  await tell(service, "panel.started");
}
const tell = (service: TelemetryService, name: string) => service.send({ name, properties: { fast: true } });
