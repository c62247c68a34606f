// What `a && b` is without b: false where a compares, and anything where a is not known.
import { Analytics } from "@segment/analytics-node";

const analytics = new Analytics({ writeKey: "x" });

export function sent(user: User | undefined, from: number, to: number) {
  const open = from < now && now < to;
  analytics.track({
    userId: "1",
    event: "Opened",
    properties: {
      open,
      closed: !user && !open,
      name: user && `${user.first} ${user.last}`,
      ...(user && { plan: "free" }),
      ...(open && { since: 1 }),
    },
  });
}
