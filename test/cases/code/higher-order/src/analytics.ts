import mixpanel from "mixpanel-browser";

const actions = { SEND: "Tokens Sent", STAKE: "Tokens Staked", BURN: "Tokens Burned" };

export const ACTIONS = { SEND: "SEND", STAKE: "STAKE", BURN: "BURN", OTHER: "OTHER" };

export function done(action: string) {
  const name = actions[action];
  if (name) mixpanel.track(name);
}

export function tapped(name: string) {
  mixpanel.track(name);
}
