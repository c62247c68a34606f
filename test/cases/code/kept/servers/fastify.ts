import { Analytics } from "@segment/analytics-node";
import plugin from "fastify-plugin";

const client = new Analytics({ writeKey: "k" });
export default plugin(async (fastify) => {
  fastify.decorate("report", (name: string) => client.track({ userId: "u_1", event: name }));
});
export async function routes(fastify) {
  fastify.get("/", async (request) => {
    fastify.report("Route Asked");
    request.server.report("Server Asked");
  });
}
