import posthog from "posthog-js";
import { createStore } from "vuex";
import analytics from "./modules/analytics";

const sendNow = ({ commit }, { name, props }) => {
  posthog.capture(name, props);
};

export default createStore({
  modules: { analytics },
  actions: {
    rootTrack({ state }, name) {
      posthog.capture(name, { id: state.id });
    },
    sendNow,
  },
});
