import { type ChildProcess, spawn } from "node:child_process";

export class ShopProcess {
  private engine?: ChildProcess;
  start() {
    this.engine = spawn("shop-engine");
  }
  request(request: unknown) {
    this.engine?.stdin?.write(`${JSON.stringify({ version: "1", request })}\n`);
  }
}

export const shopProcess = new ShopProcess();
