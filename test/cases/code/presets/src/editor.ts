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
