import posthog from "posthog-js";

export default {
  methods: {
    report(name, props) {
      posthog.capture(name, props);
    },
  },
};
