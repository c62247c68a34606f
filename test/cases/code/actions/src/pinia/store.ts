import { defineStore } from "pinia";
import posthog from "posthog-js";

export const useTracking = defineStore("tracking", {
  state: () => ({ user: "x" }),
  actions: {
    send(name: string, props?: object) {
      posthog.capture(name, props);
    },
    async sendTwice(name: string) {
      this.send(`${name} Twice`);
    },
  },
});

export const useNotes = defineStore("notes", () => {
  const note = (name: string) => posthog.capture(name);
  return { note };
});
