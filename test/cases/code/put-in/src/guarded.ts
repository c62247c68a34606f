// What is put in where it is there already adds nothing for callers that don't give it.
import mixpanel from "mixpanel-browser";

declare function hash(text: string): string;

export function track(name: string, options: Record<string, unknown> = {}) {
  const data = { ...options };
  if (typeof data.userId === "string") data.userId = hash(data.userId);
  if ("size" in data) data.size = String(data.size);
  if (data.count !== undefined) data.total = Number(data.count) * 2;
  mixpanel.track(name, data);
}
track("Opened", { page: 1 });
track("Saved", { userId: "1", size: 3, count: 1 });
track("Closed");
