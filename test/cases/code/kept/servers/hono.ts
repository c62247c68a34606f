import { PostHog } from "posthog-node";
const client = new PostHog("k");

app.use(async (c, next) => {
  c.set("hog", client);
  await next();
});
app.get("/", (c) => {
  c.get("hog").capture({ distinctId: "u_1", event: "Hono Asked" });
  c.var.hog.capture({ distinctId: "u_1", event: "Hono Asked Again" });
});
