// Each call through an interface is an event of its own, whoever implements it.
import type { Tracker } from "./trackers";

type Names = { begun: string; done: string };

export async function attempt(tracker: Tracker, work: () => Promise<void>, { begun, done }: Names) {
  tracker.track(begun, {});
  await work();
  tracker.track(done, {});
}

export const pay = (tracker: Tracker) =>
  attempt(tracker, async () => {}, { begun: "Payment Begun", done: "Payment Done" });
