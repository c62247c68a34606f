import posthog from "posthog-js";
const strictGet = (target: any, name: string) => {
  if (name === "$$typeof") return typeof target;
  if (name in target) return target[name];
  console.error(`no "${name}"`);
  return undefined;
};
const strict = <T extends object>(table: T): T => new Proxy(table, { get: strictGet });
const events = strict({ courseOpened: "course.opened", courseLeft: "course.left" });
posthog.capture(events.courseOpened);
const sent = (data: { event: string; size?: number }) => {
  const set = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as { event: string };
  posthog.capture(set.event, set);
};
sent({ event: "course.filtered", size: 2 });
