// Jobs reach the function of their queue.
import { Queue, Worker } from "bullmq";
import PgBoss from "pg-boss";
import posthog from "posthog-js";

export const events = new Queue("shop-events");
export const mails = new Queue("mails");
export const worker = new Worker("shop-events", async (job) => {
  posthog.capture(job.data.event, job.data.more);
});

export const later = (event: string) => events.add("later", { event, more: { at: "night" } });

const boss = new PgBoss("postgres://shop");
const STEPS = "steps";

export async function begin() {
  await boss.work(STEPS, async ([job]) => {
    posthog.capture(`Step ${job.data.step}`);
  });
}

export const step = () => boss.send(STEPS, { step: "Paid" });
