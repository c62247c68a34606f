import mixpanel from "mixpanel-browser";

let client: typeof mixpanel | undefined;
export function shared() {
  client ??= mixpanel;
  return client;
}
shared().track("Made Once");

globalThis.journal ||= mixpanel;
globalThis.journal.track("Made Once for All");

export function send(props: { plan?: string }) {
  const all: { plan?: string; at: number } = { at: 1, ...props };
  all.plan ??= "free";
  mixpanel.track("Filled", all);
}
