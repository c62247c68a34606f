import { lazily, load, ready, track } from "./load";

load().then((mixpanel) => mixpanel.track("Loaded"));
load()
  .then((mixpanel) => {
    mixpanel.register({ plan: "pro" });
    return mixpanel;
  })
  .catch(() => undefined)
  .then((mixpanel) => mixpanel?.track("Registered", { plan: "pro" }));
ready.then((posthog) => posthog.capture("Ready"));
Promise.all([load(), ready]).then(([mixpanel, posthog]) => {
  mixpanel.track("First of All");
  posthog.capture("Second of All");
});
track("Through a Variable", { seats: 2 });
lazily("Through a Pattern");

// A name that a promise gives is one that is awaited.
const nameOf = async (isPaid: boolean) => (isPaid ? "Paid" : "Free");
nameOf(true).then((name) => track(name));

// What is fetched is no client, whatever it is asked to do.
fetch("/player").then((player) => player.json()).then((player) => player.track("none"));
