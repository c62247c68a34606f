// Calls wait in a queue until what the proxy stands for is ready.
import { Analytics } from "@segment/analytics-node";
class Client {
  private readonly client = new Analytics({ writeKey: "x" });
  track(...args: [name: string, userId: string]) { const [event, userId] = args; this.client.track({ event, userId }); }
}
const waiting = new Proxy(new Client(), {
  get(target: any, key: string, receiver: unknown) {
    if (key === "track") return new Proxy(target[key], { apply: (fn, self, args) => queueMicrotask(() => Reflect.apply(fn, self, args)) });
    return Reflect.get(target, key, receiver);
  },
});
waiting.track("Waited", "user");
