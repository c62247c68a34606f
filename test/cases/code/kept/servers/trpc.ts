import { PostHog } from "posthog-node";
const client = new PostHog("k");

export const createContext = async () => ({
  report: (name: string) => client.capture({ distinctId: "u_1", event: name }),
});
const withNote = t.middleware(({ next }) =>
  next({ ctx: { say: (name: string) => client.capture({ distinctId: "u_1", event: name }) } }),
);
export const router = t.router({
  add: t.procedure.use(withNote).mutation(({ ctx }) => {
    ctx.report("Procedure Called");
    ctx.say("Procedure Said");
  }),
});
