import { container } from "tsyringe";
import type { Late } from "./types";
import { Client } from "./client";
export interface Recorder { record(name: string, data?: object): void }
export class OwnRecorder implements Recorder {
  constructor(private readonly client: Client) {}
  record(name: string, data?: object) { this.client.captureAction(name, data); }
}
container.resolve(Client).captureAction("Client Resolved", { by: "class" });
container.resolve<Recorder>("Recorder").record("Recorder Resolved", { by: "type" });
const cast = container.resolve("Recorder") as Recorder;
cast.record("Recorder Cast");
export class Page {
  constructor(private readonly moduleRef: ModuleRef) {}
  open() { this.moduleRef.get(Client).captureAction("Page Opened"); }
}
// A table that is called by a key: one of its functions is.
const ways = {
  now: (name: string) => container.resolve(Client).captureAction(name),
  later: (name: string) => setTimeout(() => container.resolve(Client).captureAction(name), 100),
};
export const send = (way: "now" | "later") => ways[way]("Way Taken");
// What a map holds under a class is not known.
new Map<unknown, { captureAction(name: string): void }>().get(Client)?.captureAction("Not An Event");
// A type that is what it is given, for files that import each other.
export class Checkout {
  constructor(private readonly client: Late<Client>, private readonly later: Alone<Client>) {}
  pay() { this.client.captureAction("Order Paid"); this.later.captureAction("Order Shipped"); }
}
type Alone<T> = (T);
