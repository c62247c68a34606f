import Mixpanel from "mixpanel";
import type { Recorder } from "./ports";

// What is put in at a port at start.
export const mixpanelRecorder = (): Recorder => {
  const client = Mixpanel.init("x");
  return {
    name: "mixpanel",
    told: (event: string, about: object) => {
      client.track(event, about);
    },
  };
};
