import type { Server } from "./services/server";

type Request = { path: string };

// Whom an event is about comes first, and who calls these says that, and no name.
export class Orders {
  constructor(
    private server: Server,
    app: { post(path: string, answer: (req: Request) => void): void },
  ) {
    app.post("/orders", (req) => this.placed(req, 1));
    app.post("/orders/copy", (req) => this.placed(req, 2));
    app.post("/orders/gone", (req) => this.told(req, "Order Gone"));
  }

  private placed(req: Request, id: number) {
    this.server.getTelemetry().logEvent(req, "Order Placed", { id });
  }

  private told(req: Request, event: string) {
    this.server.getTelemetry().logEvent(req, event, {});
  }
}
