import { initTRPC } from "@trpc/server";
import { PostHog } from "posthog-node";

const posthog = new PostHog("key");
const t = initTRPC.meta<{ tell?: { event: string; from: string } }>().create();

// What a procedure says of itself is sent where it succeeds.
const telling = t.middleware(async ({ ctx, meta, next }) => {
  const result = await next();
  if (result.ok && meta?.tell !== undefined)
    posthog.capture({ distinctId: ctx.user.id, event: meta.tell.event, properties: { from: meta.tell.from } });
  return result;
});

const procedure = t.procedure.use(telling);
export const gifts = t.router({
  wrap: procedure.meta({ tell: { event: "Gift Wrapped", from: "desk" } }).mutation(() => null),
  list: procedure.meta({ open: true }).query(() => []),
});
