import posthog from "posthog-js";

export default defineNuxtPlugin(() => {
  const beat = (name: string) => posthog.capture(name);
  return { provide: { beat } };
});
