import { PostHog } from "posthog-node";

const posthog = new PostHog("x");
export async function POST(request: Request) {
  const { what, userId } = await request.json();
  posthog.capture({ distinctId: userId, event: what });
  return Response.json({});
}
