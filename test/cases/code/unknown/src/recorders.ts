import { Recorder, reportInteraction } from "@shop/runtime";

const recorder = new Recorder("key");
recorder.logEvent("cart_logged", { items: 1 });
// A log is no event.
recorder.logEvent("Saved.");
reportInteraction("cart_reported", { items: 1 });

export const told = (dispatch: (action: object) => void, metrics: any) => {
  dispatch({ type: "analytics/track", payload: { event: "Action Written" } });
  dispatch({ type: "cart/log", payload: { item: "no event" } });
  metrics.track("cart_measured");
};

export default {
  methods: {
    close() {
      this.$track("Plugin Told");
    },
  },
};

// A function of the team's around what nobody sees.
export const trackInShop = (eventName: string, about: object) => recorder.trackMetric(eventName, about);
trackInShop("cart_metered", { items: 1 });
