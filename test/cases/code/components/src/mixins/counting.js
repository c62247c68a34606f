import posthog from "posthog-js";

export const counting = {
  methods: {
    countIt(name) {
      posthog.capture(`counted ${name}`);
    },
  },
};
