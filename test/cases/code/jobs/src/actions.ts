"use server";
import { createSafeActionClient } from "next-safe-action";
import posthog from "posthog-js";

const client = createSafeActionClient();

export const told = client.schema(String).action(async ({ parsedInput }) => {
  posthog.capture(parsedInput.event);
});
export const toldAgain = client.inputSchema(String).action(async ({ parsedInput: { event } }) => {
  posthog.capture(event);
});
