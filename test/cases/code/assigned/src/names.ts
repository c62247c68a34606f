// A name that is assigned again is what was assigned last on the way.
declare const flag: () => boolean;

export function steps(kind: string) {
  let name = "Begun";
  analytics.track(name);
  name = "Going";
  analytics.track(name);
  if (flag()) name = "Ended";
  analytics.track(name);
  let other;
  if (kind === "a") other = "A";
  else other = "B";
  analytics.track(other);
  for (let turn = 0; turn < 3; turn++) {
    analytics.track(name);
    name = "Turned";
  }
}

// A key behind what may be put in.
const maybe = { ...{ ...(flag() ? { plan: "pro" } : {}), seats: 2 } };
function send({ name, ...properties }: { name: string }) {
  analytics.track(name, properties);
}
send({ name: "Behind", ...maybe });
analytics.track("Texts", { one: String(flag() ? null : 5) });
