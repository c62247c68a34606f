import { type Flow, trackFlow } from "./flow";

const paying = trackFlow("pay");
paying.addEvent("opened");

export function confirm(flow: Flow) {
  flow.addEvent("confirmed");
}

export async function within(name: string, work: (flow: Flow) => Promise<void>) {
  const flow = trackFlow(name);
  await work(flow);
  flow.addEvent("done");
}
within("pay", async (flow) => flow.addEvent("sent"));
