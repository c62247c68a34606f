import mixpanel from "mixpanel-browser";
import { later, Queue, through, whenReady, withClient } from "./client";

withClient((client) => client.track("Handed"));
whenReady(function (client, plan) {
  client.track("Ready", { plan });
});
later((client) => client.track("Later"));
through(mixpanel, (client) => client.track("Given and Handed"));
new Queue().flush((client) => client.track("Flushed"));

// A player is handed, which tracks otherwise.
through(document.querySelector("video"), (player) => player.track("none"));
