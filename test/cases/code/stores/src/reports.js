import posthog from "posthog-js";
export default {
  namespaced: true,
  actions: {
    send({ dispatch }, data) { dispatch("capture", { ...data, counted: true }); },
    capture(_context, data) { posthog.capture(data.type.toLowerCase(), data); },
  },
};
