import { Inngest } from "inngest";
import posthog from "posthog-js";

export const inngest = new Inngest({ id: "shop" });

export const told = inngest.createFunction(
  { id: "told" },
  { event: "shop/told" },
  async ({ event, step }) => {
    await step.run("tell", () => posthog.capture(event.data.name));
  },
);

export async function close() {
  await inngest.send({ name: "shop/told", data: { name: "Shop Closed" } });
  await inngest.send([{ name: "shop/swept", data: { name: "Shop Swept" } }]);
}
