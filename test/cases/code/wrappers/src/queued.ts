// What is put into a list is sent by whoever takes it out: the one who put it in says the name. A field that is set is
// no queue.
import posthog from "posthog-js";

const waiting: { event: string; properties?: object }[] = [];
export function report(name: string, properties?: object) {
  waiting.push({ event: name, properties });
  void sendWaiting();
}
async function sendWaiting() {
  for (const one of waiting.splice(0)) posthog.capture(one.event, one.properties);
}

class Later {
  #waiting = [];
  note(name: string) {
    this.#waiting.push({ name });
  }
  drain() {
    let one;
    while ((one = this.#waiting.shift())) this.send(one);
  }
  private send(one: { name: string }) {
    posthog.capture(one.name);
  }
}

class Batch {
  private events: any[] = [];
  private title = "";
  named(title: string) {
    this.title = title;
  }
  begin() {
    posthog.capture(this.title);
  }
  add(event: string, properties: object) {
    this.events.push({ event, properties });
    if (this.events.length > 10) this.flush();
  }
  private flush() {
    const events = [...this.events];
    this.events = [];
    void fetch("https://api.example.com/events", { method: "POST", body: JSON.stringify({ events }) });
  }
}

report("Waiting Reported", { page: 1 });
new Later().note("Later Noted");
const batch = new Batch();
batch.add("Batch Added", { page: 1 });
batch.named("no event");
