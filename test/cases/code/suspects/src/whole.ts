import { spawn } from "node:child_process";

const engine = spawn("shop-engine");

type Told = { name: string; items?: number };

// An event is given whole, and leaves by a way of the team's own.
function fireEvent(content: Told): void {
  engine.stdin.write(`${JSON.stringify({ version: 1, request: { Event: content } })}\n`);
}

fireEvent({ name: "cart-opened", items: 2 });
fireEvent({ name: "cart-closed" });
fireEvent({ name: "order-paid" });

declare function insertShopEvents(...rows: { event_type: string; order?: number }[]): Promise<void>;

void insertShopEvents({ event_type: "order_placed", order: 1 });
void insertShopEvents({ event_type: "order_sent", order: 1 });
void insertShopEvents({ event_type: "order_closed" });

// Events of the page and actions of a store are others.
declare const box: { dispatchEvent(event: unknown): void; emitEvent(event: unknown): void };
box.dispatchEvent({ type: "cart-moved" });
box.dispatchEvent({ type: "cart-left" });
box.dispatchEvent({ type: "cart-shown" });
box.emitEvent({ name: "moved" });
