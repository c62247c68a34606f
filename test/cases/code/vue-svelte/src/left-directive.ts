import posthog from "posthog-js";

export const left = {
  unmounted() {},
  beforeMount(_element: HTMLElement, binding: { value: string }) {
    posthog.capture(binding.value);
  },
};
